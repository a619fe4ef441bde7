"""What can be cited of a work's own score: now, at the debut, its badge, highest and lowest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from clapometer.catalogue.models import Work
from clapometer.reviews.scoreboard import size_of
from clapometer.reviews.scores import time_gone
from clapometer.scoring.badge_course import badge_course
from clapometer.scoring.history import Step
from clapometer.scoring.rules import Rule, Score, score
from clapometer.scoring.timetable import Rules, timetable_of
from clapometer.sentences.values import (
    BadgeSince,
    Debut,
    Extremes,
    Mark,
    MeanGrade,
    ScoreThen,
    Standing,
    Verdicts,
)

from .days import when
from .items import Item
from .links import Fixed

_TENTH = Decimal("0.1")


class Printed(NamedTuple):
    """What was printed after an instant: the score, the rule it was read by, the entry behind."""

    at: int
    score: Score
    rule: Rule
    seq: int


def score_items(work: Work, rules: Rules, steps: Sequence[Step], fixed: Fixed) -> Iterator[Item]:
    """Yield what can be cited of the score, from a history that was read before.

    `fixed.at` is the instant; steps after it say what the score has been since.
    """
    course = printed_course(rules, steps)
    until = [one for one in course if one.at <= fixed.at]
    if not until:
        return
    last, final = until[-1], course[-1]
    since = final if final is not last else None
    yield _score(work, last, since, fixed)
    debut = next((one for one in until if one.score.printed is not None), None)
    if debut is not None:
        later = _standing(last, fixed.at) if last.at > debut.at else None
        told = Debut(work.label, _standing(debut, debut.at), later)
        yield Item(f"w{work.id}-debut", "debut", work, told, debut.at, debut.seq)
    yield from _numbers(work, last, fixed)
    yield from _badge(work, rules, steps, fixed)
    yield from _extremes(work, until, fixed)


def printed_course(rules: Rules, steps: Sequence[Step]) -> list[Printed]:
    """Return what was printed after each instant at which something happened."""
    table = timetable_of(rules)
    found: list[Printed] = []
    for place, step in enumerate(steps):
        if place + 1 < len(steps) and steps[place + 1].at == step.at:
            continue
        rule = table.at(step.at)
        found.append(Printed(step.at, score(rule, step.tally), rule, step.event.seq))
    return found


def _score(work: Work, last: Printed, since: Printed | None, fixed: Fixed) -> Item:
    later = _standing(since, since.at) if since else None
    then = _standing(last, fixed.at)
    told = ScoreThen(work.label, then, later if then.mark is not None else None)
    return Item(f"w{work.id}-score", "score", work, told, fixed.at, last.seq)


def _standing(printed: Printed, at: int) -> Standing:
    rule, read = printed.rule, printed.score
    return Standing(_mark(read, rule), rule.measure.counted(read.tally), when(at))


def _mark(read: Score, rule: Rule) -> Mark | None:
    if read.printed is None:
        return None
    printing = rule.printing
    number = Decimal(read.printed).scaleb(-printing.decimals)
    return Mark(number, printing.out_of, printing.unit == "%")


def _numbers(work: Work, last: Printed, fixed: Fixed) -> Iterator[Item]:
    tally, mean = last.score.tally, last.score.mean
    if tally.count:
        told = Verdicts(work.label, tally.positive, tally.count, when(fixed.at))
        yield Item(f"w{work.id}-verdicts", "verdicts", work, told, fixed.at, last.seq)
    if mean is not None:
        number = (Decimal(mean.numerator * 10) / mean.denominator).quantize(_TENTH)
        grades = MeanGrade(work.label, number, tally.graded, when(fixed.at))
        yield Item(f"w{work.id}-grades", "grades", work, grades, fixed.at, last.seq)


def _badge(work: Work, rules: Rules, steps: Sequence[Step], fixed: Fixed) -> Iterator[Item]:
    course = badge_course(rules, steps, size_of(work), time_gone(steps, fixed.at, fixed.known))
    if course.badge is None or course.since is None or course.state == "none":
        return
    held, since = course.state == "held", when(course.since)
    told = BadgeSince(work.label, course.badge.label, held, since, when(fixed.at))
    cause = course.turns[-1].cause.event.seq if course.turns else None
    yield Item(f"w{work.id}-badge", "badge", work, told, course.since, cause)


def _extremes(work: Work, until: Sequence[Printed], fixed: Fixed) -> Iterator[Item]:
    """Yield highest and lowest score where there are two, all printed by rules of one unit."""
    scored = [one for one in until if one.score.printed is not None]
    if len({one.rule.printing for one in scored}) != 1:
        return
    # Of equal scores the first counts.
    high = max(scored, key=lambda one: (one.score.printed or 0, -one.at))
    low = min(scored, key=lambda one: (one.score.printed or 0, one.at))
    if high.score.printed == low.score.printed:
        return
    told = Extremes(work.label, _standing(high, high.at), _standing(low, low.at), when(fixed.at))
    yield Item(f"w{work.id}-extremes", "extremes", work, told, fixed.at, None)
