"""Where every work stood at an instant, on either clock: read off the points, or told anew.

Each work costs one seek in the points of history. As known at an earlier instant that holds for the
works that no entry has touched since; the others are told anew from their events.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from django.db import connection

from clapometer.catalogue.models import Work
from clapometer.instants import LATEST, now
from clapometer.ledger.reading import position_at
from clapometer.reviews.events import events_of_works, touched_works
from clapometer.reviews.scoreboard import (
    AS_IN_FORCE,
    EACH,
    ONCE,
    in_force,
    size_of,
    stands_as_it_is,
)
from clapometer.reviews.scores import steps_from, time_gone
from clapometer.scoring.badge_course import badge_course
from clapometer.scoring.tally import Tally
from clapometer.scoring.timetable import Timetable

_SUMS = ", ".join(f"p.{name}" for name in Tally._fields)
_AT_ONCE = 500


class Standing(NamedTuple):
    """A work's tally at an instant, and how many reviews count in its score."""

    work: int
    tally: Tally
    counted: int


class Badged(NamedTuple):
    """When a work's first review came, and when it won the badge for the first time."""

    work: int
    first: int
    won: int


def standings(at: int | None, known: int | None) -> Iterator[Standing]:
    """Yield the tally of every work with a review then, as the rule in force at the instant has it.

    What is printed of it is left to who asks: most works are out of a question before.
    """
    table = in_force(known)
    rule = table.at(at)
    for work, tally in _tallies(table, at, known):
        if tally.count or tally.graded:
            yield Standing(work, tally, rule.measure.counted(tally))


def _tallies(table: Timetable, at: int | None, known: int | None) -> Iterator[tuple[int, Tally]]:
    since = _touched_since(table, known)
    for work, tally in _points(table, at):
        if work not in since:
            yield work, tally
    if known is not None:
        yield from _told(sorted(since), table, at, known)


def _touched_since(table: Timetable, known: int | None) -> set[int]:
    """Return the works whose points say more than was known; all, if the rules were others."""
    if known is None:
        return set()
    return set(touched_works(position_at(known) if table == in_force() else 0))


def _points(table: Timetable, at: int | None) -> Iterator[tuple[int, Tally]]:
    """Yield the tally of each work at the instant: one seek for each."""
    rule = table.at(at)
    if not stands_as_it_is(rule):
        counts = str(AS_IN_FORCE)
    elif rule.counts == "critic":
        counts = f"CASE WHEN s.copies THEN {ONCE} ELSE {EACH} END"
    else:
        counts = str(EACH)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT s.work_id, {_SUMS} FROM reviews_workscore s JOIN reviews_historypoint p"
            f" ON p.work_id = s.work_id AND p.counts = {counts} AND p.at = (SELECT max(q.at)"
            f" FROM reviews_historypoint q WHERE q.work_id = s.work_id AND q.counts = {counts}"
            " AND q.at <= %s)",
            [LATEST if at is None else at],
        )
        rows = cursor.fetchall()
    for work, *sums in rows:
        yield work, Tally._make(sums)


def _told(
    touched: Sequence[int], table: Timetable, at: int | None, known: int
) -> Iterator[tuple[int, Tally]]:
    for works in _in_parts(touched):
        for work, events in events_of_works(works, known).items():
            steps = steps_from(table, events, known)
            until = [step for step in steps if at is None or step.at <= at]
            if until:
                yield work, until[-1].tally


def badges_won(at: int | None, known: int | None) -> Iterator[Badged]:
    """Yield the works that had won the badge by the instant, each with its first time."""
    table = in_force(known)
    since = _touched_since(table, known)
    for one in _badges(at, known):
        if one.work not in since:
            yield one
    if known is not None:
        yield from _badges_told(sorted(since), table, at, known)


def _badges(at: int | None, known: int | None) -> Iterator[Badged]:
    """Yield them as the projection has them; what time alone decides must have been due by then."""
    if at is not None:
        due, until = "b.at <= %s", at
    else:
        due, until = "(b.at <= %s OR NOT b.by_time)", now() if known is None else known
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT b.work_id, (SELECT min(p.at) FROM reviews_historypoint p WHERE"
            f" p.work_id = b.work_id AND p.counts = {EACH}), min(b.at)"
            f" FROM reviews_badgechange b WHERE b.state = 'held' AND {due} GROUP BY b.work_id",
            [until],
        )
        rows = cursor.fetchall()
    yield from map(Badged._make, rows)


def _badges_told(
    touched: Sequence[int], table: Timetable, at: int | None, known: int
) -> Iterator[Badged]:
    for works in _in_parts(touched):
        sizes = {work.id: size_of(work) for work in Work.objects.filter(id__in=works)}
        for work, events in events_of_works(works, known).items():
            steps = steps_from(table, events, known)
            course = badge_course(table, steps, sizes.get(work), time_gone(steps, at, known))
            wins = [one.turn.at for one in course.turns if one.turn.becomes == "held"]
            if wins and (at is None or wins[0] <= at):
                yield Badged(work, steps[0].at, wins[0])


def _in_parts(works: Sequence[int]) -> Iterator[list[int]]:
    left = iter(works)
    while part := list(islice(left, _AT_ONCE)):
        yield part
