"""`clapometer feeds poll`: feeds are asked now."""

from __future__ import annotations

from pathlib import Path

import click

from .answers import print_json
from .endings import FAILED
from .feedslist import told_of
from .flags import data_option, json_option
from .opening import open_site


@click.command("poll")
@click.argument("names", metavar="[FEED]...", nargs=-1)
@json_option
@data_option()
def command(names: tuple[str, ...], as_json: bool, data: Path) -> None:
    """Ask feeds now.

    FEED is the number of a feed or its address; without one, those whose time has come are asked.
    New items are put on the list that `worker` reads. The exit code is 1 if a feed could not be
    read.

    \b
    Examples:
      clapometer feeds poll
      clapometer feeds poll 3
    """
    open_site(data)
    from clapometer.desk.feeds.polling import poll, poll_due
    from clapometer.desk.feeds.subscribing import feed_called

    wanted = [feed_called(name) for name in names]
    polled = [poll(one) for one in wanted] if names else poll_due(_LONGEST)
    if as_json:
        print_json([told_of(one.source) for one in polled])
    else:
        for one in polled:
            click.echo(f"{one.source.title or one.source.link}: {one.source.result}")
    if any(one.problem for one in polled):
        raise click.exceptions.Exit(FAILED)


_LONGEST = 3600.0
"""Seconds after which a run ends, also where feeds are left."""
