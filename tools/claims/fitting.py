"""What rules earn on labelled stories, and what signs around a claim move: the table of
confidences."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from clapometer.readers.claims.confidence import ALWAYS, SIGNS, Measured, signs_of
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.finder import read_claims
from clapometer.readers.claims.story import read_story

from .labelled import Labelled
from .pairing import pairing

UNJUDGED = 0.5
"""What a claim weighs that no label bears out, but that the labels need not have: half a miss."""
RIDGE = 4.0
"""How strongly signs are held at moving nothing."""
STEPS = 12
FIRST_SIGHT = -1.2
"""By how much the log odds moved when stories that were written blind were read for the first time
(16 of them, 114 claims that labels judge). Rules were bettered with them in view since, so what
they tell now is too good to be true elsewhere: this stays the least."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one claim: whether it was right, how much that weighs, and whether the labels
    judge it; `group` is the work of its story, `unseen` whether the story was held back."""

    group: str
    unseen: bool
    kind: str
    rule: str
    signs: tuple[str, ...]
    right: bool
    weight: float
    judged: bool


def outcomes(story: Labelled) -> list[Outcome]:
    """Return what became of every claim read from a labelled story. One that agrees with a label
    but quotes another place is right: the story does state it."""
    told = read_story(story.text)
    document = Document(told)
    claims = read_claims(told)
    found = pairing(story, [claim.as_json(told.text) for claim in claims])
    result = []
    for place, (claim, written) in enumerate(zip(claims, found.read, strict=True)):
        right = place in found.pairs or place in found.near
        judged = story.judges(written)
        weight = 1.0 if right or judged else UNJUDGED
        signs = signs_of(document, claim)
        result.append(
            Outcome(
                story.group, story.held_back, claim.kind, claim.rule, signs, right, weight, judged
            )
        )
    return result


def fitted(told: Sequence[Outcome]) -> Measured:
    """Return the table of confidences that outcomes bear out. Rules were written with the stories
    in view that were not held back, so they do better there than elsewhere: by how much, stories
    held back tell, and all odds are moved by it."""
    table = _plainly(told)
    seen = _plainly([one for one in told if not one.unseen])
    unseen = [one for one in told if one.unseen]
    return Measured(
        table.rules, table.kinds, {**table.signs, ALWAYS: min(_shift(seen, unseen), FIRST_SIGHT)}
    )


def _plainly(told: Sequence[Outcome]) -> Measured:
    plain = Measured(
        _rates((one.rule, one) for one in told), _rates((one.kind, one) for one in told), {}
    )
    return Measured(plain.rules, plain.kinds, _moved(plain, told))


def _shift(table: Measured, unseen: Sequence[Outcome]) -> float:
    """Return by how much the log odds of a table have to move to hold on stories it never saw."""
    moved = 0.0
    for _ in range(STEPS if unseen else 0):
        slope, curve = -RIDGE * moved, RIDGE
        for one in unseen:
            sure = table.sure(one.kind, one.rule, one.signs)
            sure = 1 / (1 + math.exp(-(math.log(sure / (1 - sure)) + moved)))
            slope += one.weight * (one.right - sure)
            curve += one.weight * sure * (1 - sure)
        moved += slope / curve
    return round(moved, 3)


def _rates(told: Iterable[tuple[str, Outcome]]) -> dict[str, tuple[float, float]]:
    rates: dict[str, tuple[float, float]] = defaultdict(lambda: (0.0, 0.0))
    for name, one in told:
        right, tried = rates[name]
        rates[name] = (right + one.weight * one.right, tried + one.weight)
    return dict(sorted(rates.items()))


def _moved(plain: Measured, told: Sequence[Outcome]) -> dict[str, float]:
    """Return by how much each sign moves the log odds beyond the rate of the rule: a logistic
    regression with a ridge, by Newton's method; the rate of a rule leaves its own group out."""
    if not told:
        return dict.fromkeys(SIGNS, 0.0)
    names = list(SIGNS)
    marks = np.array([[float(name in one.signs) for name in names] for one in told])
    base = np.array([_log_odds(_without(plain, told, one.group), one) for one in told])
    right = np.array([float(one.right) for one in told])
    weight = np.array([one.weight for one in told])
    moved = np.zeros(len(names))
    for _ in range(STEPS):
        sure = 1 / (1 + np.exp(-(base + marks @ moved)))
        slope = marks.T @ (weight * (right - sure)) - RIDGE * moved
        curve = (marks * (weight * sure * (1 - sure))[:, None]).T @ marks + RIDGE * np.eye(
            len(names)
        )
        moved = moved + np.linalg.solve(curve, slope)
    return dict(zip(names, (round(float(one), 3) for one in moved), strict=True))


def _without(plain: Measured, told: Sequence[Outcome], group: str) -> Measured:
    rules, kinds = dict(plain.rules), dict(plain.kinds)
    for one in told:
        if one.group == group:
            for table, name in ((rules, one.rule), (kinds, one.kind)):
                right, tried = table[name]
                table[name] = (right - one.weight * one.right, tried - one.weight)
    return Measured(rules, kinds, {})


def _log_odds(table: Measured, one: Outcome) -> float:
    rate = table.sure(one.kind, one.rule, ())
    return math.log(rate / (1 - rate))


def never_seen(told: Sequence[Outcome]) -> list[tuple[float, Outcome]]:
    """Return the outcomes of the stories held back, with the confidence that all others give."""
    table = _plainly([one for one in told if not one.unseen])
    return [(table.sure(one.kind, one.rule, one.signs), one) for one in told if one.unseen]


def held_out(told: Sequence[Outcome]) -> list[tuple[float, Outcome]]:
    """Return every outcome with the confidence that the outcomes of all other works give it."""
    found = []
    for group in sorted({one.group for one in told}):
        table = fitted([one for one in told if one.group != group])
        found += [
            (table.sure(one.kind, one.rule, one.signs), one) for one in told if one.group == group
        ]
    return found
