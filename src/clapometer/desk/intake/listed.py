"""The list of links that wait to be read: one worker takes one at a time, and none twice."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from django.db.models import F, Q

from clapometer.fetching.client import Client
from clapometer.instants import now

from ..proposals.models import Reading
from .asked import Asked, TakingRefused
from .keeping import note
from .taking import Taken, take_in, take_noted

LEASE_SECONDS = 600
"""Seconds for which a link is left to the worker that began with it; after that it died over it."""
_SECOND = 1_000_000


def take_list(
    found: Sequence[Asked | TakingRefused], by: str, client: Client | None = None, *, now: bool
) -> list[Taken]:
    """Take in what a person pasted, and say of each what became of it, in order.

    Links are fetched `now`, one after the other, or else put on the list for the worker; texts are
    read at once in any case.
    """
    return [_taken(one, by, client, at_once=now) for one in found]


def _taken(one: Asked | TakingRefused, by: str, client: Client | None, *, at_once: bool) -> Taken:
    if isinstance(one, TakingRefused):
        return Taken("", None, str(one))
    if at_once or one.data:
        return take_in(one, by, client)
    return Taken(one.link, note(one, by))


def work_off(
    seconds: float, client: Client | None = None, clock: Callable[[], float] = time.monotonic
) -> list[Taken]:
    """Read what waits, one after the other, until there is none or the time is over."""
    until, done = clock() + seconds, []
    while clock() < until and (reading := _next()) is not None:
        done.append(take_noted(reading, client, with_model=True))
    return done


def _next() -> Reading | None:
    """Return what waits longest, and note that it was begun with."""
    at = now()
    free = Q(begun_at=None) | Q(begun_at__lt=at - LEASE_SECONDS * _SECOND)
    waiting = Reading.objects.filter(free, state="waiting").exclude(link="")
    ordered = waiting.order_by(F("begun_at").asc(nulls_first=True), "id")
    while (reading := ordered.first()) is not None:
        mine = Reading.objects.filter(id=reading.id, state="waiting", begun_at=reading.begun_at)
        if mine.update(begun_at=at):
            reading.begun_at = at
            return reading
    return None
