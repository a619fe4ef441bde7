"""Scores by weights that the user gives, for `score` and `compare`."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from .endings import refused

if TYPE_CHECKING:
    from clapometer.catalogue.models import Work
    from clapometer.reviews.scores import WorkScoreAt
    from clapometer.scoring.rules import Rule


def score_by(
    work: Work, rule: Rule | None, at: int | None, known: int | None, weights: Path | None
) -> WorkScoreAt:
    """Return the work's score; a mean grade is weighted where a file of weights is given."""
    from clapometer.reviews.scores import score_of

    answer = score_of(work, rule, at, known)
    rule = answer.rule
    if weights is None or rule.measure.kind != "mean-grade":
        return answer
    from clapometer.reviews.weights import weighted_grade
    from clapometer.scoring.rules import score

    mean = weighted_grade(work, rule, read_weights(weights), at, known)
    return replace(answer, score=score(rule, answer.score.tally, weighted=mean))


def read_weights(path: Path) -> dict[str, Fraction]:
    """Return the weight of each outlet; refuses a file that is none of weights."""
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8"))
        weights = {name: Fraction(str(weight)) for name, weight in written.items()}
    except OSError as problem:
        raise refused(f"{path} cannot be read: {problem.strerror}.") from None
    except (ValueError, ZeroDivisionError):
        raise refused(
            f'{path} is no file of weights; write a line for each outlet: "Its name" = 1.5'
        ) from None
    for name, weight in weights.items():
        if not 0 <= weight <= 1000:
            raise refused(f"The weight of “{name}” in {path} must lie between 0 and 1000.")
    return weights
