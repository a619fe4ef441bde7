"""`clapometer search`: works by words of their titles."""

from __future__ import annotations

from pathlib import Path

import click

from .answers import print_json
from .flags import data_option, json_option
from .naming import candidate_line, work_object
from .opening import open_site


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@click.option(
    "--limit",
    default=20,
    show_default=True,
    type=click.IntRange(1, 1000),
    metavar="N",
    help="At most so many.",
)
@json_option
@data_option()
def command(words: tuple[str, ...], limit: int, as_json: bool, data: Path) -> None:
    """Find works by words of their titles.

    Every word, or part of a word, has to be in the title; the nearest come first. Each line has the
    id, the title and the kind, with tabs between them.

    \b
    Examples:
      clapometer search salt road
      clapometer search season --json
    """
    open_site(data)
    from clapometer.catalogue.search import find_works

    works = find_works(" ".join(words), limit)
    if as_json:
        print_json([work_object(work) for work in works])
        return
    for work in works:
        click.echo(candidate_line(work))
    if not works:
        click.echo(f"No title holds “{' '.join(words)}”.", err=True)
