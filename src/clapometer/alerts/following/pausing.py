"""A place that was paused because nothing reached it: its owner is told at the other places."""

from __future__ import annotations

from django.utils import translation
from django.utils.translation import gettext as _

from clapometer.alerts.channels.contract import channel_named
from clapometer.alerts.drafts import NoticeDraft, write_notices
from clapometer.alerts.models import Endpoint, Follower, Notice


def tell_of_pause(endpoint_id: int, at: int) -> int:
    """Tell the owner of a paused endpoint at each other place; return at how many.

    The message names no address, and one pause is told once, whoever tells it.
    """
    paused = Endpoint.objects.filter(id=endpoint_id, state="paused").first()
    if paused is None:
        return 0
    others = Endpoint.objects.filter(follower_id=paused.follower_id, state="on")
    owner = Follower.objects.get(id=paused.follower_id)
    with translation.override(owner.language):
        drafts = [_draft(paused, one, at) for one in others.order_by("id")]
    told = write_notices(drafts)
    # Nothing can take it back, so it need not settle.
    Notice.objects.filter(id__in=[one.id for one in told]).update(state="due")
    return len(told)


def _draft(paused: Endpoint, other: Endpoint, at: int) -> NoticeDraft:
    channel = channel_named(paused.channel)
    what = {"channel": _(channel.title) if channel else paused.channel}
    return NoticeDraft(
        name=f"paused-{paused.id}-{paused.failing_since or at}-{other.id}",
        kind="place",
        title=_("A place of yours is paused: %(channel)s") % what,
        text=_("For days nothing could be delivered there. On the page that manages what you follow"
               " stands why; there you can let it go on."),
        url="/follow/mine",
        happened_at=at,
        recorded_at=at,
        audience="endpoint",
        said={"endpoint": other.id},
    )  # fmt: skip
