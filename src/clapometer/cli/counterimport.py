"""`clapometer import` of a table of numbers: what it holds, and what became of it."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .answers import print_json

if TYPE_CHECKING:
    from clapometer.desk.counterfiles import CounterFile, CounterOutcome

_SHOWN = 5


def is_counter_file(file: Path) -> bool:
    """Return whether the file's header has what a table of numbers needs, by its own names."""
    from clapometer.readers.counters import NEEDED
    from clapometer.readers.tables import open_table

    return {*NEEDED}.issubset(column.strip().casefold() for column in open_table(file).columns)


def take_counters(file: Path, *, yes: bool, as_json: bool) -> None:
    """Look at the file, ask where there is somebody to ask, and take it in."""
    from clapometer.desk.counterfiles import read_counter_file

    take_numbers(lambda: read_counter_file(file), yes=yes, as_json=as_json)


def is_engagement_report(file: Path) -> bool:
    """Return whether the file's header is that of a half-yearly report on what was watched."""
    from clapometer.desk.engagement import is_engagement_file

    return is_engagement_file(file)


def take_engagement(file: Path, *, yes: bool, as_json: bool) -> None:
    """Take in a half-yearly report; the file's name says of which half-year it is."""
    from clapometer.desk.engagement import read_engagement_file

    take_numbers(lambda: read_engagement_file(file), yes=yes, as_json=as_json)


def take_numbers(read: Callable[[], CounterFile], *, yes: bool, as_json: bool) -> None:
    """Take in what `read` gives, after a look at it; `read` is called for each of the two."""
    from clapometer.desk.counterfiles import preview_counters, run_counters

    if not yes:
        seen = preview_counters(read())
        terminal = sys.stdin.isatty() and sys.stderr.isatty()
        if as_json and not terminal:
            print_json(outcome_object(seen, preview=True))
        else:
            click.echo("\n".join(outcome_lines(seen)), err=as_json)
        if not (terminal and click.confirm("Take this in?", err=True)):
            told = "Nothing was taken in." + ("" if terminal else " Say --yes to do it.")
            click.echo(told, err=True)
            return
    began = time.monotonic()
    outcome = run_counters(read())
    seconds = time.monotonic() - began
    if as_json:
        print_json(outcome_object(outcome, preview=False) | {"seconds": round(seconds, 3)})
    else:
        click.echo("\n".join([*outcome_lines(outcome), *ending(outcome, seconds)]))


def outcome_object(outcome: CounterOutcome, *, preview: bool) -> dict[str, object]:
    """Return what became of the numbers, or would, for a script."""
    taken = outcome.taken
    return {
        "preview": preview,
        "import": outcome.import_id,
        "rows": outcome.rows,
        "added": taken.told,
        "restated": taken.restated,
        "unchanged": taken.unchanged,
        "refused": outcome.refused,
        "unmatched": outcome.unmatched,
        "counters": taken.counters,
        "definitions": taken.definitions,
        "works": outcome.works,
        "refusals": [one.sentence for one in outcome.refusals[:100]],
        "report": None if outcome.report is None else str(outcome.report),
        "remarks": list(outcome.remarks),
    }


def outcome_lines(outcome: CounterOutcome) -> Iterator[str]:
    """Yield the same for a person."""
    taken = outcome.taken
    unmatched = f", {outcome.unmatched:,} of no work known here" if outcome.unmatched else ""
    yield (
        f"{outcome.rows:,} numbers: {taken.told:,} new, {taken.restated:,} restated,"
        f" {taken.unchanged:,} unchanged, {outcome.refused:,} refused{unmatched}"
    )
    works = f", {outcome.works:,} works" if outcome.works else ""
    yield f"New: {taken.counters:,} counters, {taken.definitions:,} definitions of measures{works}"
    for one in outcome.refusals[:_SHOWN]:
        yield f"Refused, row {one.row:,}: {one.sentence}"
    yield from outcome.remarks


def ending(outcome: CounterOutcome, seconds: float) -> Iterator[str]:
    """Yield the last lines: the report of refused rows, and how to take the import back."""
    if outcome.report:
        yield f"Refused rows: {outcome.report}"
    if outcome.import_id is None:
        yield "There was nothing new, so nothing was written."
    else:
        undo = f"to take it back: clapometer undo {outcome.import_id}"
        yield f"Import {outcome.import_id}, in {seconds:.1f} s; {undo}"
