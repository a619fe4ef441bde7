"""`clapometer compare`: the same work under many rules, side by side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .answers import print_json, print_table
from .flags import (
    data_option,
    given_option,
    json_option,
    known_option,
    weights_option,
    work_argument,
)
from .naming import instant_named, rule_named, work_named, work_object, written
from .opening import open_site
from .score import counted_words, score_object

if TYPE_CHECKING:
    from clapometer.reviews.scores import WorkScoreAt
    from clapometer.scoring.rules import Rule


@click.command("compare")
@work_argument
@click.option(
    "--rules",
    "names",
    metavar="NAMES",
    help="Names or paths of rules, with commas between them; else every rule made for critics.",
)
@click.option("--at", metavar="INSTANT", help="The score then, in the time of publication.")
@known_option
@given_option
@weights_option
@json_option
@data_option()
def command(
    work: str,
    names: str | None,
    at: str | None,
    known: str | None,
    given: dict[str, str],
    weights: Path | None,
    as_json: bool,
    data: Path,
) -> None:
    """Print a work's score under several rules, side by side.

    A value that is given holds for each of the rules that has such a parameter.

    \b
    Examples:
      clapometer compare w17
      clapometer compare The Salt Road --rules rotten-tomatoes-2010s,rotten-tomatoes-2024
      clapometer compare w17 --rules metacritic-films --weights weights.toml --json
    """
    open_site(data)
    from .weights import score_by

    found, then, knew = work_named(work, as_json=as_json), instant_named(at), instant_named(known)
    chosen = rules_asked(names, given)
    answers = [score_by(found, rule, then, knew, weights) for rule in chosen]
    if as_json:
        named = work_object(found)
        head = {"work": named.pop("id"), **named, "at": written(then), "known": written(knew)}
        print_json({**head, "rules": [_short_object(one) for one in answers]})
        return
    click.echo(str(found))
    print_table(("rule", "score", "from", "band and marks", "badge"), [_line(a) for a in answers])


def rules_asked(names: str | None, given: dict[str, str]) -> list[Rule]:
    """Return the rules that are named, or else all that critics' reviews can be read by."""
    from clapometer.reviews.rulebook import all_rules
    from clapometer.scoring.rules import applies

    if names is None:
        found = [_with(rule, given) for rule in all_rules()]
        return [rule for rule in found if applies(rule)]
    return [_with(rule_named(name.strip()), given, name.strip()) for name in names.split(",")]


def _with(rule: Rule, given: dict[str, str], name: str | None = None) -> Rule:
    known = {one.name for one in rule.parameters}
    own = {key: value for key, value in given.items() if key in known}
    return rule_named(name or rule.name, own) if own else rule


def _short_object(answer: WorkScoreAt) -> dict[str, object]:
    # The work and the instants are the same for all and stand above.
    above = {"work", "title", "year", "kind", "at", "known"}
    return {name: value for name, value in score_object(answer).items() if name not in above}


def _line(answer: WorkScoreAt) -> tuple[str, ...]:
    score, rule = answer.score, answer.rule
    labels = {one.name: one.label for one in (*rule.bands, *rule.marks)}
    words = [labels[name] for name in (score.band, *score.marks) if name is not None]
    why = f"lacks {', '.join(score.lacks)}" if score.lacks else f"needs {rule.minimum:,}"
    badge = f"{answer.badge.label}: {answer.badge.state}" if answer.badge else ""
    printed = why if score.printed is None else rule.printing.text(score.printed)
    return rule.name, printed, counted_words(answer), ", ".join(words), badge
