"""`clapometer consensus`: what the critics agree on, in whose words, and whether it still holds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .answers import print_json
from .flags import data_option, json_option, known_option, work_argument
from .naming import day_of, instant_named, work_named, work_object, written
from .opening import open_site

if TYPE_CHECKING:
    from clapometer.catalogue.models import Work
    from clapometer.facts.reading import Fact
    from clapometer.reviews.consensus import ConsensusAt

# The members of each version in --json.
MEMBERS = {
    "fact": "its number on this site; its page is `/fact/` and the number",
    "text": "word for word",
    "author": "who wrote it; null where that was erased",
    "source": "where it is from, if that is said",
    "link": "where it stands, if that is said",
    "written": "when it was written; null where that is not known",
    "recorded_at": "when this site first recorded it",
    "corrected_at": "when a slip in it was corrected last; null if none was",
    "written_at": "the score it was written at, see below",
}


@click.command("consensus")
@work_argument
@click.option("--at", metavar="INSTANT", help="The consensus in force then; else the present one.")
@known_option
@json_option
@data_option()
def command(work: str, at: str | None, known: str | None, as_json: bool, data: Path) -> None:
    """Print the critics' consensus of a work, with its versions.

    Word for word, with its author, its date and the score it was written at; and why it should be
    looked at again, if the score has changed side since, the badge was lost, or the reviews have
    doubled.

    \b
    Examples:
      clapometer consensus w17
      clapometer consensus The Salt Road --at 2026-10-05
      clapometer consensus w17 --json
    """
    open_site(data)
    from clapometer.reviews.consensus import consensus_of

    found = work_named(work, as_json=as_json)
    until, knew = instant_named(at), instant_named(known)
    told = consensus_of(found, until, knew)
    if as_json:
        print_json(_object(found, told) | {"at": written(until), "known": written(knew)})
    elif told is None:
        click.echo(f"There is no consensus of {found}.", err=True)
    else:
        _say(told)


def _object(work: Work, told: ConsensusAt | None) -> dict[str, object]:
    from clapometer.reviews.consensus import stated

    return {
        "work": work_object(work),
        "consensus": _version(told.fact) if told else None,
        "reasons": list(told.reasons) if told else [],
        "now": stated(told.now) if told else None,
        "earlier": [_version(fact) for fact in reversed(told.versions[:-1])] if told else [],
    }


def _version(fact: Fact) -> dict[str, object]:
    said = fact.said
    corrected = fact.recorded_at if fact.seq != fact.id else None
    return {
        "fact": fact.id,
        "text": said["text"],
        "author": said.get("author") or None,
        "source": said.get("source", ""),
        "link": said.get("link", ""),
        "written": written(fact.happened_at),
        "recorded_at": written(fact.since),
        "corrected_at": written(corrected),
        "written_at": said["written_at"],
    }


def _say(told: ConsensusAt) -> None:
    from clapometer.reviews.consensus import CONSENSUS, REASONS

    fact, stamp = told.fact, CONSENSUS.stamp
    click.echo(f"“{fact.said['text']}”")
    day = day_of(fact.happened_at) or "date unknown"
    click.echo(f"{fact.said.get('author') or 'Author erased'}, {day}; fact {fact.id}.")
    if stamp:
        click.echo(f"Written at {stamp.show(told.written_at)}.")
    for name in told.reasons:
        click.echo(f"To be looked at again: {REASONS[name]}.")
    earlier = len(told.versions) - 1
    if earlier:
        click.echo(f"Earlier texts: {earlier}; --json prints them.")
