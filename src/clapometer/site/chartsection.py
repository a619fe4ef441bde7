"""The section of weekly charts: places, streaks, and in how many countries, with the queries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext, ngettext

from clapometer.signals.alltime import AllTime, all_time_of
from clapometer.signals.charts import Charted, charts_of
from clapometer.signals.chartstreaks import ListStreaks
from clapometer.signals.chartweeks import ChartWeek
from clapometer.signals.kinds import COUNTRIES, RANKED_BY
from clapometer.signals.streaks import STREAK_QUERY, Run

from .addresses import entry_address, work_address
from .asking import query_of
from .sparks import Framed, day_word, number_of, ranks_spark
from .workpage import WorkRecord

# So many weeks stand in the table; the timeline has all.
WEEKS_SHOWN = 20


@dataclass(frozen=True, slots=True)
class OnList:
    """A list that the work is on: its name, how long, its chart, what it is ranked by and when."""

    name: str
    longest: str
    current: str
    total: str
    spark: Framed | None
    ranked: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class WeekRow:
    """A week in the table."""

    week: str
    iso: str
    category: str
    rank: int
    hours: str
    views: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Counted:
    """In how many countries, in one way of counting: the number, and the query behind it."""

    count: int
    query: str
    week: str


def read_charts(record: WorkRecord) -> Mapping[str, object] | None:
    """Return what the section prints; None for a work that no chart lists."""
    asked = record.asked
    works = [one.id for one in record.kin.family]
    charted = charts_of(record.work, at=asked.at, known=asked.known, among=works)
    all_time = all_time_of(works, at=asked.at, known=asked.known)
    if not charted.weeks and not charted.countries.ever and not all_time:
        return None
    peak = charted.peak
    shown = charted.weeks[-WEEKS_SHOWN:]
    return {
        "peak": peak and (peak.rank, day_word(peak.sunday), peak.sunday.isoformat()),
        "lists": [_on_list(one, charted) for one in charted.streaks],
        "weeks": [_row(week) for week in reversed(shown)],
        "more": len(charted.weeks) - len(shown),
        "all_weeks": _all_weeks(record),
        "countries": _countries(charted),
        "streak_query": gettext(STREAK_QUERY),
        "all_time": [_all_time(line) for line in all_time],
    }


def _all_time(line: AllTime) -> dict[str, object]:
    return {
        "name": line.category,
        "rank": line.rank,
        "days": line.days,
        "title": line.season or line.show,
        "hours": "" if line.hours is None else number_of(line.hours),
        "views": "" if line.views is None else number_of(line.views),
        "url": entry_address(line.seq),
    }


def _all_weeks(record: WorkRecord) -> str:
    query = "&".join(filter(None, (record.asked.query(), query_of(kind="chart"))))
    return work_address(record.work, query, "work_timeline")


def _on_list(one: ListStreaks, charted: Charted) -> OnList:
    found = one.streaks
    assert found.longest is not None
    weeks = [week for week in charted.weeks if week.category == one.key.category]
    breaks = [since for since, _ in RANKED_BY.get(one.key.publication, ())[1:]]
    current = "" if found.current is None else _streak(found.current)
    return OnList(
        one.key.category,
        _streak(found.longest),
        "" if found.current == found.longest else current or gettext("none"),
        _weeks(found.total),
        ranks_spark([(week.sunday, week.rank) for week in weeks], breaks),
        _ranked(weeks, one.key.publication),
    )


def _ranked(weeks: Sequence[ChartWeek], publication: str) -> list[tuple[str, str]]:
    """Return by what the list is ranked, and since when, as far as the weeks reach."""
    rules = RANKED_BY.get(publication, ())
    first, last = weeks[0].sunday, weeks[-1].sunday
    ends: list[date] = [since for since, _ in rules[1:]] + [date.max]
    return [
        (day_word(since), gettext(means))
        for (since, means), end in zip(rules, ends, strict=True)
        if since <= last and end > first
    ]


def _streak(run: Run) -> str:
    """Return a streak in words, with its first and last Sunday."""
    weeks = _weeks(run.weeks)
    if run.at_least:
        weeks = gettext("at least %(weeks)s") % {"weeks": weeks}
    span = {"weeks": weeks, "first": day_word(run.first), "last": day_word(run.last)}
    if run.weeks == 1:
        return gettext("%(weeks)s, %(last)s") % span
    return gettext("%(weeks)s, %(first)s to %(last)s") % span


def _weeks(count: int) -> str:
    return ngettext("%(n)s week", "%(n)s weeks", count) % {"n": count}


def _row(week: ChartWeek) -> WeekRow:
    return WeekRow(
        day_word(week.sunday),
        week.sunday.isoformat(),
        week.category,
        week.rank,
        "" if week.hours is None else number_of(week.hours),
        "" if week.views is None else number_of(week.views),
        week.season or week.show,
        entry_address(week.seq),
    )


def _countries(charted: Charted) -> list[Counted]:
    found = charted.countries
    if not found.ever:
        return []
    week = day_word(found.at_once_week) if found.at_once_week else ""
    counts = {"ever": found.ever, "last_week": found.last_week, "at_once": found.at_once}
    return [
        Counted(counts[name], gettext(query), week if name == "at_once" else "")
        for name, query in COUNTRIES.items()
    ]
