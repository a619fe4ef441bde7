"""`clapometer score`: the score of a work, now or at an instant, by any rule."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .answers import print_json
from .flags import (
    data_option,
    given_option,
    json_option,
    known_option,
    rule_option,
    weights_option,
    work_argument,
)
from .naming import instant_named, rounded, rule_asked, work_named, work_object, written
from .opening import open_site

if TYPE_CHECKING:
    from clapometer.reviews.scores import Badge, WorkScoreAt
    from clapometer.scoring.rules import Rule

# For whom a rule was made, where it was not for critics (scoring.rule.PANELS).
MADE_FOR = {"audience": "viewers, players or buyers", "ballots": "ballots at the opening"}


@click.command("score")
@work_argument
@click.option("--at", metavar="INSTANT", help="The score then, in the time of publication.")
@known_option
@rule_option
@given_option
@weights_option
@json_option
@data_option()
def command(
    work: str,
    at: str | None,
    known: str | None,
    rule: str | None,
    given: dict[str, str],
    weights: Path | None,
    as_json: bool,
    data: Path,
) -> None:
    """Print the score of a work, now or at any instant.

    Without --rule it is the score under the rule that the site had adopted at that instant.

    WORK is an id (w17), an outside identifier (rt:m/moana_2) or an exact title, with its year or
    without. An INSTANT is ISO 8601; a date alone means the end of that day in the site's time zone.

    \b
    Examples:
      clapometer score w17
      clapometer score The Salt Road 2026 --at 2026-09-12
      clapometer score w17 --known 2026-09-12T18:00Z --rule rotten-tomatoes-2020 --json
    """
    open_site(data)
    from .weights import score_by

    found, by = work_named(work, as_json=as_json), rule_asked(rule, given)
    answer = score_by(found, by, instant_named(at), instant_named(known), weights)
    if as_json:
        print_json(score_object(answer))
    else:
        click.echo(in_words(answer))


def score_object(answer: WorkScoreAt) -> dict[str, object]:
    """Return the answer as the contract for scripts lays it down (docs/reference/scripting.md)."""
    tally, score = answer.score.tally, answer.score
    named = work_object(answer.work)
    return {
        "work": named.pop("id"),
        **named,
        "rule": answer.rule.name,
        "at": written(answer.at),
        "known": written(answer.known),
        "printed": number_of(answer),
        "positive": tally.positive,
        "count": tally.count,
        "value": None if score.value is None else f"{tally.positive}/{tally.count}",
        "mean": rounded(score.mean),
        "graded": tally.graded,
        "interval": None if score.interval is None else [rounded(end) for end in score.interval],
        "band": score.band,
        "badge": _badge_object(answer),
        "undated": answer.undated,
        "seq": answer.seq,
        "shown": score.shown,
        "panel": answer.rule.panel,
        "marks": list(score.marks),
        "lacks": list(score.lacks),
    }


def number_of(answer: WorkScoreAt) -> float | int | None:
    """Return the printed number in the rule's unit: 97 of a share, 7.5 of a mean of 10."""
    printed = answer.score.printed
    return None if printed is None else answer.rule.printing.number(printed)


def _badge_object(answer: WorkScoreAt) -> dict[str, object] | None:
    badge, rule = answer.badge, answer.rule.badge
    if badge is None or rule is None:
        return None
    return {
        "name": rule.name,
        "label": badge.label,
        "state": badge.state,
        "since": written(badge.since),
        "distance": badge.distance.text,
    }


def in_words(answer: WorkScoreAt) -> str:
    """Return the answer for a person: a line for each thing there is to say."""
    lines = [str(answer.work), headline(answer)]
    if answer.rule.tiers:
        from clapometer.scoring.describe import by_population

        lines.append(by_population(answer.rule))
    if answer.rule.panel != "critics":
        lines.append(f"The rule was made for {MADE_FOR[answer.rule.panel]}, not for critics")
    score, tally = answer.score, answer.score.tally
    if score.mean is not None:
        lines.append(f"Mean grade {float(score.mean) * 100:.1f} of 100, from {tally.graded} graded")
    if score.interval is not None:
        low, high = (_end(end, answer.rule) for end in score.interval)
        sure = f"{float(answer.rule.confidence * 100):g} %"
        lines.append(f"Interval {low} to {high} ({answer.rule.interval}, {sure})")
    if answer.badge is not None:
        lines.append(_badge_line(answer.badge))
    if answer.undated:
        lines.append(f"Time of publication unknown for {answer.undated}")
    lines.append(_position_line(answer))
    return "\n".join(lines)


def headline(answer: WorkScoreAt) -> str:
    """Return what is printed, from what, and in which band; or why nothing is."""
    score, rule = answer.score, answer.rule
    counted = counted_words(answer)
    if score.lacks:
        return f"No score: {counted}, and the rule lacks {', '.join(score.lacks)} (see --given)"
    if score.printed is None:
        what = "reviews" if rule.measure.of == "verdicts" else "grades"
        return f"No score yet: {counted}, and {rule.minimum} {what} are needed"
    named = {one.name: one.label for one in (*rule.bands, *rule.marks)}
    words = [named[name] for name in (score.band, *score.marks) if name is not None]
    return f"{rule.printing.text(score.printed)}, {counted}" + (
        f": {', '.join(words)}" if words else ""
    )


def counted_words(answer: WorkScoreAt) -> str:
    """Return what a score is made of: 35 of 36 positive, or the mean of 30 grades."""
    tally = answer.score.tally
    if answer.rule.measure.of == "verdicts":
        return f"{tally.positive} of {tally.count} positive"
    return f"{tally.graded} {'grade' if tally.graded == 1 else 'grades'}"


def _end(share: float, rule: Rule) -> str:
    printing = rule.printing
    return f"{share * printing.out_of:.{printing.decimals + 1}f} {printing.unit}"


def _badge_line(badge: Badge) -> str:
    from clapometer.scoring.badges import STATES

    since = f" since {written(badge.since)}" if badge.since is not None else ""
    line = f"{badge.label}: {STATES[badge.state]}{since}; {badge.distance.text}"
    return line + (f", which it is since {written(badge.waiting.since)}" if badge.waiting else "")


def _position_line(answer: WorkScoreAt) -> str:
    at = f", at {written(answer.at)}" if answer.at is not None else ""
    known = f", as known at {written(answer.known)}" if answer.known is not None else ""
    return f"Rule {answer.rule.name}{at}{known}, from ledger position {answer.seq}"
