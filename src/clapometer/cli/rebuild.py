"""`clapometer rebuild`: everything derived from the ledger, made anew."""

from __future__ import annotations

from pathlib import Path

import click

from .answers import print_json
from .flags import data_option, json_option
from .opening import open_site


@click.command("rebuild")
@json_option
@data_option()
def command(as_json: bool, data: Path) -> None:
    """Make everything derived from the ledger anew.

    Works, outlets, critics, reviews, scores and histories are thrown away and built again from the
    first entry, in one transaction: readers see the old tables until the new ones are whole. The
    ledger itself is not touched.

    \b
    Examples:
      clapometer rebuild
      clapometer rebuild --data /srv/reviews --json
    """
    open_site(data)
    from clapometer.ledger.consumers import rebuild

    click.echo("Building everything again from the ledger …", err=True)
    seq = rebuild()
    if as_json:
        print_json({"seq": seq})
    else:
        click.echo(f"Rebuilt from {seq:,} entries.")
