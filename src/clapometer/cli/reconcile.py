"""`clapometer reconcile`: which reviews can have made the scores that a site printed?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clapometer.instants import format_instant

from .answers import print_json, print_table
from .endings import refused
from .flags import data_option, json_option

if TYPE_CHECKING:
    from clapometer.readers.published import PublishedRefusal
    from clapometer.scoring.reconcile import Day, Published, Reconciled

RULE = "rotten-tomatoes-2020"
BROKEN_VERDICTS = ("impossible", "too-few")
SUMMARY = (
    "work", "rows", "readable", "explained", "withdrawn", "changed sides", "impossible",
    "possibilities a day", "histories",
)  # fmt: skip
MOST_DATES = 12
LONG = 10**9
"""Numbers of histories from which only the number of digits is told to people."""


@click.command("reconcile")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "--map",
    "pairs",
    multiple=True,
    metavar="WHAT=COLUMN",
    help="The column that holds the date, score, count or work; may be given several times.",
)
@click.option("--rule", metavar="NAME", default=RULE, show_default=True,
              help="The rule whose rounding and minimum printed the scores.")  # fmt: skip
@click.option(
    "--summary", is_flag=True, help="One line for each work, with the dates; in JSON without rows."
)
@json_option
@data_option()
def command(
    file: Path,
    pairs: tuple[str, ...],
    rule: str,
    summary: bool,
    as_json: bool,
    data: Path,  # noqa: ARG001 -- every command takes it; this one needs no site
) -> None:
    """Say which reviews can have made the scores that a site printed.

    FILE is a table with a date, a score and a number of reviews in each row, and a work where it is
    of several. For each work it says on how many days new reviews and withdrawals alone explain the
    score, when reviews were withdrawn or changed sides, which pairs no reviews can have made, and
    in how many ways positive reviews can have run through the days.

    \b
    Examples:
      clapometer reconcile scores.csv
      clapometer reconcile scores.csv --map score=critic --map count=criticNum --json
      clapometer reconcile scores.csv --map work=film --summary
    """
    from clapometer.scoring.reconcile import RuleUnfit, reconcile
    from clapometer.scoring.rules import preset

    by = preset(rule)
    works, unread = _read(file, pairs)
    try:
        found = {work: reconcile(rows, by) for work, rows in works.items()}
    except RuleUnfit as unfit:
        raise refused(str(unfit)) from None
    refusals_of = Counter(one.work for one in unread)
    if as_json:
        lists = [_work_object(work, one, refusals_of[work]) for work, one in found.items()]
        if summary:
            lists = [{name: told[name] for name in told if name != "rows"} for told in lists]
        refusals = [{"row": one.row, "sentence": one.sentence} for one in unread]
        print_json({"rule": by.name, "works": lists, "unread": refusals})
    elif summary:
        table = [_summary_line(work, one, refusals_of[work]) for work, one in found.items()]
        print_table(SUMMARY, table)
    else:
        _print_for_people(found, unread)


def _read(
    file: Path, pairs: tuple[str, ...]
) -> tuple[dict[str, list[Published]], list[PublishedRefusal]]:
    from clapometer.readers.mapping import parse_pair
    from clapometer.readers.published import PublishedRefusal, choose_columns, read_published
    from clapometer.readers.tables import open_table
    from clapometer.scoring.reconcile import Published

    table = open_table(file)
    chosen = choose_columns(table.columns, [parse_pair(pair) for pair in pairs])
    works: dict[str, list[Published]] = {}
    unread = []
    for one in read_published(table, chosen):
        if isinstance(one, PublishedRefusal):
            unread.append(one)
        else:
            row = Published(one.at, one.printed, one.reviews)
            works.setdefault(one.work, []).append(row)
    if not works:
        raise refused(f"Not one row of {file.name} can be read. {unread[0].sentence}"
                      if unread else f"There is no row in {file.name}.")  # fmt: skip
    return works, unread


def _work_object(work: str, found: Reconciled, unread: int = 0) -> dict[str, object]:
    sizes = found.possibilities
    return {
        "work": work or None,
        "days": len(found.days),
        "explained": found.explained,
        "impossible": len(found.with_verdict(*BROKEN_VERDICTS)),
        "withdrawn": sum(day.withdrawn for day in found.days),
        "changed": sum(day.changed for day in found.days),
        # A whole number of any length, which JSON readers would round.
        "histories": str(found.histories),
        "unread": unread,
        "fewest": None if sizes is None else sizes.least,
        "most": None if sizes is None else sizes.most,
        "rows": [_day_object(day) for day in found.days],
    }


def _day_object(day: Day) -> dict[str, object]:
    some = day.together.size > 0
    return {
        "at": format_instant(day.published.at),
        "printed": day.published.printed,
        "count": day.published.count,
        "verdict": day.verdict,
        "least": day.together.least if some else None,
        "most": day.together.most if some else None,
        "withdrawn": day.withdrawn,
        "changed": day.changed,
    }


def _print_for_people(found: dict[str, Reconciled], unread: Sequence[PublishedRefusal]) -> None:
    for refusal in unread[:20]:
        click.echo(refusal.sentence, err=True)
    if len(unread) > 20:
        click.echo(f"{len(unread) - 20} more rows cannot be read.", err=True)
    header = ("work", "days", "explained", "impossible", "withdrawn", "changed", "histories")
    print_table(header, [_line(work, one) for work, one in found.items()])
    for work, one in found.items():
        for day in one.with_verdict("withdrawn", "changed", *BROKEN_VERDICTS):
            click.echo(": ".join(part for part in (work, _sentence(day)) if part))


def _line(work: str, one: Reconciled) -> Sequence[str]:
    told = _work_object(work, one)
    names = ("days", "explained", "impossible", "withdrawn", "changed")
    digits = len(str(one.histories))
    histories = str(one.histories) if one.histories < LONG else f"{digits} digits"
    return (work or "–", *(str(told[name]) for name in names), histories)


def _summary_line(work: str, one: Reconciled, unread: int) -> Sequence[str]:
    sizes = one.possibilities
    days, *_, histories = _line(work, one)[1:]
    return (
        work or "–", str(len(one.days) + unread), days, str(one.explained),
        _dated(one.days, lambda day: day.withdrawn), _dated(one.days, lambda day: day.changed),
        _dated(one.with_verdict(*BROKEN_VERDICTS), lambda _: 1),
        "–" if sizes is None else f"{sizes.least} to {sizes.most}", histories,
    )  # fmt: skip


def _dated(days: Sequence[Day], number: Callable[[Day], int]) -> str:
    """Return how many, with the dates: "3 (2020-12-09)"."""
    there = [day for day in days if number(day)]
    if not there:
        return "0"
    dates = ", ".join(_day_of(day) for day in there[:MOST_DATES])
    more = ", …" if len(there) > MOST_DATES else ""
    return f"{sum(map(number, there))} ({dates}{more})"


def _day_of(day: Day) -> str:
    return format_instant(day.published.at)[:10]


def _sentence(day: Day) -> str:
    from clapometer.scoring.reconcile import VERDICTS

    row = day.published
    parts = [f"{day.withdrawn} withdrawn at least"] if day.withdrawn else []
    parts += [f"{day.changed} changed at least"] if day.changed else []
    numbers = f" ({', '.join(parts)})" if parts else ""
    return f"{_day_of(day)}, {row.printed} % of {row.count}{numbers}. {VERDICTS[day.verdict]}"
