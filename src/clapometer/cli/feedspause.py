"""`clapometer feeds pause`: a feed is left alone, or asked again."""

from __future__ import annotations

from pathlib import Path

import click

from .flags import data_option
from .opening import open_site


@click.command("pause")
@click.argument("name", metavar="FEED")
@click.option("--resume", is_flag=True, help="Ask it again, from now on.")
@data_option()
def command(name: str, resume: bool, data: Path) -> None:
    """Ask a feed no more until it is resumed.

    FEED is the number of a feed or its address.

    \b
    Examples:
      clapometer feeds pause 3
      clapometer feeds pause 3 --resume
    """
    open_site(data)
    from clapometer.desk.feeds import subscribing

    source = subscribing.feed_called(name)
    (subscribing.resume if resume else subscribing.pause)(source)
    said = "is asked again" if resume else "is paused"
    click.echo(f"{source.title or source.link} {said}.", err=True)
