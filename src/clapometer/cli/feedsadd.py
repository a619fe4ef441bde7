"""`clapometer feeds add`: a feed is subscribed, and asked for the first time."""

from __future__ import annotations

from pathlib import Path

import click

from .answers import print_json
from .feedslist import told_of
from .flags import data_option, json_option
from .merge import ACTOR
from .opening import open_site


@click.command("add")
@click.argument("link", metavar="LINK")
@click.option(
    "--every", metavar="MINUTES", default=60, show_default=True, type=int, help="How often to ask."
)
@json_option
@data_option()
def command(link: str, every: int, as_json: bool, data: Path) -> None:
    """Subscribe a feed.

    It is asked at once; its ten newest items are taken in, and from then on what is new. A feed
    that cannot be read is subscribed all the same, and asked again later; `remove` lets it go.

    \b
    Examples:
      clapometer feeds add https://www.example.org/reviews.xml
      clapometer feeds add https://www.example.org/feed.json --every 30
    """
    open_site(data)
    from clapometer.desk.feeds.polling import poll
    from clapometer.desk.feeds.subscribing import subscribe

    polled = poll(subscribe(link, ACTOR, every))
    source = polled.source
    if as_json:
        print_json(told_of(source))
        return
    click.echo(f"{source.id}: {source.title or source.link}. {source.result}")
