"""`clapometer feeds remove`: a feed is let go."""

from __future__ import annotations

from pathlib import Path

import click

from .flags import data_option
from .opening import open_site


@click.command("remove")
@click.argument("name", metavar="FEED")
@data_option()
def command(name: str, data: Path) -> None:
    """Let a feed go.

    FEED is the number of a feed or its address. What was taken in from it stays on the desk.

    \b
    Examples:
      clapometer feeds remove 3
    """
    open_site(data)
    from clapometer.desk.feeds.subscribing import feed_called, remove

    source = feed_called(name)
    remove(source)
    click.echo(f"{source.title or source.link} was let go.", err=True)
