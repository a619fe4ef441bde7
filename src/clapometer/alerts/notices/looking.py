"""What no entry brings: conditions that are newly followed, and what time alone has decided.

It is looked at now and then, by one worker at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from django.db import transaction

from clapometer.alerts.drafts import NoticeDraft
from clapometer.alerts.kinds import DAY, HOUR, MINUTE, SECOND
from clapometer.alerts.models import Kept, Notice
from clapometer.catalogue.models import Work
from clapometer.reviews.models import BadgeChange
from clapometer.reviews.moments import moments_of
from clapometer.scoring.moments import SETTLED

from . import cursor
from .followed import every_key
from .kept import START, keep, kept_at
from .source import watched
from .sources import ahead, conditions, queries
from .sources.scores import find_in
from .writing import write

_AT_ONCE = 400


class Look(NamedTuple):
    """One thing to look at: how often, in seconds, and what finds it in the time since the last.

    `find` is told the keys that are followed, when it was looked last, and now.
    """

    every: int
    find: Callable[[list[str], int, int], Iterable[NoticeDraft]]


def look(now: int) -> int:
    """Look at whatever it is time for; return how many notices were written."""
    due = _due(now)
    if not due:
        return 0
    keys, found = every_key(), 0
    for name, last in due.items():
        drafts = list(LOOKS[name].find(keys, last, now))
        with transaction.atomic():
            cursor.hold()
            if kept_at(name) == last or not last:
                keep(name, now)
                found += write(drafts)
    return found


def _due(now: int) -> dict[str, int]:
    """Return what has to be looked at, with when it was last, 0 for never. One query."""
    last = dict(Kept.objects.filter(name__in=list(LOOKS)).values_list("name", "at"))
    return {
        name: last.get(name, 0)
        for name, one in LOOKS.items()
        if last.get(name, 0) + one.every * SECOND <= now
    }


def _conditions(keys: list[str], _last: int, now: int) -> Iterable[NoticeDraft]:
    """Keep in mind what is followed under a condition, and forget what is not any more."""
    new, gone = conditions.changes(keys)
    for start in range(0, len(gone), _AT_ONCE):
        Kept.objects.filter(name__in=gone[start : start + _AT_ONCE]).delete()
    for start in range(0, len(new), _AT_ONCE):
        rows, drafts = conditions.learn(new[start : start + _AT_ONCE], now)
        with transaction.atomic():
            cursor.hold()
            Kept.objects.bulk_create(rows, ignore_conflicts=True)
            write(drafts)
        yield from ahead.plan({row.work_id for row in rows}, now)


def _ahead(_keys: list[str], _last: int, now: int) -> Iterator[NoticeDraft]:
    yield from ahead.plan(None, now)


def _queries(keys: list[str], _last: int, now: int) -> Iterable[NoticeDraft]:
    forgotten = Kept.objects.filter(name__startswith="query:")
    forgotten.exclude(name__in=[key for key in keys if key.startswith("query:")]).delete()
    asked = list(queries.ask(keys, now))
    if asked:
        with transaction.atomic():
            cursor.hold()
            for one in asked:
                keep(one.key, now, one.said)
            write([one.draft for one in asked if one.draft is not None])
    return ()


def _by_time(keys: list[str], last: int, now: int) -> Iterator[NoticeDraft]:
    """Yield what time has brought to works since: a release, a badge, a crossing that settled."""
    if not last:
        return
    since = kept_at(START)
    for work in watched(_turned(keys, last, now)).values():
        yield from find_in(work, moments_of(work, at=now), since, now)


def _turned(keys: list[str], last: int, now: int) -> set[int]:
    badges = BadgeChange.objects.filter(by_time=True, at__gt=last, at__lte=now)
    found = set(badges.values_list("work_id", flat=True))
    # What began to settle in that time has settled now, if it goes on.
    began = Notice.objects.filter(
        kind="score", recorded_at__gt=last - SETTLED.lasting - DAY * SECOND,
        recorded_at__lte=now - SETTLED.lasting,
    )  # fmt: skip
    found.update(began.exclude(work_id=0).values_list("work_id", flat=True))
    return found | _released(keys, last, now)


def _released(keys: list[str], last: int, now: int) -> set[int]:
    numbers = {int(key[5:].partition("/")[0]) for key in keys if key.startswith("work:")}
    wanted, found = sorted(numbers), set[int]()
    out = Work.objects.filter(released__gt=last, released__lte=now)
    for start in range(0, len(wanted), _AT_ONCE):
        part = wanted[start : start + _AT_ONCE]
        found.update(out.filter(id__in=part).values_list("id", flat=True))
        found.update(out.filter(parent_id__in=part).values_list("id", flat=True))
    return found


LOOKS: dict[str, Look] = {
    "look:conditions": Look(MINUTE, _conditions),
    "look:time": Look(10 * MINUTE, _by_time),
    "look:ahead": Look(HOUR, _ahead),
    "look:queries": Look(10 * MINUTE, _queries),
}
