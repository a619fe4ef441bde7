"""`clapometer feeds`: the feeds that the desk reads."""

from __future__ import annotations

from pathlib import Path

import click

from .flags import data_option
from .listing import Listed, ListedCommands

# Each has a module of its own with a `command`; the first sentences stand here too, so that listing
# them loads none.
FEEDS = {
    "add": Listed("feedsadd", "Subscribe a feed."),
    "list": Listed("feedslist", "List the feeds that are subscribed."),
    "poll": Listed("feedspoll", "Ask feeds now."),
    "pause": Listed("feedspause", "Ask a feed no more until it is resumed."),
    "remove": Listed("feedsremove", "Let a feed go."),
}


class Feeds(ListedCommands):
    """The group of what can be done with feeds."""

    table = FEEDS


@click.group("feeds", cls=Feeds)
@data_option()
def command(data: Path) -> None:
    """Subscribe feeds, whose new items are taken in.

    RSS, Atom and JSON Feed. `worker` asks each from time to time, politely, and takes in what is
    new as `take` does; an editor decides.

    \b
    Examples:
      clapometer feeds add https://www.example.org/reviews.xml --every 30
      clapometer feeds list
      clapometer feeds poll 3
      clapometer feeds pause 3
    """
    del data  # Each of the commands below takes it from here.
