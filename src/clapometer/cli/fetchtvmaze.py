"""`clapometer fetch tvmaze`: a show with its seasons, episodes and people."""

from __future__ import annotations

from pathlib import Path

import click

from .flags import data_option, json_option, yes_option
from .sourcetaking import as_option, fetch_works


@click.command("tvmaze")
@click.argument("show", metavar="SHOW...", nargs=-1, required=True)
@as_option
@yes_option
@json_option
@data_option()
def command(
    show: tuple[str, ...], answers: tuple[str, ...], yes: bool, as_json: bool, data: Path
) -> None:
    """Take a show in from TVmaze, with seasons and episodes.

    SHOW is its number at TVmaze, its page, its IMDb number or its title. It comes with its cast,
    releases, and where to watch. First comes a preview: what would be new, what a person has to
    say, where the source says otherwise than this site. Fetching again changes only what changed,
    never what a person wrote, and `clapometer undo` takes it back whole.

    \b
    Examples:
      clapometer fetch tvmaze 82
      clapometer fetch tvmaze "The Salt Ferry" --yes
      clapometer fetch tvmaze 82 --as tvmaze:shows/82=w17 --yes
    """
    fetch_works("tvmaze", show, answers, data, yes=yes, as_json=as_json)
