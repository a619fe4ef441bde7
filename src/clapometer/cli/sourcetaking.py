"""Taking works from a catalogue: looked at first, asked where there is somebody, then taken in."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .answers import print_json
from .endings import refused
from .opening import open_site
from .sourcewords import source_ending, source_lines, source_object

if TYPE_CHECKING:
    from clapometer.desk.cataloguing.outcome import SourceOutcome

as_option = click.option(
    "--as",
    "answers",
    multiple=True,
    metavar="KEY=WORK",
    help="Which work of this site one of the source is, like tvmaze:shows/82=w17; or =new.",
)


def read_answers(pairs: tuple[str, ...]) -> dict[str, int | str]:
    """Return which work each key is: its number, or “new”. Refuses works that there are not."""
    return dict(map(_answer, pairs))


def _answer(pair: str) -> tuple[str, int | str]:
    from clapometer.catalogue.search import resolve_work

    key, mark, work = pair.rpartition("=")
    if not (mark and key and work):
        raise refused(f"“{pair}” is no answer; write it like tvmaze:shows/82=w17 or =new.")
    return key, "new" if work == "new" else resolve_work(work).id


def fetch_works(
    source: str,
    what: tuple[str, ...],
    answers: tuple[str, ...],
    data: Path,
    *,
    yes: bool,
    as_json: bool,
) -> None:
    """Ask a catalogue for works, show what would come of them, and take them in if agreed to."""
    open_site(data)
    from clapometer.desk.cataloguing.asking import ASK
    from clapometer.desk.cataloguing.sources import SOURCES
    from clapometer.desk.cataloguing.taking import look_at, take_in
    from clapometer.desk.clients import site_client

    chosen = read_answers(answers)
    gathered = ASK[source](site_client(), what)
    origin = SOURCES[source]
    take(
        lambda: look_at(origin, gathered, chosen),
        lambda: take_in(origin, gathered, chosen),
        yes=yes,
        as_json=as_json,
    )


def take(
    look: Callable[[], SourceOutcome], run: Callable[[], SourceOutcome], *, yes: bool, as_json: bool
) -> None:
    """Show what would come of it, and do it where that is agreed to."""
    if not yes and not _agreed(look(), as_json=as_json):
        return
    began = time.monotonic()
    outcome = run()
    seconds = time.monotonic() - began
    if as_json:
        print_json(source_object(outcome, preview=False) | {"seconds": round(seconds, 3)})
    else:
        click.echo("\n".join([*source_lines(outcome), source_ending(outcome, seconds)]))


def _agreed(seen: SourceOutcome, *, as_json: bool) -> bool:
    terminal = sys.stdin.isatty() and sys.stderr.isatty()
    if as_json and not terminal:
        print_json(source_object(seen, preview=True))
    else:
        click.echo("\n".join(source_lines(seen)), err=as_json)
    if not seen.writes:
        click.echo("There is nothing new to take in.", err=True)
        return False
    if terminal and click.confirm("Take this in?", err=True):
        return True
    click.echo("Nothing was taken in." + ("" if terminal else " Say --yes to do it."), err=True)
    return False
