"""`clapometer scales`: on which scales this site's grades are, proposed and confirmed."""

from __future__ import annotations

import getpass
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from clapometer.instants import format_instant, parse_instant, start_of_day, to_datetime

from .answers import print_json, print_table
from .flags import data_option, json_option, yes_option
from .naming import instant_named, written
from .opening import open_site

if TYPE_CHECKING:
    from clapometer.reviews.readings import Confirmed, Hand
    from clapometer.reviews.scaleproposals import Proposed
    from clapometer.reviews.scales import Outlook
    from clapometer.scoring.infer import Proposal

by_option = click.option(
    "--by", metavar="NAME", default=getpass.getuser, show_default="the name you are logged in by",
    help="Who says so; it stands in the record, in public.",
)  # fmt: skip


@click.group("scales", invoke_without_command=True)
@json_option
@data_option()
@click.pass_context
def command(context: click.Context, as_json: bool, data: Path) -> None:
    """Propose, confirm and list the scales of outlets and critics.

    Without more words: the scales proposed for grades of this site that cannot be read without one,
    from all the grades of the same outlet or critic, with what speaks for and against each. Nothing
    is read by them until a person confirms.

    \b
    Examples:
      clapometer scales
      clapometer scales confirm "The Made-up Gazette" of-4 --until 2008-12-31
      clapometer scales list
    """
    if context.invoked_subcommand is not None:
        return
    open_site(data)
    from clapometer.reviews.scaleproposals import propose

    found = propose()
    if as_json:
        proposed = [_proposed_object(one) for one in found.proposed]
        print_json({"proposed": proposed, "unread": found.left})
        return
    if found.proposed:
        header = ("of", "scale", "from", "until", "fit", "against", "opens", "why")
        print_table(header, [_proposed_row(one) for one in found.proposed])
    else:
        click.echo("No scale is proposed.", err=True)
    click.echo(f"{found.left:,} more grades cannot be read, and nothing tells how.", err=True)


@command.command("confirm")
@click.argument("name", metavar="OUTLET|CRITIC")
@click.argument("scale")
@click.option("--from", "since", metavar="INSTANT", help="Only for grades published from then on.")
@click.option("--until", metavar="INSTANT", help="Only for grades published until then.")
@click.option("--in", "outlet", metavar="OUTLET", help="Only for the critic's grades there.")
@click.option(
    "--as", "kind", type=click.Choice(["outlet", "critic"]), help="Which is meant by the name."
)
@by_option
@yes_option
@json_option
@data_option()
def confirm_command(
    name: str, scale: str, since: str | None, until: str | None, outlet: str | None,
    kind: str | None, by: str, yes: bool, as_json: bool, data: Path,
) -> None:  # fmt: skip
    """Confirm on which scale the grades of an outlet or a critic are.

    Says first how many grades would be read by it and what contradicts it. The grades this site has
    and those to come are then read by the scale, where they state none themselves. The narrowest
    scale holds: a critic's in an outlet before the critic's, and that before the outlet's.

    \b
    Examples:
      clapometer scales confirm "The Made-up Gazette" of-10
      clapometer scales confirm "Ada Made-up" of-5 --from 2009-01-01 --yes
    """
    open_site(data)
    from clapometer.reviews.scales import confirm, hand_named, look_ahead

    hand = hand_named(name, kind, outlet)._replace(since=_begin(since), until=instant_named(until))
    if not yes and not _agreed(look_ahead(hand, scale), "Confirm it?"):
        return
    entry, did = confirm(hand, scale, by)
    if as_json:
        print_json({"entry": entry.seq, **_outlook_object(did)})
    else:
        click.echo(f"Confirmed by entry {entry.seq}. {_outlook(did)}")


@command.command("list")
@json_option
@data_option()
def list_command(as_json: bool, data: Path) -> None:
    """List the scales that were confirmed, and by whom."""
    open_site(data)
    from clapometer.reviews.readings import confirmed_scales

    found = confirmed_scales()
    if as_json:
        print_json([_confirmed_object(one) for one in found])
    elif found:
        header = ("entry", "of", "scale", "from", "until", "confirmed", "by", "taken back")
        print_table(header, [_confirmed_row(one) for one in found])
    else:
        click.echo("No scale is confirmed.", err=True)


@command.command("undo")
@click.argument("entry", type=click.IntRange(1))
@click.option("--reason", default="", help="Why; it stands in the record, in public.")
@by_option
@yes_option
@json_option
@data_option()
def undo_command(entry: int, reason: str, by: str, yes: bool, as_json: bool, data: Path) -> None:
    """Take a confirmed scale back by a counter-entry.

    ENTRY is the number that `clapometer scales list` prints. Grades that only this scale reads are
    unread again; what the site showed before is still told by the clock of recorded time.
    """
    open_site(data)
    from clapometer.reviews.scales import take_back

    if not yes and not _asked("Take it back?", "Nothing was taken back. Say --yes to do it."):
        return
    written_entry = take_back(entry, reason, by)
    if as_json:
        print_json({"entry": written_entry.seq, "undone": entry})
    else:
        click.echo(f"The scale confirmed by entry {entry} was taken back.")


def _begin(text: str | None) -> int | None:
    """Return the instant from which on: of a date alone the start of that day."""
    from django.conf import settings

    zone = ZoneInfo(settings.TIME_ZONE)
    if text is None:
        return None
    instant = parse_instant(text, zone)
    alone = len(text.strip()) == len("2009-01-01")
    return start_of_day(date.fromisoformat(text.strip()), zone) if alone else instant


def _agreed(outlook: Outlook, question: str) -> bool:
    click.echo(outlook.weighed.sentence, err=True)
    for text, times, why in outlook.weighed.contradicts[:20]:
        click.echo(f"{times} × “{text}” does not fit: {why}", err=True)
    click.echo(_outlook(outlook), err=True)
    return _asked(question, "Nothing was confirmed. Say --yes to do it.")


def _asked(question: str, otherwise: str) -> bool:
    """Return whether a person at a terminal agrees; elsewhere say how to agree."""
    if sys.stdin.isatty() and sys.stderr.isatty():
        return click.confirm(question, err=True)
    click.echo(otherwise, err=True)
    return False


def _outlook(one: Outlook) -> str:
    return (
        f"Of {one.grades:,} grades {one.gained:,} get a value and {one.changed:,} another value"
        f" than before, in {one.works:,} works."
    )


def _outlook_object(one: Outlook) -> dict[str, object]:
    return {
        **_hand_object(one.hand),
        "scale": one.scale,
        "grades": one.grades,
        "gained": one.gained,
        "changed": one.changed,
        "works": one.works,
        "evidence": _evidence_object(one.weighed),
    }


def _hand_object(hand: Hand) -> dict[str, object]:
    from clapometer.reviews.scales import name_of

    return {
        "outlet": name_of(hand.outlet, 0) or None,
        "critic": name_of(0, hand.critic) or None,
        "from": written(hand.since),
        "until": written(hand.until),
    }


def _evidence_object(proposal: Proposal) -> dict[str, object]:
    against = [{"text": one.text, "times": one.times, "why": one.why}
               for one in proposal.contradicts]  # fmt: skip
    return {
        "by": proposal.by,
        "total": proposal.total,
        "stated": proposal.stated,
        "opened": proposal.opened,
        "contradicts": against,
        "rivals": list(proposal.rivals),
        "sentence": proposal.sentence,
    }


def _proposed_object(one: Proposed) -> dict[str, object]:
    evidence = _evidence_object(one.proposal)
    told = {"scale": one.proposal.scale, "opens": len(one.opens), "evidence": evidence}
    return {**_hand_object(one.hand), **told}


def _proposed_row(one: Proposed) -> tuple[str, ...]:
    from clapometer.reviews.scales import name_of
    from clapometer.scoring.infer import BY

    hand, proposal = one.hand, one.proposal
    against = sum(each.times for each in proposal.contradicts)
    return (name_of(hand.outlet, hand.critic), str(proposal.scale), _day(hand.since),
            _day(hand.until), str(proposal.fits), str(against), str(len(one.opens)),
            BY[proposal.by])  # fmt: skip


def _confirmed_object(one: Confirmed) -> dict[str, object]:
    from clapometer.reviews.readings import Hand

    return {
        "entry": one.id,
        **_hand_object(Hand(one.outlet, one.critic, one.since, one.until)),
        "scale": one.scale,
        "evidence": one.evidence,
        "by": one.by,
        "recorded_at": format_instant(one.recorded_at),
        "taken_back_at": written(one.voided_at),
    }


def _confirmed_row(one: Confirmed) -> tuple[str, ...]:
    from clapometer.reviews.scales import name_of

    return (str(one.id), name_of(one.outlet, one.critic), one.scale, _day(one.since),
            _day(one.until), _day(one.recorded_at), one.by, _day(one.voided_at))  # fmt: skip


def _day(instant: int | None) -> str:
    """Return the day of an instant in the site's time zone, "" for none."""
    from django.conf import settings

    if instant is None:
        return ""
    return to_datetime(instant).astimezone(ZoneInfo(settings.TIME_ZONE)).date().isoformat()
