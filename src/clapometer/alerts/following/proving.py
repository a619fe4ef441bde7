"""A test message: to one place, at once, because its owner asked for it."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from clapometer.alerts.drafts import NoticeDraft, write_notices
from clapometer.alerts.kinds import HOUR, SECOND
from clapometer.alerts.models import Endpoint, Follower, Notice
from clapometer.instants import now

from .refused import FollowRefused

MOST_AN_HOUR = 5
"""How many test messages can be asked for at one place within an hour."""


def send_test(follower: Follower, endpoint: Endpoint) -> Notice:
    """Return a test message that is due now at one endpoint. Raises FollowRefused."""
    if endpoint.state != "on" or follower.paused:
        raise FollowRefused(_("Nothing goes there now; let it go on first."))
    at = now()
    with transaction.atomic():
        Endpoint.objects.select_for_update().get(id=endpoint.id)
        _check_often(endpoint, at)
        (notice,) = write_notices([_draft(endpoint, at)])
        # Nothing can take it back, so it need not settle.
        Notice.objects.filter(id=notice.id).update(state="due")
    notice.refresh_from_db()
    return notice


def _draft(endpoint: Endpoint, at: int) -> NoticeDraft:
    return NoticeDraft(
        name=f"test-{endpoint.id}-{at}",
        kind="test",
        title=_("A test message"),
        text=_("This is how a message from here looks. It came because you asked for it."),
        url="/follow/mine",
        happened_at=at,
        recorded_at=at,
        audience="endpoint",
        said={"endpoint": endpoint.id},
    )


def _check_often(endpoint: Endpoint, at: int) -> None:
    tests = Notice.objects.filter(
        kind="test", recorded_at__gt=at - HOUR * SECOND, name__startswith=f"test-{endpoint.id}-"
    )
    if tests.count() >= MOST_AN_HOUR:
        raise FollowRefused(
            _("%(most)s tests an hour are enough; look at what was sent for how they went.")
            % {"most": MOST_AN_HOUR}
        )
