"""The mean of grades by weights that the user gives, where a publisher keeps its own secret."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from clapometer.scoring.grades import POINTS


def weighted_mean(
    grades: Iterable[tuple[str, int]], weights: Mapping[str, Fraction]
) -> Fraction | None:
    """Return the exact weighted mean, 0..1, of (source, grade in ten-thousandths).

    A source without a weight weighs 1; None where everything together weighs nothing.
    """
    total, weight = Fraction(0), Fraction(0)
    for source, grade in grades:
        own = weights.get(source, Fraction(1))
        total, weight = total + own * grade, weight + own
    return total / (weight * POINTS) if weight else None
