"""`clapometer fetch`: what open services tell, fetched now."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import click

from .flags import data_option

# Each has a module of its own with a `command`; the first sentences stand here too, so that listing
# them loads none.
FETCHES = {
    "tvmaze": ("fetchtvmaze", "Take a show in from TVmaze, with seasons and episodes."),
    "wikidata": (
        "fetchwikidata",
        "Take works in from Wikidata, with titles, releases and people.",
    ),
    "pageviews": ("fetchpageviews", "Fetch the daily page views of a work's article."),
    "tag": ("fetchtag", "Fetch how often a hashtag was used on a Mastodon server."),
}


class Fetches(click.Group):
    """A group whose commands are loaded when they are run."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click's signature
        """Return the names in the order of the table."""
        return list(FETCHES)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 -- click's signature
        cmd_name: str,
    ) -> click.Command | None:
        """Return the command, loaded from its module."""
        if cmd_name not in FETCHES:
            return None
        command = import_module(f"clapometer.cli.{FETCHES[cmd_name][0]}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002 -- click's signature
        formatter: click.HelpFormatter,
    ) -> None:
        """Write the list of commands from the table."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, short) for name, (_, short) in FETCHES.items()])


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
