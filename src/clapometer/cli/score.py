"""`clapometer score`: the score of a work, now or at an instant, by any rule."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .answers import print_json
from .flags import data_option, json_option, known_option, rule_option, work_argument
from .naming import instant_named, rounded, rule_named, work_named, work_object, written
from .opening import open_site

if TYPE_CHECKING:
    from clapometer.reviews.scores import Badge, WorkScoreAt


@click.command("score")
@work_argument
@click.option("--at", metavar="INSTANT", help="The score then, in the time of publication.")
@known_option
@rule_option
@json_option
@data_option()
def command(
    work: str, at: str | None, known: str | None, rule: str | None, as_json: bool, data: Path
) -> None:
    """Print the score of a work, now or at any instant.

    WORK is an id (w17), an outside identifier (rt:m/moana_2) or an exact title, with its year or
    without. An INSTANT is ISO 8601; a date alone means the end of that day in the site's time zone.

    \b
    Examples:
      clapometer score w17
      clapometer score The Salt Road 2026 --at 2026-09-12
      clapometer score w17 --known 2026-09-12T18:00Z --rule rotten-tomatoes-2020 --json
    """
    open_site(data)
    from clapometer.reviews.scores import score_of

    found = work_named(work, as_json=as_json)
    answer = score_of(found, rule_named(rule), instant_named(at), instant_named(known))
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
        "printed": score.printed,
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
    }


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
    lines = [str(answer.work), _share_line(answer)]
    score, tally = answer.score, answer.score.tally
    if score.mean is not None:
        lines.append(f"Mean grade {float(score.mean) * 100:.1f} of 100, from {tally.graded} graded")
    if score.interval is not None:
        low, high = (f"{end * 100:.1f} %" for end in score.interval)
        sure = f"{float(answer.rule.confidence * 100):g} %"
        lines.append(f"Interval {low} to {high} ({answer.rule.interval}, {sure})")
    if answer.badge is not None:
        lines.append(_badge_line(answer.badge))
    if answer.undated:
        lines.append(f"Time of publication unknown for {answer.undated}")
    lines.append(_position_line(answer))
    return "\n".join(lines)


def _share_line(answer: WorkScoreAt) -> str:
    score, tally = answer.score, answer.score.tally
    counted = f"{tally.positive} of {tally.count} positive"
    if score.printed is None:
        return f"No score yet: {counted}, and {answer.rule.minimum} reviews are needed"
    band = next(band.label for band in answer.rule.bands if band.name == score.band)
    return f"{score.printed} %, {counted}: {band}"


def _badge_line(badge: Badge) -> str:
    from clapometer.scoring.badges import STATES

    since = f" since {written(badge.since)}" if badge.since is not None else ""
    return f"{badge.label}: {STATES[badge.state]}{since}; {badge.distance.text}"


def _position_line(answer: WorkScoreAt) -> str:
    at = f", at {written(answer.at)}" if answer.at is not None else ""
    known = f", as known at {written(answer.known)}" if answer.known is not None else ""
    return f"Rule {answer.rule.name}{at}{known}, from ledger position {answer.seq}"
