"""What can be cited of weekly charts: the weeks of a work, its best place, its countries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, date

from django.utils.text import slugify

from clapometer.catalogue.models import Work
from clapometer.instants import end_of_day
from clapometer.sentences.values import ChartCountries, ChartRun
from clapometer.signals.charts import Charted
from clapometer.signals.chartweeks import ChartWeek

from .items import Item

# What a chart is called in a sentence, by publication.
NAMES = {"netflix-top10": "Netflix Top 10"}


def chart_items(work: Work, charted: Charted) -> Iterator[Item]:
    """Yield the run of the work on each list of the whole world, and its countries."""
    runs: dict[tuple[str, str], list[ChartWeek]] = defaultdict(list)
    for week in charted.weeks:
        runs[week.publication, week.category].append(week)
    for (publication, category), weeks in sorted(runs.items()):
        chart = f"{chart_name(publication)}, {category}"
        yield _run(work, chart, weeks, f"chart-{publication}-{slugify(category)}")
    yield from _countries(work, charted)


def chart_name(publication: str) -> str:
    """Return what a publication's chart is called."""
    return NAMES.get(publication, publication)


def _run(work: Work, chart: str, weeks: Sequence[ChartWeek], key: str) -> Item:
    best = min(weeks, key=lambda week: (week.rank, week.sunday))
    sundays = sorted({week.sunday for week in weeks})
    told = ChartRun(
        work.label, chart, len(sundays), sundays[0], sundays[-1], best.rank, best.sunday
    )
    source = chart_name(weeks[0].publication)
    return Item(key, "chart", work, told, _ended(sundays[-1]), best.seq, source)


def _countries(work: Work, charted: Charted) -> Iterator[Item]:
    countries = charted.countries
    if not countries.ever or countries.last_week_ends is None or countries.at_once_week is None:
        return
    source = " / ".join(map(chart_name, countries.publications))
    for way, number, week in (
        ("ever", countries.ever, countries.last_week_ends),
        ("last_week", countries.last_week, countries.last_week_ends),
        ("at_once", countries.at_once, countries.at_once_week),
    ):
        told = ChartCountries(work.label, source, number, way, week)
        yield Item(f"countries-{way}", "countries", work, told, _ended(week), None, source)


def _ended(sunday: date) -> int:
    return end_of_day(sunday, UTC)
