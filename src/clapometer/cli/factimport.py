"""`clapometer import` of a table of facts: what it holds, and what became of it."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .answers import print_json
from .progress import Progress

if TYPE_CHECKING:
    from clapometer.desk.factimport import FactOutcome

_SHOWN = 5


def is_fact_file(file: Path) -> bool:
    """Return whether the file's first row names a kind of fact."""
    from clapometer.desk.factrows import kind_written
    from clapometer.readers.facts import plain_name
    from clapometer.readers.tables import open_table

    table = open_table(file)
    names = [plain_name(column) for column in table.columns]
    if "kind" not in names or not table.sample:
        return False
    return kind_written(plain_name(table.sample[0][names.index("kind")])) is not None


def take_facts(file: Path, *, yes: bool, as_json: bool) -> None:
    """Look at the file, ask where there is somebody to ask, and take it in."""
    from clapometer.desk.factimport import run_facts

    if not yes and not _agreed(file, as_json=as_json):
        return
    began = time.monotonic()
    try:
        with Progress("Taking in") as progress:
            outcome = run_facts(file, progress.rows)
    except KeyboardInterrupt:
        click.echo("Run the same command again: it goes on where it was interrupted.", err=True)
        raise
    seconds = time.monotonic() - began
    if as_json:
        print_json(outcome_object(outcome, preview=False) | {"seconds": round(seconds, 3)})
    else:
        click.echo("\n".join([*outcome_lines(outcome), *_ending(outcome, seconds)]))


def _agreed(file: Path, *, as_json: bool) -> bool:
    """Show what the import would do; return whether a person at a terminal agrees to it."""
    from clapometer.desk.factimport import preview_facts

    with Progress("Looking") as progress:
        seen = preview_facts(file, progress.rows)
    terminal = sys.stdin.isatty() and sys.stderr.isatty()
    if as_json and not terminal:
        print_json(outcome_object(seen, preview=True))
    else:
        click.echo("\n".join(outcome_lines(seen)), err=as_json)
    if terminal and click.confirm("Take this in?", err=True):
        return True
    click.echo("Nothing was taken in." + ("" if terminal else " Say --yes to do it."), err=True)
    return False


def outcome_object(outcome: FactOutcome, *, preview: bool) -> dict[str, object]:
    """Return what became of the file, or would, for a script."""
    return {
        "preview": preview,
        "import": outcome.import_id,
        "rows": outcome.rows,
        "added": outcome.added,
        "unchanged": outcome.unchanged,
        "refused": outcome.refused,
        "kinds": dict(outcome.kinds),
        "people": outcome.people,
        "works": outcome.works,
        "reasons": dict(outcome.reasons),
        "unused": list(outcome.unused),
        "report": None if outcome.report is None else str(outcome.report),
        "remarks": list(outcome.remarks),
        "resumed": outcome.resumed,
    }


def outcome_lines(outcome: FactOutcome) -> Iterator[str]:
    """Yield what became of the file, or would, for a person."""
    if outcome.resumed:
        yield "An interrupted import of this file was taken up again."
    kinds = ", ".join(f"{count:,} {kind}" for kind, count in sorted(outcome.kinds.items()))
    yield (
        f"{outcome.rows:,} rows: {outcome.added:,} facts added{f' ({kinds})' if kinds else ''},"
        f" {outcome.unchanged:,} are there already, {outcome.refused:,} refused"
    )
    if outcome.people or outcome.works:
        yield f"New with them: {outcome.people:,} people, {outcome.works:,} works"
    if outcome.unused:
        yield f"Columns that no kind of fact has: {', '.join(outcome.unused)}"
    for column, count in sorted(outcome.reasons.items(), key=lambda reason: -reason[1]):
        yield f"Refused for {column}: {count:,}"
        for refusal in outcome.examples[column][:_SHOWN]:
            yield f"  row {refusal.row:,}: {refusal.sentence}"
    yield from outcome.remarks


def _ending(outcome: FactOutcome, seconds: float) -> Iterator[str]:
    if outcome.report:
        yield f"Refused rows: {outcome.report}"
    if outcome.import_id is None:
        yield "There was nothing new in the file, so nothing was written."
    else:
        undo = f"to take it back: clapometer undo {outcome.import_id}"
        yield f"Import {outcome.import_id}, in {seconds:.1f} s; {undo}"
