"""The place of a work on lists of the most watched of all time, each over so many first days."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from clapometer.ledger.reading import position_at

from .charts import standing_at, titles_of
from .models import Placing

_READ = (
    "chart__publication", "show", "season", "film", "chart__category", "chart__days", "rank",
    "hours", "views", "seq",
)  # fmt: skip


class AllTime(NamedTuple):
    """A line of such a list: over how many first days its numbers run, the place, the numbers.

    Numbers over 28 days and over 91 mean different things. `seq`: the entry that told it.
    """

    publication: str
    category: str
    days: int | None
    rank: int
    hours: int | None
    views: int | None
    show: str
    season: str
    work: int
    seq: int


def all_time_of(
    works: Sequence[int], *, at: int | None = None, known: int | None = None
) -> list[AllTime]:
    """Return the lines about the works, by days and list.

    Such a list is of no day, so it counts from when this site learned of it, on both clocks.
    """
    titles = titles_of(works)
    if not titles:
        return []
    clocks = [position_at(clock) for clock in (at, known) if clock is not None]
    found = Placing.objects.filter(
        standing_at(min(clocks, default=None)),
        show__in={title[1] for title in titles},
        chart__week__isnull=True,
    )
    lines = []
    for publication, show, season, film, *rest in found.values_list(*_READ):
        work = titles.get((publication, show, season, film))
        if work is not None:
            category, days, rank, hours, views, seq = rest
            lines.append(
                AllTime(publication, category, days, rank, hours, views, show, season, work, seq)
            )
    return sorted(lines, key=lambda line: (line.days or 0, line.category, line.rank))
