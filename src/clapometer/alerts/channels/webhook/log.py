"""What was posted to a webhook, and sending it once more."""

from __future__ import annotations

from typing import NamedTuple

from django.db import transaction
from django.db.models import F, Value
from django.db.models.functions import Greatest
from django.utils.translation import gettext as _

from clapometer.alerts.following.refused import FollowRefused
from clapometer.alerts.kinds import DAY, SECOND
from clapometer.alerts.models import DROPPED, FAILED, SENT, WAITING, Delivery, Endpoint, Notice

SHOWN = 50
"""Messages of the log: the newest."""
OVER = (SENT, FAILED, DROPPED)
"""States of a delivery in which it can be sent once more."""
AGAIN_FOR = DAY
"""Seconds for which a message that is sent once more is tried, however old it is."""


class Posted(NamedTuple):
    """One message to a webhook. `at`: when it was done, or is due; `again`: whether it can go."""

    notice: int
    at: int
    title: str
    url: str
    name: str
    state: int
    status: int
    reason: str
    tries: int
    again: bool


def log_of_hook(endpoint: Endpoint) -> list[Posted]:
    """Return what was posted to a webhook, or waits to be, the newest first."""
    rows = list(
        Delivery.objects.filter(endpoint_id=endpoint.id).order_by("-due_at", "-notice_id")[:SHOWN]
    )
    notices = Notice.objects.in_bulk({one.notice_id for one in rows})
    return [
        Posted(
            one.notice_id, one.done_at or one.due_at, notices[one.notice_id].title,
            notices[one.notice_id].url, notices[one.notice_id].name, one.state, one.status,
            one.reason, one.tries, endpoint.state == "on" and one.state in OVER,
        )
        for one in rows
        if one.notice_id in notices
    ]  # fmt: skip


def send_again(endpoint: Endpoint, notice_id: int, now: int) -> None:
    """Let a message that is over be posted once more, under the same id. Raises FollowRefused."""
    if endpoint.state != "on":
        raise FollowRefused(_("Nothing goes there now; let it go on first."))
    with transaction.atomic():
        notices = Notice.objects.filter(id=notice_id, state__in=("sending", "done", "expired"))
        over = Delivery.objects.filter(notice_id=notice_id, endpoint_id=endpoint.id, state__in=OVER)
        if not notices.exists() or not over.update(
            state=WAITING, due_at=now, tries=0, worker_id=None, status=0, reason="", done_at=None
        ):
            raise FollowRefused(_("That message is on its way already, or is gone."))
        # Whoever asks for it finds it worth delivering, so it is no longer too old.
        until = Value(now + AGAIN_FOR * SECOND)
        notices.update(state="sending", done_at=None, expires_at=Greatest(F("expires_at"), until))
