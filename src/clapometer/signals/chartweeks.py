"""One line of a weekly list about a work."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

WEEK_LENGTH = timedelta(days=6)


class ChartWeek(NamedTuple):
    """One line about the work: Monday and Sunday of the week, the list, the place, the numbers."""

    publication: str
    monday: date
    sunday: date
    territory: str
    category: str
    rank: int
    show: str
    season: str
    work: int
    hours: int | None
    views: int | None
    weeks: int | None
    seq: int
    staggered: bool | None = None
