"""Chart days: the Sunday that ends each week in which a work was on a list of the whole world."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from clapometer.catalogue.models import Work
from clapometer.signals.models import ChartTitle, Placing


class ChartDay(NamedTuple):
    """A work on a chart: the Sunday, the list, its place (None: it is no longer on it).

    `chart` is the entry that told the chart, `last` the one that changed the line last.
    """

    work: int
    chart: int
    sunday: date
    publication: str
    category: str
    rank: int | None
    last: int


def chart_days(works: Iterable[Work]) -> list[ChartDay]:
    """Return the days of the works, oldest first, also of lines that were restated or undone."""
    titles = {
        (one.publication, one.show, one.season, one.film): one.work_id
        for one in ChartTitle.objects.filter(work_id__in=[work.id for work in works])
    }
    lines = (
        Placing.objects.filter(
            show__in={key[1] for key in titles}, chart__week__isnull=False, chart__territory=""
        )
        .select_related("chart")
        .order_by("chart__week", "chart_id", "seq", "rank")
    )
    found: dict[tuple[int, int], list[Placing]] = defaultdict(list)
    for line in lines:
        work = titles.get((line.chart.publication, line.show, line.season, line.film))
        if work is not None:
            found[line.chart_id, work].append(line)
    return [_day(work, versions) for (_, work), versions in found.items()]


def _day(work: int, versions: list[Placing]) -> ChartDay:
    chart = versions[0].chart
    assert chart.week is not None
    ranks = [one.rank for one in versions if one.until is None]
    last = max(max(one.seq, one.until or 0) for one in versions)
    return ChartDay(
        work,
        chart.id,
        chart.week,
        chart.publication,
        chart.category,
        min(ranks, default=None),
        last,
    )
