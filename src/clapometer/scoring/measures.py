"""What a rule measures on a tally: a share of verdicts, or a mean of grades."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any, NamedTuple

from clapometer.scoring.grades import POINTS
from clapometer.scoring.intervals import MEAN_METHODS, METHODS, Interval
from clapometer.scoring.tally import Tally


class MeasureKind(NamedTuple):
    """One way to measure: of verdicts or of grades, and what it says."""

    of: str
    sentence: str


MEASURES: dict[str, MeasureKind] = {
    "share-positive": MeasureKind(
        "verdicts", "The share of positive reviews among those whose verdict is known."
    ),
    "mean-grade": MeasureKind(
        "grades", "The mean of the grades; reviews without a grade are left out."
    ),
    "bayesian-mean": MeasureKind(
        "grades",
        "v ÷ (v + m) × R + m ÷ (v + m) × C, where v grades have the mean R: the mean as if {weight}"
        " more grades (m) of {mean} (C) had been given.",
    ),
}


WEIGHTS = {
    "equal": "Every outlet counts alike.",
    "secret": "Its publisher weighs outlets and keeps the weights secret: here all count alike, but"
    " where a command is given a file with --weights.",
}
"""What a publisher says of the weights of outlets."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What is measured. `weight` and `mean` are m and C of a Bayesian mean, the latter 0..1.

    `mean` is None where nobody has given it; then nothing can be measured.
    """

    kind: str = "share-positive"
    weight: int = 0
    mean: Fraction | None = None

    @property
    def of(self) -> str:
        """Return what is counted: "verdicts" or "grades"."""
        return MEASURES[self.kind].of

    def counted(self, tally: Tally) -> Any:
        """Return how many reviews take part: those with a verdict, or those with a grade."""
        return tally.count if self.of == "verdicts" else tally.graded

    def read(self, tally: Tally) -> tuple[Any, Any]:
        """Return the measure as (part, whole), whole numbers with part / whole in 0..1.

        Plain arithmetic: a tally of arrays gives arrays. The whole is 0 where nothing takes part.
        """
        if self.of == "verdicts":
            return tally.positive, tally.count
        if self.mean is None:
            return tally.grade_sum, POINTS * tally.graded
        top, bottom = self.mean.numerator, self.mean.denominator
        part = tally.grade_sum * bottom + self.weight * top * POINTS
        return part, (tally.graded + self.weight) * bottom * POINTS

    def interval(self, method: str, tally: Tally, confidence: float) -> Interval:
        """Return the interval of what is measured, 0..1, by a method of METHODS or MEAN_METHODS."""
        if self.of == "verdicts":
            return METHODS[method](tally.positive, tally.count, confidence)
        sums = tally.graded, tally.grade_sum / POINTS, tally.grade_squares / POINTS**2
        return MEAN_METHODS[method](*sums, confidence, self.weight, float(self.mean or 0))
