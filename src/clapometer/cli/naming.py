"""What a person names on the command line: a work, an instant, a rule."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from clapometer.instants import format_instant, parse_instant, to_datetime

from .answers import print_json
from .endings import REFUSED

if TYPE_CHECKING:
    from clapometer.catalogue.models import Work
    from clapometer.scoring.rules import Rule

# Shares and bounds are printed to so many places; the exact share stands beside them.
PLACES = 6


def work_named(name: str, *, as_json: bool) -> Work:
    """Return the work; for an unknown or ambiguous name say which there are and end with 2."""
    from clapometer.catalogue.search import WorkUnknown, resolve_work

    try:
        return resolve_work(name)
    except WorkUnknown as unknown:
        click.echo(str(unknown), err=True)
        for work in unknown.candidates:
            click.echo(candidate_line(work), err=True)
        if as_json:
            candidates = [work_object(work) for work in unknown.candidates]
            print_json({"error": str(unknown), "candidates": candidates})
        raise click.exceptions.Exit(REFUSED) from None


def work_object(work: Work) -> dict[str, object]:
    """Return how a work is named in every JSON answer; the title has the series in front of it."""
    return {"id": work.public_id, "title": work.label, "year": work.year, "kind": work.kind}


def candidate_line(work: Work) -> str:
    """Return a work as one line of a list, its id first."""
    return f"{work.public_id}\t{work}\t{work.kind}"


def instant_named(text: str | None) -> int | None:
    """Return the instant; a date alone means the end of that day in the site's time zone."""
    from django.conf import settings

    return None if text is None else parse_instant(text, ZoneInfo(settings.TIME_ZONE))


def day_of(instant: int | None) -> str:
    """Return the day of an instant in the site's time zone; "" for none."""
    from django.conf import settings

    if instant is None:
        return ""
    zone = ZoneInfo(settings.TIME_ZONE)
    return to_datetime(instant).astimezone(zone).date().isoformat()


def written(instant: int | None) -> str | None:
    """Return the instant as RFC 3339 in UTC; None stays None."""
    return None if instant is None else format_instant(instant)


def rule_named(name: str, given: dict[str, str] | None = None) -> Rule:
    """Return the rule of this name or in this TOML file, with values given."""
    from clapometer.reviews.rulebook import find_rule, read_rule

    return read_rule(Path(name), given) if name.endswith(".toml") else find_rule(name, given)


def rule_asked(name: str | None, given: dict[str, str] | None = None) -> Rule | None:
    """Return the rule asked for; None where the site's own are to be used, each in its time.

    Values that are given without a name are for the rule that the site has now.
    """
    if name is not None or given:
        from clapometer.reviews.scoreboard import site_rule

        return rule_named(site_rule().name if name is None else name, given)
    return None


def rounded(share: Fraction | float | None) -> float | None:
    """Return a share 0..1 to six places, None where there is none."""
    return None if share is None else round(float(share), PLACES)
