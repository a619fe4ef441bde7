"""`clapometer import` of a file of charts: what it holds, and what became of it."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .answers import print_json

if TYPE_CHECKING:
    from clapometer.desk.charts import ChartOutcome

_SHOWN = 5


def is_chart_file(file: Path) -> bool:
    """Return whether the file's header is that of a list of the most watched."""
    from clapometer.readers.charts import form_of
    from clapometer.readers.tables import open_table

    return form_of(open_table(file).columns) is not None


def take_charts(file: Path, *, yes: bool, as_json: bool) -> None:
    """Look at the file, ask where there is somebody to ask, and take it in."""
    from clapometer.desk.charts import preview_charts, read_chart_file, run_charts

    if not yes:
        seen = preview_charts(read_chart_file(file))
        terminal = sys.stdin.isatty() and sys.stderr.isatty()
        if as_json and not terminal:
            print_json(outcome_object(seen, preview=True))
        else:
            click.echo("\n".join(_lines(seen)), err=as_json)
        if not (terminal and click.confirm("Take this in?", err=True)):
            told = "Nothing was taken in." + ("" if terminal else " Say --yes to do it.")
            click.echo(told, err=True)
            return
    began = time.monotonic()
    outcome = run_charts(read_chart_file(file))
    seconds = time.monotonic() - began
    if as_json:
        print_json(outcome_object(outcome, preview=False) | {"seconds": round(seconds, 3)})
    else:
        click.echo("\n".join([*_lines(outcome), *_ending(outcome, seconds)]))


def outcome_object(outcome: ChartOutcome, *, preview: bool) -> dict[str, object]:
    """Return what became of the file, or would, for a script."""
    return {
        "preview": preview,
        "import": outcome.import_id,
        "rows": outcome.rows,
        "charts": outcome.charts,
        "added": outcome.added,
        "restated": outcome.restated,
        "unchanged": outcome.unchanged,
        "refused": outcome.refused,
        "values_changed": outcome.cells,
        "values_completed": outcome.completed,
        "places_gone": outcome.gone,
        "works": outcome.works,
        "titles": outcome.titles,
        "ambiguous": {title: list(works) for title, works in outcome.ambiguous.items()},
        "refusals": [refusal.sentence for refusal in outcome.refusals[:100]],
        "remarks": list(outcome.remarks),
    }


def _lines(outcome: ChartOutcome) -> Iterator[str]:
    yield (
        f"{outcome.rows:,} lines: {outcome.added:,} added in {outcome.charts:,} new charts,"
        f" {outcome.restated:,} restated, {outcome.unchanged:,} unchanged,"
        f" {outcome.refused:,} refused"
    )
    if outcome.restated:
        yield (
            f"Restated: {outcome.cells:,} values changed, {outcome.completed:,} that earlier forms"
            " did not tell"
        )
    if outcome.gone:
        yield f"{outcome.gone:,} places are no longer on their charts"
    for title, works in list(outcome.ambiguous.items())[:_SHOWN]:
        yield f"Ambiguous: “{title}” may be {' or '.join(works)}"
    for refusal in outcome.refusals[:_SHOWN]:
        yield f"Refused, row {refusal.row:,}: {refusal.sentence}"
    yield from outcome.remarks


def _ending(outcome: ChartOutcome, seconds: float) -> Iterator[str]:
    yield f"New: {outcome.works:,} works; {outcome.titles:,} titles were matched"
    if outcome.import_id is None:
        yield "There was nothing new in the file, so nothing was written."
    else:
        undo = f"to take it back: clapometer undo {outcome.import_id}"
        yield f"Import {outcome.import_id}, in {seconds:.1f} s; {undo}"
