"""Making one follower of two: what a browser followed by itself becomes a member's."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from clapometer.alerts.models import Endpoint, Follow, Follower

from .carrying import join
from .endpoints import end_endpoint
from .follows import MOST_FOLLOWS
from .refused import FollowRefused


def gather(follower: Follower, member: int) -> Follower:
    """Return the follower of a member, who now follows what `follower` did too.

    Hours and pauses are the member's own. Links to what was gathered lead to the member's follower,
    so that what was sent before can still be stopped. Raises FollowRefused for somebody else's.
    """
    with transaction.atomic():
        every = Follower.objects.select_for_update().order_by("id")
        own = every.filter(member_id=member, merged_into=None).first()
        other = every.filter(id=follower.id, merged_into=None).first()
        if other is None or other.member_id not in (None, member):
            raise FollowRefused(_("That is somebody else’s."))
        if own is None or own.id == other.id:
            Follower.objects.filter(id=other.id).update(member_id=member)
            other.member_id = member
            return other
        _take_follows(own, other)
        _take_endpoints(own, other)
        Follower.objects.filter(merged_into=other.id).update(merged_into=own.id)
        Follower.objects.filter(id=other.id).update(merged_into=own.id, member_id=member)
    return own


def _take_follows(own: Follower, other: Follower) -> None:
    """Move what the other follows; of what both do the kinds add up, and the sooner is told."""
    mine = {one.key: one for one in Follow.objects.filter(follower_id=own.id)}
    theirs = list(Follow.objects.filter(follower_id=other.id))
    if len(mine) + sum(one.key not in mine for one in theirs) > MOST_FOLLOWS:
        raise FollowRefused(
            _("Together these are more than the %(most)s things that one can follow.")
            % {"most": MOST_FOLLOWS}
        )
    for one in theirs:
        same = mine.get(one.key)
        if same is None:
            Follow.objects.filter(id=one.id).update(follower_id=own.id)
            continue
        join(same, one)
        same.save()
        one.delete()


def _take_endpoints(own: Follower, other: Follower) -> None:
    """Move the other's places; of one that both have, the one that gets messages stays."""
    mine = {one.mark: one for one in Endpoint.objects.filter(follower_id=own.id)}
    for one in Endpoint.objects.filter(follower_id=other.id):
        same = mine.get(one.mark)
        if same is not None and (same.state == "on" or one.state != "on"):
            end_endpoint(one)
            continue
        if same is not None:
            end_endpoint(same)
        one.follower_id = own.id
        one.save()
