"""`clapometer feeds list`: what is subscribed, and how it stands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from clapometer.instants import format_instant

from .answers import print_json, print_table
from .flags import data_option, json_option
from .opening import open_site

if TYPE_CHECKING:
    from clapometer.desk.feeds.models import FeedSource


@click.command("list")
@json_option
@data_option()
def command(as_json: bool, data: Path) -> None:
    """List the feeds that are subscribed.

    With what came of asking them last, and when they are asked next.

    \b
    Examples:
      clapometer feeds list
      clapometer feeds list --json
    """
    open_site(data)
    from clapometer.desk.feeds.subscribing import feeds

    told = [told_of(one) for one in feeds()]
    if as_json:
        print_json(told)
        return
    if not told:
        click.echo("No feed is subscribed; `clapometer feeds add LINK` subscribes one.", err=True)
        return
    rows = [
        [
            str(one["id"]),
            one["state"],
            one["next"] or "",
            one["title"] or one["link"],
            one["result"],
        ]
        for one in told
    ]
    print_table(["number", "state", "next", "feed", "last time"], rows)


def told_of(source: FeedSource) -> dict[str, Any]:
    """Return a feed as JSON tells it."""
    return {
        "id": source.id,
        "link": source.link,
        "title": source.title,
        "state": source.state,
        "every": source.every,
        "asked": _instant(source.asked_at),
        "next": _instant(source.due_at) if source.state == "on" else None,
        "failures": source.failures,
        "taken": source.taken,
        "result": source.result,
    }


def _row(told: dict[str, Any]) -> list[str]:
    name = told["title"] or told["link"]
    return [str(told["id"]), told["state"], told["next"] or "", name, told["result"]]


def _instant(at: int | None) -> str | None:
    return None if at is None else format_instant(at // 1_000_000 * 1_000_000)
