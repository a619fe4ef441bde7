"""Follows of a record that was merged into another one become follows of the one that stays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db import transaction

from clapometer.alerts.cadences import CADENCES
from clapometer.alerts.models import Follow
from clapometer.alerts.notices.followed import every_key
from clapometer.alerts.targets import read_key
from clapometer.catalogue.models import Work

_AT_ONCE = 2_000


def carry_merged(_now: int = 0) -> int:
    """Move every follow of a merged work to the record that stays; return how many were moved.

    A worker does this from time to time, a few thousand in a transaction. Until then a page names
    what is followed by the record that stays. Splitting the records again moves nothing back.
    """
    rows = Work.objects.filter(merged_into__isnull=False).values_list("id", "merged_into")
    merged = {work: into for work, into in rows if into is not None}
    if not merged:
        return 0
    moved = 0
    for text in every_key():
        key = read_key(text)
        if key.target == "work" and int(key.name) in merged:
            stays = _survivor(int(key.name), merged)
            moved += _carry(text, str(key._replace(name=str(stays))))
    return moved


def _survivor(work: int, merged: Mapping[int, int]) -> int:
    while work in merged:
        work = merged[work]
    return work


def _carry(old: str, new: str) -> int:
    moved = 0
    while True:
        with transaction.atomic():
            part = list(Follow.objects.select_for_update().filter(key=old)[:_AT_ONCE])
            _carry_some(part, new)
        if not part:
            return moved
        moved += len(part)


def _carry_some(part: Sequence[Follow], new: str) -> None:
    """Move some follows; of who follows the other record too, the kinds add up."""
    followers = [one.follower_id for one in part]
    there = {
        one.follower_id: one for one in Follow.objects.filter(key=new, follower_id__in=followers)
    }
    both = [one for one in part if one.follower_id in there]
    for one in both:
        join(there[one.follower_id], one)
    Follow.objects.bulk_update(there.values(), ["kinds", "cadence", "since"])
    Follow.objects.filter(id__in=[one.id for one in both]).delete()
    moving = [one.id for one in part if one.follower_id not in there]
    Follow.objects.filter(id__in=moving).update(key=new)


def join(kept: Follow, other: Follow) -> None:
    """Let one follow say what two did: their kinds add up, and the sooner of them is told."""
    sooner = list(CADENCES)
    kept.kinds |= other.kinds
    kept.cadence = min(kept.cadence, other.cadence, key=sooner.index)
    kept.since = min(kept.since, other.since)
