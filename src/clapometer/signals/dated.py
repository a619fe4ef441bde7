"""What charts and counters tell of works as plain rows, each with the entry behind it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from clapometer.ledger.bulk import look_up

from .points import Point

_PLACES = (
    "SELECT work, p.chart_id, p.rank, c.week, c.category, c.publication, p.seq, p.until,"
    " e.recorded_at FROM wanted JOIN signals_charttitle t ON t.work_id = work"
    " JOIN signals_placing p ON p.show = t.show AND p.season = t.season AND p.film = t.film"
    " JOIN signals_chart c ON c.id = p.chart_id AND c.publication = t.publication"
    " JOIN ledger_ledgerentry e ON e.seq = p.seq"
    " WHERE c.week IS NOT NULL AND c.territory = ''"
)
_POINTS = (
    "SELECT p.counter, p.at, p.whole_day, p.digits, p.places, p.bound, p.seq, p.until,"
    " e.recorded_at, u.recorded_at FROM wanted JOIN signals_point p ON p.counter = wanted.counter"
    " JOIN ledger_ledgerentry e ON e.seq = p.seq LEFT JOIN ledger_ledgerentry u ON u.seq = p.until"
)


class DatedPlace(NamedTuple):
    """A place on a weekly list of the whole world, as it stood from `seq` on, up to `until`.

    `recorded_at` is when that was recorded. Where `seq` is not the chart itself it was restated.
    """

    work: int
    chart: int
    rank: int
    sunday: date
    category: str
    publication: str
    seq: int
    until: int | None
    recorded_at: int


class DatedPoint(NamedTuple):
    """A number of a counter, as it stood from `seq` on, up to `until` (recorded at `ended_at`)."""

    counter: int
    point: Point
    seq: int
    until: int | None
    recorded_at: int
    ended_at: int | None


def dated_places(works: Iterable[int], position: int) -> list[DatedPlace]:
    """Return every place of the works that was told up to the position, restated ones too."""
    rows = look_up(("work",), [(work,) for work in works], _PLACES)
    return [place for place in map(DatedPlace._make, rows) if place.seq <= position]


def dated_points(counters: Iterable[int], position: int) -> list[DatedPoint]:
    """Return every number of the counters told up to the position, restated ones too."""
    rows = look_up(("counter",), [(one,) for one in counters], _POINTS)
    return [
        DatedPoint(counter, Point(at, bool(whole), *number), seq, until, recorded, ended)
        for counter, at, whole, *number, seq, until, recorded, ended in rows
        if seq <= position
    ]
