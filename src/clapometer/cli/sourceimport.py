"""`clapometer import` of a file of works: IMDb's tables, lists of films made from Wikidata."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .progress import Progress
from .sourcetaking import read_answers, take

if TYPE_CHECKING:
    from clapometer.desk.cataloguing.outcome import SourceOutcome

add_option = click.option(
    "--add",
    is_flag=True,
    help="Of a file of works: add those that the site lacks; else only its own are completed.",
)


answers_option = click.option(
    "--answers",
    "answered",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Of a file of works: the table of questions that an earlier import wrote, answered.",
)


def source_profile(file: Path, profile: str | None, *, guess: bool) -> str:
    """Return the profile by which the file is one of works, "" for any other."""
    from clapometer.desk.cataloguing.files import PROFILES, profile_of

    if profile is not None:
        return profile if profile in PROFILES else ""
    return profile_of(file) if guess and file.is_file() else ""


def take_works_file(
    file: Path,
    profile: str,
    answers: tuple[tuple[str, ...], Path | None],
    *,
    add: bool,
    yes: bool,
    as_json: bool,
) -> None:
    """Look at the file, ask where there is somebody to ask, and take it in.

    `answers`: those of the command line, and the file of an earlier import's questions.
    """
    from clapometer.desk.cataloguing.files import look_at_file, open_source_file, take_file
    from clapometer.desk.cataloguing.questions import read_questions

    found = open_source_file(file, profile, add=add)
    pairs, answered = answers
    chosen = (read_questions(answered) if answered else {}) | read_answers(pairs)

    def look() -> SourceOutcome:
        with Progress("Looking") as progress:
            return look_at_file(found, chosen, progress.rows)

    def run() -> SourceOutcome:
        with Progress("Taking in") as progress:
            return take_file(found, chosen, progress.rows)

    take(look, run, yes=yes, as_json=as_json)
