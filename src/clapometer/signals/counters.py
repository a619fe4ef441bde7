"""Counters of works, read at an instant on either clock: their points, parted by definition."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Any, TypeAlias

from django.db import connection

from clapometer.facts.reading import Fact, fact_numbered, facts_about
from clapometer.ledger.reading import position_at

from .definitions import measures_known
from .measures import Definition, Measure
from .points import Point

_AT_ONCE = 500
_Row: TypeAlias = tuple[Any, ...]
_READ = "counter, seq, at, whole_day, digits, places, bound"


@dataclass(frozen=True, slots=True)
class Segment:
    """Points under one definition, in order of time; None where none is recorded."""

    definition: Definition | None
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Counter:
    """A series of numbers of a work: what is counted, of what, and its points.

    `segments` parts the points where a definition ends: those of two segments mean different
    things. `seq` is the entry that told the last point (0 where there is none).
    """

    fact: Fact
    measure: Measure
    segments: tuple[Segment, ...]
    seq: int = 0

    @property
    def of(self) -> str:
        """Return what the numbers are of, as its platform names it."""
        return str(self.fact.said["of"])

    @property
    def points(self) -> Iterator[Point]:
        """Yield all points in order of time."""
        for segment in self.segments:
            yield from segment.points

    @property
    def last(self) -> Point | None:
        """Return the last point."""
        return self.segments[-1].points[-1] if self.segments else None


def counters_of(
    works: Iterable[int], *, at: int | None = None, known: int | None = None
) -> list[Counter]:
    """Return the counters of the works that stand, in order of measure and name.

    `at` leaves out what was not so yet: points of later, of a period that had not ended, and
    definitions of later. `known` leaves out what was recorded later. Three queries, however many
    counters and points there are.
    """
    return counters_from(facts_about(works, "counter", known=known), at=at, known=known)


def counters_from(
    facts: Sequence[Fact], *, at: int | None = None, known: int | None = None
) -> list[Counter]:
    """Return the counters that these facts began, as `counters_of` does."""
    if not facts:
        return []
    measures = measures_known(known=known)
    position = None if known is None else position_at(known)
    found = _points([fact.id for fact in facts], at, position)
    counters = [
        counted(fact, measures.get(fact.said["measure"]), found.get(fact.id, []), at)
        for fact in facts
    ]
    return sorted(counters, key=lambda one: (one.measure.name, one.of.casefold(), one.fact.id))


def counter_numbered(
    number: int, *, at: int | None = None, known: int | None = None
) -> Counter | None:
    """Return the counter that this fact began, as `counters_of` does; None where it is none."""
    fact = fact_numbered(number, known)
    if fact is None or fact.kind != "counter":
        return None
    measure = measures_known(known=known).get(fact.said["measure"])
    found = _points([number], at, None if known is None else position_at(known))
    return counted(fact, measure, found.get(number, []), at)


def counted(
    fact: Fact, measure: Measure | None, rows: Sequence[_Row], at: int | None = None
) -> Counter:
    """Return a counter with its points, given the rows of the table in order of time."""
    name = fact.said["measure"]
    measure = measure or Measure(name, name, "", "", "level", "")
    points = [Point._make(row[2:]) for row in rows]
    if at is not None and measure.is_flow:
        del points[bisect_right(points, at, key=_over) :]
    seq = rows[len(points) - 1][1] if points else 0
    return Counter(fact, measure, segmented(points, measure, at), seq)


def segmented(
    points: Sequence[Point], measure: Measure, at: int | None = None
) -> tuple[Segment, ...]:
    """Return the points parted by the definitions that were in force on their days."""
    over = _over if measure.is_flow else _at
    parts: list[Segment] = []
    definition, begun = None, 0
    for one in measure.definitions:
        if at is not None and one.since is not None and one.since > at:
            break
        end = 0 if one.since is None else bisect_left(points, one.since, key=over)
        if end > begun:
            parts.append(Segment(definition, tuple(points[begun:end])))
        definition, begun = one, end
    if begun < len(points):
        parts.append(Segment(definition, tuple(points[begun:])))
    return tuple(parts)


_at = attrgetter("at")
_over = attrgetter("over")


def points_of(counters: Sequence[int]) -> dict[int, dict[int, Point]]:
    """Return the points of the counters as they stand now, by counter and instant."""
    found: dict[int, dict[int, Point]] = {}
    for start in range(0, len(counters), _AT_ONCE):
        part = _points(counters[start : start + _AT_ONCE], None, None)
        found.update(
            (counter, {row[2]: Point._make(row[2:]) for row in rows})
            for counter, rows in part.items()
        )
    return found


def _points(counters: Sequence[int], at: int | None, position: int | None) -> dict[int, list[_Row]]:
    """Return the rows of _READ, by counter, in order of time."""
    marks = ", ".join(["%s"] * len(counters))
    clauses, values = [f"counter IN ({marks})"], list(counters)
    if position is None:
        clauses.append("until IS NULL")
    else:
        clauses.append("seq <= %s AND (until IS NULL OR until > %s)")
        values += [position, position]
    if at is not None:
        clauses.append("at <= %s")
        values.append(at)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {_READ} FROM signals_point WHERE {' AND '.join(clauses)} ORDER BY counter, at",
            values,
        )
        rows = cursor.fetchall()
    return {counter: list(those) for counter, those in groupby(rows, itemgetter(0))}
