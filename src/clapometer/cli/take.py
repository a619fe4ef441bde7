"""`clapometer take`: links, files and texts onto the desk."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .answers import print_json
from .endings import FAILED, refused
from .flags import data_option, json_option
from .merge import ACTOR
from .opening import open_site

if TYPE_CHECKING:
    from clapometer.desk.intake.asked import Asked, TakingRefused
    from clapometer.desk.intake.taking import Taken

_LINKS = ("http://", "https://", "www.")


@click.command("take")
@click.argument("sources", metavar="LINK|FILE|-", nargs=-1, required=True)
@click.option(
    "--published",
    metavar="DATE",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day of the story, where it does not say or says it wrongly.",
)
@click.option("--later", is_flag=True, help="Put links on the list, which `worker` reads.")
@json_option
@data_option()
def command(
    sources: tuple[str, ...], published: datetime | None, later: bool, as_json: bool, data: Path
) -> None:
    """Take stories and reviews in, to be decided on the desk.

    A LINK is fetched as far as its host lets programs; a FILE is a saved page or a text; - reads a
    text, or a list of links, from the input. What is read becomes proposals in the queue, and
    nothing of it is recorded before an editor says yes. The exit code is 1 if something could not
    be read; the others are taken.

    \b
    Examples:
      clapometer take https://www.example.org/salt-road-review
      clapometer take saved-page.html story.txt --published 2024-05-01
      clapometer take - --later < links.txt
    """
    open_site(data)
    from clapometer.desk.intake.listed import take_list

    day = published.date() if published else None
    wanted = [(name, one) for name in sources for one in _asked(name, day)]
    taken = take_list([one for _, one in wanted], ACTOR, now=not later)
    told = [_told(name, one) for (name, _), one in zip(wanted, taken, strict=True)]
    if as_json:
        print_json(told)
    else:
        for one in told:
            click.echo(_line(one))
    if any(one["problem"] for one in told):
        raise click.exceptions.Exit(FAILED)


def _asked(name: str, day: date | None) -> list[Asked | TakingRefused]:
    from clapometer.desk.intake.asked import TakingRefused, asked_file, asked_link, asked_of

    try:
        if name == "-":
            text = sys.stdin.buffer.read().decode("utf-8", "replace")
            return asked_of(text, published=day)
        if name.casefold().startswith(_LINKS):
            return [asked_link(name, published=day)]
        return [asked_file(_bytes(name), published=day)]
    except TakingRefused as problem:
        return [problem]


def _bytes(name: str) -> bytes:
    path = Path(name)
    if not path.is_file():
        raise refused(f"“{name}” is neither an address with http:// or https:// nor a file.")
    return path.read_bytes()


def _told(name: str, taken: Taken) -> dict[str, Any]:
    reading = taken.reading
    state = reading.state if reading else "refused"
    told: dict[str, Any] = {"source": taken.link or name, "state": state}
    if reading:
        told |= {"reading": reading.id, "headline": reading.headline, "outlet": reading.outlet}
    return told | {"proposals": taken.proposals._asdict(), "problem": taken.problem}


def _line(told: dict[str, Any]) -> str:
    if told["problem"]:
        return f"{told['source']}: {told['problem']}"
    if told["state"] == "waiting":
        return f"{told['source']}: on the list."
    found = told["proposals"]
    head = f" “{told['headline']}”," if told["headline"] else ""
    return (
        f"{told['source']}:{head} {found['new']} new proposals, {found['backed']} more sources of"
        f" such that wait, {found['known']} known or decided,"
        f" {found['unstated']} stated as no fact and left out."
    )
