"""`clapometer fetch`: what open services tell, fetched now."""

from __future__ import annotations

from pathlib import Path

import click

from .flags import data_option
from .listing import Listed, ListedCommands

# Each has a module of its own with a `command`; the first sentences stand here too, so that listing
# them loads none.
FETCHES = {
    "tvmaze": Listed("fetchtvmaze", "Take a show in from TVmaze, with seasons and episodes."),
    "wikidata": Listed(
        "fetchwikidata",
        "Take works in from Wikidata, with titles, releases and people.",
    ),
    "pageviews": Listed("fetchpageviews", "Fetch the daily page views of a work's article."),
    "tag": Listed("fetchtag", "Fetch how often a hashtag was used on a Mastodon server."),
}


class Fetches(ListedCommands):
    """The group of what can be fetched."""

    table = FETCHES


@click.group("fetch", cls=Fetches)
@data_option()
def command(data: Path) -> None:
    """Fetch what open services tell, now.

    Each asks one service, says who it is, and waits where it is told to wait. Fetching again adds
    only what is new; what a service tells otherwise than before becomes a correction. Every fetch
    is in the list that `clapometer undo` prints, and can be taken back whole.

    \b
    Examples:
      clapometer fetch tvmaze 82
      clapometer fetch wikidata Q172241
      clapometer fetch pageviews w17 --article "Salt Road (TV series)"
      clapometer fetch tag w17 --tag saltroad
    """
    del data  # Each of the commands below takes it from here.
