"""`clapometer rollup`: a series or season with its parts, in both readings."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clapometer.instants import now

from .answers import print_json, print_table
from .endings import refused
from .flags import data_option, given_option, json_option, known_option, rule_option, work_argument
from .naming import instant_named, rounded, rule_asked, work_named, work_object, written
from .opening import open_site

if TYPE_CHECKING:
    from clapometer.reviews.comebacks import Comeback
    from clapometer.reviews.rollups import WorkRollUp
    from clapometer.scoring.pooling import Weighing
    from clapometer.scoring.rollup import RollUp
    from clapometer.scoring.rules import Rule
    from clapometer.scoring.tally import Tally

# The words of scoring.pooling.FIRST_EPISODES, which is not loaded only to print the help.
FIRST_EPISODES = ("count", "leave-out")


@click.command("rollup")
@work_argument
@click.option("--at", metavar="INSTANT", help="The readings then, in the time of publication.")
@known_option
@rule_option
@given_option
@click.option(
    "--episode-weight",
    metavar="NUMBER",
    help="What a review of an episode counts in its season, as 0, 1 or 1/2; else as the rule says.",
)
@click.option(
    "--first-episodes",
    type=click.Choice(FIRST_EPISODES),
    help="Whether reviews of the first episodes only count; else as the rule says.",
)
@json_option
@data_option()
def command(
    work: str,
    at: str | None,
    known: str | None,
    rule: str | None,
    given: dict[str, str],
    episode_weight: str | None,
    first_episodes: str | None,
    as_json: bool,
    data: Path,
) -> None:
    """Print a series or season with its parts, in both readings.

    The reviews of the work and of all below it pooled in one share; and the mean of its parts'
    shares, each part counting once. Beside it which parts are left out and why, how many reviews
    are of the first episodes only, and how a season's reviewers compare with those of the season
    before.

    \b
    Examples:
      clapometer rollup Harbour Nine
      clapometer rollup w14 --at 2026-10-01 --episode-weight 1/2
      clapometer rollup w14 --first-episodes leave-out --json
    """
    open_site(data)
    from clapometer.reviews.comebacks import comebacks_of
    from clapometer.reviews.rollups import RollUpUnfit, roll_up_of
    from clapometer.reviews.scoreboard import in_force

    found, then, knew = work_named(work, as_json=as_json), instant_named(at), instant_named(known)
    by = rule_asked(rule, given) or in_force(knew).at(then)
    weighing = weighing_asked(by, episode_weight, first_episodes)
    try:
        answer = roll_up_of(found, by, then, knew, weighing)
    except RollUpUnfit as unfit:
        raise refused(str(unfit)) from None
    backs = comebacks_of(found, by, now() if knew is None else knew, then, knew)
    if as_json:
        print_json(rollup_object(answer, backs))
    else:
        _print_for_people(answer, backs)


def weighing_asked(rule: Rule, episode: str | None, first: str | None) -> Weighing:
    """Return the rule's weighing with what was asked for in its place."""
    from clapometer.scoring.keys import Unfit, weight
    from clapometer.scoring.pooling import Weighing

    try:
        counts = rule.rollup.episode if episode is None else weight(episode)
    except Unfit:
        message = f"“{episode}” is no number from 0 on; write it like 0, 1 or 1/2."
        raise click.BadParameter(message, param_hint="--episode-weight") from None
    return Weighing(counts, first or rule.rollup.first_episodes)


def rollup_object(answer: WorkRollUp, backs: list[Comeback]) -> dict[str, object]:
    """Return the answer as the contract for scripts lays it down (docs/reference/scripting.md)."""
    reading = reading_object(answer, answer.reading)
    return {
        **{name: reading.pop(name) for name in ("work", "title", "year", "kind")},
        "rule": answer.rule.name,
        "at": written(answer.at),
        "known": written(answer.known),
        "weighing": {
            "episode": str(answer.weighing.episode),
            "first_episodes": answer.weighing.first_episodes,
        },
        **reading,
        "returning": [_comeback_object(one) for one in backs],
        "seq": answer.seq,
    }


def reading_object(answer: WorkRollUp, reading: RollUp) -> dict[str, object]:
    """Return one work of a roll-up with its parts."""
    named = work_object(answer.works[reading.name])
    pool = reading.pooled
    return {
        "work": named.pop("id"),
        **named,
        "pooled": {
            "printed": _number(answer.rule, reading.printed),
            "share": rounded(pool.share),
            "positive": str(pool.positive),
            "weight": str(pool.weight),
            "reviews": pool.reviews,
        },
        "mean": {
            "printed": _number(answer.rule, reading.printed_mean),
            "share": rounded(reading.mean),
            "value": None if reading.mean is None else str(reading.mean),
        },
        "own": _tally_object(reading.own),
        "first_episodes": _tally_object(reading.first_episodes),
        "left_out": list(reading.left_out),
        "parts": [reading_object(answer, part) for part in reading.parts],
    }


def _number(rule: Rule, printed: int | None) -> float | int | None:
    return None if printed is None else rule.printing.number(printed)


def _tally_object(tally: Tally) -> dict[str, int]:
    return {"positive": tally.positive, "count": tally.count}


def _comeback_object(one: Comeback) -> dict[str, object]:
    numbers = one.numbers
    return {
        "season": one.season.public_id,
        "before": one.before.public_id,
        "same_age": one.same_age,
        "caution": numbers.caution,
        "reviews_before": numbers.before,
        "positive_before": numbers.positive_before,
        "reviews": numbers.now,
        "positive": numbers.positive_now,
        "returned": numbers.returned,
        "returned_positive": numbers.returned_positive,
        "text": numbers.text,
    }


def _print_for_people(answer: WorkRollUp, backs: list[Comeback]) -> None:
    click.echo(str(answer.work))
    for line in _readings(answer):
        click.echo(line)
    if answer.reading.parts:
        header = ("part", "kind", "pooled", "from", "mean of its parts", "first episodes only", "")
        print_table(header, list(_rows(answer, answer.reading, 0)))
    for one in backs:
        age = " at the same age" if one.same_age else ""
        click.echo(f"{one.season.label} beside {one.before.label}{age}: {one.numbers.text}")
    for sentence in answer.weighing.sentences:
        click.echo(sentence)
    at = f", at {written(answer.at)}" if answer.at is not None else ""
    known = f", as known at {written(answer.known)}" if answer.known is not None else ""
    click.echo(f"Rule {answer.rule.name}{at}{known}, from ledger position {answer.seq}")


def _readings(answer: WorkRollUp) -> Iterator[str]:
    reading, rule = answer.reading, answer.rule
    yield f"Pooled: {_shown(rule, reading.printed)}, {_counted(reading)}"
    marked = reading.first_episodes
    if marked.count:
        yield f"Of the first episodes only: {marked.count}, {marked.positive} of them positive"
    if reading.parts:
        printed = [part for part in reading.parts if part.enough]
        parts = f"from {len(printed)} of {len(reading.parts)} parts"
        yield f"Mean of the parts: {_shown(rule, reading.printed_mean)}, {parts}"
    for name in reading.left_out:
        part = next(one for one in reading.parts if one.name == name)
        few = f"{part.pooled.reviews} of the {rule.minimum} reviews that the rule needs"
        yield f"Left out of the mean: {answer.works[name].label}, with {few}"


def _rows(answer: WorkRollUp, reading: RollUp, depth: int) -> Iterator[tuple[str, ...]]:
    for part in reading.parts:
        marked = part.first_episodes
        yield (
            "  " * depth + answer.works[part.name].title,
            part.kind,
            _shown(answer.rule, part.printed),
            _counted(part),
            _shown(answer.rule, part.printed_mean),
            f"{marked.positive} of {marked.count}" if marked.count else "",
            "left out of the mean" if part.name in reading.left_out else "",
        )
        yield from _rows(answer, part, depth + 1)


def _shown(rule: Rule, printed: int | None) -> str:
    return "–" if printed is None else rule.printing.text(printed)


def _counted(reading: RollUp) -> str:
    pool = reading.pooled
    if pool.weight.denominator == pool.positive.denominator == 1 and pool.weight == pool.reviews:
        return f"{pool.positive} of {pool.weight} reviews positive"
    of = f"{_plain(pool.positive)} of {_plain(pool.weight)}"
    return f"{of} positive by weight, from {pool.reviews} reviews"


def _plain(number: Fraction) -> str:
    return str(number) if number.denominator == 1 else f"{float(number):g}"
