"""`clapometer undo`: a whole import, taken back."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clapometer.instants import format_instant

from .answers import print_json, print_table
from .flags import data_option, json_option, yes_option
from .opening import open_site
from .progress import Progress

if TYPE_CHECKING:
    from clapometer.desk.models import Import


@click.command("undo")
@click.argument("import_id", metavar="[IMPORT]", type=click.IntRange(1), required=False)
@yes_option
@json_option
@data_option()
def command(import_id: int | None, yes: bool, as_json: bool, data: Path) -> None:
    """Take a whole import back.

    IMPORT is the number that `clapometer import` printed; without one, the imports are listed.
    Nothing is erased: each entry of the import gets a counter-entry, and what others have built on
    is left standing. On a terminal the command asks; elsewhere it goes on only with --yes.

    \b
    Examples:
      clapometer undo
      clapometer undo 4711 --yes
    """
    open_site(data)
    if import_id is None:
        _list(as_json=as_json)
        return
    if not yes and not _agreed(import_id):
        return
    from clapometer.desk.undoing import undo_import

    with Progress("Taking back") as progress:
        undone = undo_import(import_id, progress.positions)
    if as_json:
        print_json(
            {"import": undone.import_id, "entries": undone.entries, "reviews": undone.reviews}
        )
    else:
        click.echo(
            f"Import {undone.import_id} was taken back by {undone.entries:,} counter-entries,"
            f" {undone.reviews:,} of them about reviews."
        )


def _agreed(import_id: int) -> bool:
    """Say what would be taken back; return whether a person at a terminal agrees to it."""
    from clapometer.desk.models import Import

    for found in Import.objects.filter(id=import_id):
        click.echo(f"{found.file_name}: {found.added:,} entries, {found.state}", err=True)
    if sys.stdin.isatty() and sys.stderr.isatty():
        return click.confirm("Take it back?", err=True)
    click.echo("Nothing was taken back. Say --yes to do it.", err=True)
    return False


def _list(*, as_json: bool) -> None:
    from clapometer.desk.models import Import

    imports = list(Import.objects.order_by("id"))
    if as_json:
        print_json([_object(one) for one in imports])
    elif imports:
        header = ("import", "begun", "state", "rows", "added", "refused", "file")
        print_table(header, [_row(one) for one in imports])
    else:
        click.echo("There is no import.", err=True)


def _object(one: Import) -> dict[str, object]:
    return {
        "import": one.id,
        "begun": format_instant(one.started_at),
        "state": one.state,
        "file": one.file_name,
        "profile": one.profile,
        "rows": one.rows,
        "added": one.added,
        "unchanged": one.unchanged,
        "refused": one.refused,
    }


def _row(one: Import) -> tuple[str, ...]:
    begun = format_instant(one.started_at)[:19]
    counts = (str(one.rows), str(one.added), str(one.refused))
    return (str(one.id), begun, one.state, *counts, one.file_name)
