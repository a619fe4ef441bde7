"""What was sent, in words: a line for each message and place, the newest first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from clapometer.alerts.following.log import Sent
from clapometer.alerts.models import CLAIMED, DROPPED, FAILED, SENT, WAITING
from clapometer.instants import to_datetime

RESULTS: dict[int, Promise] = {
    WAITING: gettext_lazy("waits"),
    CLAIMED: gettext_lazy("is being sent"),
    SENT: gettext_lazy("taken"),
    FAILED: gettext_lazy("failed"),
    DROPPED: gettext_lazy("not sent"),
}
"""What became of a message: taken by the channel’s server, which says nothing about who read it."""


class LogLine(NamedTuple):
    """One message to one place, as its owner reads it, with times on the owner's clock."""

    when: str
    title: str
    url: str
    channel: str
    result: str
    detail: str


def lines_of(sent: Iterable[Sent], zone: str) -> list[LogLine]:
    """Return the lines of a log."""
    tz = ZoneInfo(zone)
    return [
        LogLine(when_of(one.at, tz), one.title, one.url, _(one.channel), str(RESULTS[one.state]),
                detail_of(one.reason, one.status, one.tries))
        for one in sent
    ]  # fmt: skip


def when_of(at: int, tz: ZoneInfo) -> str:
    """Return an instant on the owner's clock: 7 August 2026, 14:00."""
    local = to_datetime(at).astimezone(tz)
    # Translators: how a day is written, in Django's date format characters.
    day = date_format(local, pgettext("format of a day", "j F Y"), use_l10n=False)
    return f"{day}, {local:%H:%M}"


def detail_of(reason: str, status: int, tries: int) -> str:
    """Return in one line what there is to say besides: why, the server's code, how many tries."""
    often = ngettext("%(n)s try", "%(n)s tries", tries) % {"n": tries}
    told = [reason, str(status) if status else "", often if tries > 1 else ""]
    return " · ".join(part for part in told if part)
