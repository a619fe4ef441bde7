"""Stopping all at once, and sweeping away what nobody uses."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Exists, Model, OuterRef, Q

from clapometer.alerts.kinds import DAY, SECOND
from clapometer.alerts.models import Endpoint, Follow, Follower
from clapometer.instants import now

from .endpoints import drop_waiting

UNUSED_FOR = 7 * DAY
"""For how long a follower is kept who follows nothing and can be told nowhere, in seconds."""
_AT_ONCE = 1000


def stop_all(follower: Follower) -> None:
    """End everything and delete the follower: what is followed, addresses, hours, links.

    What stays are numbers that lead to nobody: that so many messages were sent, and when.
    """
    with transaction.atomic():
        _delete([follower.id])


def stop_member(member: int) -> None:
    """Stop everything of a member, whose account ends."""
    with transaction.atomic():
        _delete(list(Follower.objects.filter(member_id=member).values_list("id", flat=True)))


def stop_whoever_leaves(instance: Model, **_: object) -> None:
    """Stop everything of a member who is being deleted: a receiver of Django's signal."""
    stop_member(instance.pk)


def sweep(at: int | None = None) -> int:
    """Delete followers who for some days have had nothing to be told of and nowhere; return how
    many."""
    before = (now() if at is None else at) - UNUSED_FOR * SECOND
    own = {"follower_id": OuterRef("pk")}
    unused = Follower.objects.filter(
        ~Exists(Follow.objects.filter(**own)), ~Exists(Endpoint.objects.filter(**own)),
        created_at__lt=before, merged_into=None,
    )  # fmt: skip
    swept = 0
    while ids := list(unused.values_list("id", flat=True)[:_AT_ONCE]):
        with transaction.atomic():
            _delete(ids)
        swept += len(ids)
    return swept


def _delete(ids: list[int]) -> None:
    endpoints = Endpoint.objects.filter(follower_id__in=ids)
    drop_waiting(list(endpoints.values_list("id", flat=True)))
    endpoints.delete()
    Follow.objects.filter(follower_id__in=ids).delete()
    Follower.objects.filter(Q(id__in=ids) | Q(merged_into__in=ids)).delete()
