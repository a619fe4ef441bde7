"""`clapometer moments`: what happened to a work's score, in words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from clapometer.instants import format_instant

from .answers import print_json, print_table
from .flags import data_option, given_option, json_option, known_option, rule_option, work_argument
from .naming import instant_named, rule_asked, work_named, work_object, written
from .opening import open_site
from .tableflags import (
    engine_option,
    map_option,
    master_asked,
    master_option,
    memory_option,
    output_option,
)

if TYPE_CHECKING:
    from clapometer.catalogue.models import Work
    from clapometer.scoring.moments import Moment
    from clapometer.scoring.rules import Rule

# One member of each moment in --json.
MEMBERS = {
    "id": "the same whenever the history is told again",
    "kind": "one of the table of kinds",
    "at": "when it happened (RFC 3339, UTC)",
    "undated": "true where the time of the entry behind it is unknown",
    "recorded_at": "the first instant at which this site could tell it",
    "text": "what happened, in words",
    "before": "the printed score before; null where there was none",
    "after": "the printed score afterwards; null where there is none",
    "positive": "positive reviews afterwards",
    "count": "reviews with a verdict afterwards",
    "about": "the threshold, milestone, badge, band or sibling; null where there is none",
    "cause": "position in the ledger of the entry that brought it about",
    "rules": "names of the rules before and after, where another rule brought it about; else null",
}


@click.command("moments")
@work_argument
@click.option("--at", metavar="INSTANT", help="Up to this instant of published time.")
@known_option
@rule_option
@given_option
@json_option
@output_option("Take WORK for a file with a table of reviews, and write its works' moments here.")
@map_option
@memory_option
@engine_option
@master_option
@data_option()
def command(
    work: str, at: str | None, known: str | None, rule: str | None, given: dict[str, str],
    as_json: bool, output: Path | None, maps: tuple[str, ...], memory: str | None, engine: str,
    master: str | None, data: Path,
) -> None:  # fmt: skip
    """Print what happened to a work's score, in words.

    Its debut, the score at its release, the perfect score reached or lost, thresholds crossed, the
    badge won or lost, records, the reviews that were revised or taken back and moved the score, and
    the earlier seasons that it passed at the same age. Of a series, also what happened to its
    seasons.

    With -o, WORK is a file (Parquet, CSV or JSON Lines) with a table of millions of reviews, and a
    row is written for each moment of each work. That needs no site.

    \b
    Examples:
      clapometer moments w17
      clapometer moments The Salt Road --at 2026-10-05
      clapometer moments w17 --rule rotten-tomatoes-2020 --json
      clapometer moments reviews.parquet -o moments.parquet --memory 4GB
    """
    on_spark = master_asked(engine, master, output)
    if output is not None:
        _of_file(work, output, at, known, rule, given, maps, memory, on_spark)
        return
    open_site(data)
    found, by = work_named(work, as_json=as_json), rule_asked(rule, given)
    upto, then = instant_named(at), instant_named(known)
    told = _told(found, by, upto, then)
    if as_json:
        print_json(_answer(found, by, upto, then, told))
    else:
        _print_for_people(found, told)


def _of_file(
    table: str, output: Path, at: str | None, known: str | None, rule: str | None,
    given: dict[str, str], maps: tuple[str, ...], memory: str | None, master: str | None,
) -> None:  # fmt: skip
    from .tablescores import moments_of_file, table_rule

    by = table_rule(rule, given)
    if master is None:
        moments_of_file(Path(table), output, at, known, by, maps, memory)
        return
    from . import cluster

    cluster.moments_of_file(table, output, at, known, by, maps, memory, master)


def _told(
    work: Work, rule: Rule | None, at: int | None, known: int | None
) -> list[tuple[Work, list[Moment]]]:
    from clapometer.reviews.moments import moments_of, with_seasons

    return [(one, moments_of(one, rule, at, known)) for one in with_seasons(work)]


def _answer(
    work: Work, rule: Rule | None, at: int | None, known: int | None,
    told: list[tuple[Work, list[Moment]]],
) -> dict[str, object]:  # fmt: skip
    from clapometer.reviews.scoreboard import in_force

    own, *seasons = (
        {**_named(one), "moments": [moment_object(moment) for moment in moments]}
        for one, moments in told
    )
    asked = {
        "rule": (rule or in_force(known).at(at)).name, "at": written(at), "known": written(known),
    }  # fmt: skip
    moments = own.pop("moments")
    answer = {**own, **asked, "moments": moments}
    return {**answer, "seasons": seasons} if work.kind == "series" else answer


def _named(work: Work) -> dict[str, object]:
    named = work_object(work)
    return {"work": named.pop("id"), **named}


def _print_for_people(work: Work, told: list[tuple[Work, list[Moment]]]) -> None:
    from clapometer.reviews.moments import moment_words

    click.echo(str(work))
    lines = sorted(
        ((one, moment) for one, moments in told for moment in moments),
        key=lambda line: line[1].happened_at,
    )
    if not lines:
        click.echo("Nothing to tell yet.")
    elif len(told) == 1:
        print_table(("when", "what"), [(_when(one), moment_words(one)) for _, one in lines])
    else:
        rows = [(_when(moment), one.title, moment_words(moment)) for one, moment in lines]
        print_table(("when", "of", "what"), rows)


def moment_object(moment: Moment) -> dict[str, object]:
    """Return a moment with the members that MEMBERS explains, in that order."""
    return {
        "id": moment.id,
        "kind": moment.kind,
        "at": format_instant(moment.happened_at),
        "undated": moment.undated,
        "recorded_at": format_instant(moment.recorded_at),
        "text": moment.text,
        "before": moment.before,
        "after": moment.after,
        "positive": moment.positive,
        "count": moment.count,
        "about": moment.about or None,
        "cause": moment.cause,
        "rules": list(moment.rules) or None,
    }


def _when(moment: Moment) -> str:
    return "unknown" if moment.undated else format_instant(moment.happened_at)
