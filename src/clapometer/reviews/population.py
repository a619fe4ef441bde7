"""The works of the site as a population: the score of each under one rule at an instant."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from clapometer.scoring.population import deciding_score
from clapometer.scoring.rules import Rule
from clapometer.scoring.tally import EMPTY

from .events import events_of_works, touched_works
from .scores import steps_from

_WORKS_AT_ONCE = 200


def deciding_scores(
    rule: Rule, at: int | None = None, known: int | None = None
) -> Iterator[tuple[int, Fraction]]:
    """Yield the number of each work with its score 0..1, exact, or as printed where that decides.

    Films, series, seasons and episodes alike, each by its own reviews; works for which the rule
    prints nothing are left out.
    """
    works = touched_works(0)
    for first in range(0, len(works), _WORKS_AT_ONCE):
        together = works[first : first + _WORKS_AT_ONCE]
        for work, events in events_of_works(together, known).items():
            steps = steps_from(rule, events, known)
            until = steps if at is None else [step for step in steps if step.at <= at]
            value = deciding_score(rule, until[-1].tally if until else EMPTY)
            if value is not None:
                yield work, value
