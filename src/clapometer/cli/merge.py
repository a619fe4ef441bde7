"""`clapometer merge`: two records of one work made one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .answers import print_json
from .asking import agreed
from .flags import data_option, json_option, yes_option
from .naming import work_named
from .opening import open_site

if TYPE_CHECKING:
    from clapometer.desk.merging import Moved

# Who writes, where nobody is signed in.
ACTOR = "command"


@click.command("merge")
@click.argument("work", metavar="WORK")
@click.argument("into", metavar="INTO")
@click.option("--reason", metavar="TEXT", default="", help="Why, in public.")
@yes_option
@json_option
@data_option()
def command(work: str, into: str, reason: str, yes: bool, as_json: bool, data: Path) -> None:
    """Make two records of one work one.

    Everything said of WORK is said of INTO from then on: reviews, facts, chart weeks, identifiers,
    and its seasons by their numbers. Nothing is erased, both clocks go on answering for both, and
    `clapometer split WORK` takes it back. On a terminal the command asks; elsewhere it goes on only
    with --yes.

    \b
    Examples:
      clapometer merge w4711 w17
      clapometer merge w4711 imdb:tt0111161 --reason "the same film twice" --yes
    """
    open_site(data)
    from clapometer.desk.merging import merge_works

    one, other = (work_named(name, as_json=as_json) for name in (work, into))
    if not yes:
        would = merge_works(one.id, other.id, reason, ACTOR, preview=True)
        click.echo(f"“{one}” into “{other}” would move {told(would)}.", err=True)
    if not agreed(yes, "Merge them?"):
        return
    moved = merge_works(one.id, other.id, reason, ACTOR)
    if as_json:
        print_json({"work": one.public_id, "into": other.public_id, **counted(moved)})
        return
    click.echo(f"{one.public_id} is part of {other.public_id} now: {told(moved)}.")
    click.echo(f"`clapometer split {one.public_id}` takes it back.")


def told(moved: Moved) -> str:
    """Return in words what was moved."""
    counts = f"{moved.reviews:,} reviews, {moved.facts:,} facts, {moved.parts:,} parts"
    return f"{counts}, by {moved.entries:,} entries; the score is then {moved.score}"


def counted(moved: Moved) -> dict[str, object]:
    """Return what was moved as JSON answers tell it."""
    return {
        "entries": moved.entries,
        "reviews": moved.reviews,
        "facts": moved.facts,
        "parts": moved.parts,
        "score": moved.score,
    }
