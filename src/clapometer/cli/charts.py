"""`clapometer charts`: the weeks of a work on the charts, its best place, in how many countries."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .answers import print_json, print_table
from .flags import data_option, json_option, known_option, work_argument
from .naming import instant_named, work_named, work_object, written
from .opening import open_site

if TYPE_CHECKING:
    from clapometer.catalogue.models import Work
    from clapometer.signals.alltime import AllTime
    from clapometer.signals.charts import Charted
    from clapometer.signals.chartstreaks import ListStreaks
    from clapometer.signals.chartweeks import ChartWeek
    from clapometer.signals.streaks import Run

# One member of each week in --json.
MEMBERS = {
    "week": "the Sunday that ends the week",
    "monday": "the day it began",
    "list": "the list as printed",
    "territory": "the country in two letters; null for the whole world",
    "rank": "the place, from 1",
    "hours": "hours viewed as published; null where they were not",
    "views": "views as published; null where they were not, never worked out",
    "weeks": "weeks on the chart so far, as published",
    "show": "the title as printed",
    "season": "the season as printed; empty for films",
    "work": "the work that the title is",
    "publication": "who publishes the chart",
    "seq": "the entry that told the line as it stands",
    "staggered": "whether its episodes appear in parts, as published; null where it is not told",
}
# One member of each line in `all_time`.
ALL_TIME_MEMBERS = {
    "list": "the list as printed",
    "days": "over how many first days its numbers run: 28 until June 2023, 91 since; not to be "
    "compared",
    "rank": "the place, from 1",
    "hours": "hours viewed as published",
    "views": "views as published; null where they were not",
    "show": "the title as printed",
    "season": "the season as printed; empty for films",
    "work": "the work that the title is",
    "publication": "who publishes the list",
    "seq": "the entry that told the line as it stands",
}
# One member of each list in `streaks`.
STREAK_MEMBERS = {
    "list": "the list as printed",
    "territory": "the country in two letters; null for the whole world",
    "publication": "who publishes the list",
    "weeks": "in how many weeks it is on the list at all",
    "longest": "the longest streak, of equals the latest: its first and last Sunday, its weeks, "
    "and whether it may be longer (`at_least`), because no list of a week beside it was taken in",
    "current": "the streak that reaches the last week told, in the same form; null where that week "
    "is off the list",
    "all": "every streak, in the same form",
    "told": "the first and the last Sunday of which the list was taken in, and how many between "
    "them were not (`missing`)",
}


@click.command("charts")
@work_argument
@click.option("--at", metavar="INSTANT", help="Only weeks that had ended then.")
@known_option
@click.option("--territory", metavar="CODE", default="", help="The weeks in this country, like GB.")
@json_option
@data_option()
def command(
    work: str, at: str | None, known: str | None, territory: str, as_json: bool, data: Path
) -> None:
    """Print what weekly charts say of a work.

    The weeks of the work and its seasons on the lists of the whole world, or with --territory of
    one country; the best place; its streaks of weeks in a row; and in how many countries it was,
    counted in three ways, each named.

    \b
    Examples:
      clapometer charts w17
      clapometer charts The Salt Road --territory GB
      clapometer charts w17 --at 2026-10-05 --json
    """
    open_site(data)
    from clapometer.signals.alltime import all_time_of
    from clapometer.signals.charts import charts_of, family

    found = work_named(work, as_json=as_json)
    until, knew = instant_named(at), instant_named(known)
    charted = charts_of(found, at=until, known=knew, territory=territory.upper())
    lines = all_time_of(family(found), at=until, known=knew)
    if as_json:
        clocks = {"at": written(until), "known": written(knew)}
        all_time = {"all_time": [_all_time(line) for line in lines]}
        print_json({**_object(found, charted), **all_time, **clocks})
        return
    if not charted.weeks and not charted.countries.ever and not lines:
        click.echo(f"No chart that was taken in lists {found}.", err=True)
        return
    _say(charted)
    for line in lines:
        click.echo(_all_time_line(line))


def _all_time(line: AllTime) -> dict[str, object]:
    return {
        "list": line.category,
        "days": line.days,
        "rank": line.rank,
        "hours": line.hours,
        "views": line.views,
        "show": line.show,
        "season": line.season,
        "work": f"w{line.work}",
        "publication": line.publication,
        "seq": line.seq,
    }


def _all_time_line(line: AllTime) -> str:
    numbers = [f"{number:,} {unit}" for number, unit in ((line.hours, "hours"),
               (line.views, "views")) if number is not None]  # fmt: skip
    days = f", in the first {line.days} days" if line.days else ""
    title = line.season or line.show
    return f"Of all time, {line.category}: place {line.rank}, {title}: {', '.join(numbers)}{days}."


def _object(work: Work, charted: Charted) -> dict[str, object]:
    from clapometer.signals.kinds import COUNTRIES
    from clapometer.signals.streaks import STREAK_QUERY

    countries = charted.countries
    return {
        "work": work_object(work),
        "weeks": [_week(week) for week in charted.weeks],
        "peak": None if charted.peak is None else _week(charted.peak),
        "first": None if charted.first is None else charted.first.isoformat(),
        "last": None if charted.last is None else charted.last.isoformat(),
        "countries": {
            "ever": countries.ever,
            "last_week": countries.last_week,
            "at_once": countries.at_once,
            "at_once_week": countries.at_once_week and countries.at_once_week.isoformat(),
            "codes": list(countries.codes),
            "queries": COUNTRIES,
        },
        "streaks": [_streaks(one) for one in charted.streaks],
        "streak_query": STREAK_QUERY,
    }


def _streaks(one: ListStreaks) -> dict[str, object]:
    found = one.streaks
    return {
        "list": one.key.category,
        "territory": one.key.territory or None,
        "publication": one.key.publication,
        "weeks": found.total,
        "longest": found.longest and _run(found.longest),
        "current": found.current and _run(found.current),
        "all": [_run(run) for run in found.runs],
        "told": {
            "first": one.first.isoformat(),
            "last": one.last.isoformat(),
            "missing": found.untold,
        },
    }


def _run(run: Run) -> dict[str, object]:
    return {
        "first": run.first.isoformat(),
        "last": run.last.isoformat(),
        "weeks": run.weeks,
        "at_least": run.at_least,
    }


def _week(week: ChartWeek) -> dict[str, object]:
    return {
        "week": week.sunday.isoformat(),
        "monday": week.monday.isoformat(),
        "list": week.category,
        "territory": week.territory or None,
        "rank": week.rank,
        "hours": week.hours,
        "views": week.views,
        "weeks": week.weeks,
        "show": week.show,
        "season": week.season,
        "work": f"w{week.work}",
        "publication": week.publication,
        "seq": week.seq,
        "staggered": week.staggered,
    }


def _say(charted: Charted) -> None:
    rows = [
        (week.sunday.isoformat(), week.category, str(week.rank), _number(week.hours),
         _number(week.views), week.season or week.show)
        for week in charted.weeks
    ]  # fmt: skip
    if rows:
        print_table(("week to", "list", "rank", "hours", "views", "title"), rows)
    if charted.peak:
        click.echo(f"Best place: {charted.peak.rank}, in the week to {charted.peak.sunday}.")
    for one in charted.streaks:
        click.echo(_streak_line(one))
    countries = charted.countries
    if countries.ever:
        click.echo(
            f"In the lists of {countries.ever} countries over all weeks so far; of"
            f" {countries.last_week} in the last week; of {countries.at_once} at once, in the week"
            f" to {countries.at_once_week}."
        )


def _streak_line(one: ListStreaks) -> str:
    """Return the longest streak on a list and the current one, in words."""
    found = one.streaks
    assert found.longest is not None
    line = f"{one.key.category}: {_told(found.longest)} in a row at most"
    if found.longest != found.current:
        line += f", {_told(found.current)} now" if found.current else ", none now"
    return f"{line}; {found.total} in all."


def _told(run: Run) -> str:
    weeks = f"{run.weeks} {'week' if run.weeks == 1 else 'weeks'}"
    return f"{'at least ' if run.at_least else ''}{weeks} ({run.first} to {run.last})"


def _number(value: int | None) -> str:
    return "" if value is None else f"{value:,}"
