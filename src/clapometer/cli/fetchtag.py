"""`clapometer fetch tag`: how often a hashtag was used on a Mastodon server."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from clapometer.instants import now

from .endings import refused
from .fetchnumbers import fetch_each
from .flags import data_option, json_option
from .naming import work_named
from .opening import open_site


@click.command("tag")
@click.argument("work", metavar="[WORK]", nargs=-1)
@click.option("--tag", "name", metavar="NAME", default="", help="The hashtag, with # or without.")
@click.option(
    "--server", metavar="HOST", default="mastodon.social", show_default=True, help="Who is asked."
)
@json_option
@data_option()
def command(work: tuple[str, ...], name: str, server: str, as_json: bool, data: Path) -> None:
    """Fetch how often a hashtag was used on a Mastodon server.

    Posts with the hashtag and accounts that used it, for each of the last days of UTC that is over;
    a server knows those that reached it. It tells a week, so fetch at least once a week. Without
    WORK, every hashtag that is kept already is asked for what is new.

    \b
    Examples:
      clapometer fetch tag w17 --tag saltroad --server mastodon.social
      clapometer fetch tag
    """
    open_site(data)
    from clapometer.desk import countfetching as fetching

    if work and not name:
        raise refused("Name the hashtag with --tag, like --tag saltroad.")
    tags = list(fetching.kept_tags())
    if work:
        tags = [fetching.tag_named(work_named(" ".join(work), as_json=as_json), name, server)]
    wanted = [(one.of, partial(fetching.fetch_tag, tag=one, now=now())) for one in tags]
    fetch_each(wanted, as_json=as_json)
