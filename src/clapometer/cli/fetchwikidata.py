"""`clapometer fetch wikidata`: films and series with titles, identifiers, releases and people."""

from __future__ import annotations

from pathlib import Path

import click

from .flags import data_option, json_option, yes_option
from .sourcetaking import as_option, fetch_works


@click.command("wikidata")
@click.argument("items", metavar="ITEM...", nargs=-1, required=True)
@as_option
@yes_option
@json_option
@data_option()
def command(
    items: tuple[str, ...], answers: tuple[str, ...], yes: bool, as_json: bool, data: Path
) -> None:
    """Take works in from Wikidata, with titles, releases and people.

    Each ITEM is named like Q42, or by its page. First comes a preview: what would be new, what a
    person has to say, where the source says otherwise than this site. Fetching again changes only
    what changed, never what a person wrote, and `clapometer undo` takes it back whole.

    \b
    Examples:
      clapometer fetch wikidata Q172241 Q83495
      clapometer fetch wikidata https://www.wikidata.org/wiki/Q172241 --yes --json
    """
    fetch_works("wikidata", items, answers, data, yes=yes, as_json=as_json)
