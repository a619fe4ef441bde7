"""`clapometer fetch pageviews`: the daily page views of a work's article, from Wikimedia."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path

import click

from clapometer.instants import now

from .fetchnumbers import fetch_each
from .flags import data_option, json_option
from .naming import work_named
from .opening import open_site


@click.command("pageviews")
@click.argument("work", metavar="[WORK]", nargs=-1)
@click.option("--article", metavar="TITLE", default="", help="The article; else the work's title.")
@click.option(
    "--project", metavar="NAME", default="en.wikipedia", show_default=True, help="The Wikipedia."
)
@click.option(
    "--since",
    metavar="DAY",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The first day; else where the known ones end.",
)
@json_option
@data_option()
def command(
    work: tuple[str, ...],
    article: str,
    project: str,
    since: datetime | None,
    as_json: bool,
    data: Path,
) -> None:
    """Fetch the daily page views of a work's article.

    Views by readers on all devices, from Wikimedia's public interface, for each day of UTC that is
    over. Without WORK, every article whose views are kept already is asked for what is new.

    \b
    Examples:
      clapometer fetch pageviews w17 --article "Salt Road (TV series)"
      clapometer fetch pageviews
    """
    open_site(data)
    from clapometer.desk import countfetching as fetching

    if work:
        found = work_named(" ".join(work), as_json=as_json)
        articles = [fetching.article_named(found, article or found.label, project)]
    else:
        articles = list(fetching.kept_articles())
    first = None if since is None else since.date()
    wanted = [
        (one.of, partial(fetching.fetch_pageviews, article=one, now=now(), since=first))
        for one in articles
    ]
    fetch_each(wanted, as_json=as_json)
