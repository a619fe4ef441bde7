"""`clapometer split`: two records that were merged made two again."""

from __future__ import annotations

from pathlib import Path

import click

from .answers import print_json
from .asking import agreed
from .flags import data_option, json_option, yes_option
from .merge import ACTOR, counted, told
from .opening import open_site


@click.command("split")
@click.argument("work", metavar="WORK")
@click.option("--reason", metavar="TEXT", default="", help="Why, in public.")
@yes_option
@json_option
@data_option()
def command(work: str, reason: str, yes: bool, as_json: bool, data: Path) -> None:
    """Take the merging of two records back.

    WORK is the record that became part of another, by its id. What came in for the other record
    since stays there. On a terminal the command asks; elsewhere it goes on only with --yes.

    \b
    Examples:
      clapometer split w4711 --reason "a remake, not the same film" --yes
    """
    open_site(data)
    from clapometer.catalogue.search import resolve_work
    from clapometer.desk.splitting import split_work

    found = resolve_work(work)
    if not agreed(yes, f"Split “{found}” off again?"):
        return
    moved = split_work(found.id, reason, ACTOR)
    if as_json:
        print_json({"work": found.public_id, **counted(moved)})
    else:
        click.echo(f"{found.public_id} is a record of its own again: {told(moved)}.")
