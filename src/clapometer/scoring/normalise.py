"""Four ways from a mark to a place between nothing and everything, each by its name.

They differ on the same mark: 3 of 5 is 60 by its share and 50 by its position between 1 and 5.
So a grade keeps the text, the scale and the form beside its value.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import accumulate
from typing import NamedTuple


class Normaliser(NamedTuple):
    """One way of placing a mark: what it does, its formula, and where it is seen."""

    means: str
    formula: str
    seen: str


NORMALISERS: dict[str, Normaliser] = {
    "share": Normaliser("share of the maximum", "mark / best", "scripts over Rotten Tomatoes data"),
    "position": Normaliser(
        "position between the least and the best mark",
        "(mark - worst) / (best - worst)",
        "NeoDB; scales that begin at 1, run below zero, or have 1 as the best",
    ),
    "table": Normaliser("place in a table", "table[mark]", "Metacritic's letters; words"),
    "percentile": Normaliser(
        "percentile inside the critic's own grades",
        "floor((lower + equal / 2) / total * 100)",
        "Criticker",
    ),
}


def share(mark: Fraction, best: Fraction) -> Fraction:
    """Return the mark as a share of the best mark, 0..1. Raises ValueError outside of it."""
    return position(mark, Fraction(0), best)


def position(mark: Fraction, worst: Fraction, best: Fraction) -> Fraction:
    """Return where the mark lies from worst (0) to best (1); best may be the lower number.

    Raises ValueError for a mark outside the two, or if they are the same.
    """
    if worst == best:
        raise ValueError("The worst mark and the best are the same.")
    place = (mark - worst) / (best - worst)
    if not 0 <= place <= 1:
        raise ValueError(f"{mark} does not lie between {worst} and {best}.")
    return place


def table(mark: str, places: Mapping[str, Fraction]) -> Fraction:
    """Return the place of a mark in a table. Raises ValueError for one that is not in it."""
    if mark not in places:
        raise ValueError(f"“{mark}” is not in the table.")
    return places[mark]


def percentile(lower: int, equal: int, total: int) -> int:
    """Return the percentile of a grade, a whole number 0..99.

    `lower` and `equal` count the critic's grades below and at it, itself among them, of `total`.
    Criticker's formula: floor((lower + equal / 2) / total * 100); 195, 10, 251 give 79.
    Raises ValueError for counts that cannot be.
    """
    if lower < 0 or equal < 1 or lower + equal > total:
        raise ValueError(f"{lower} lower and {equal} equal grades of {total} cannot be.")
    return (2 * lower + equal) * 100 // (2 * total)


def percentiles(values: Iterable[Fraction]) -> dict[Fraction, int]:
    """Return the percentile of each value that occurs among a critic's own grades."""
    times = sorted(Counter(values).items())
    below = accumulate((equal for _, equal in times), initial=0)
    total = sum(equal for _, equal in times)
    return {
        value: percentile(lower, equal, total)
        for (value, equal), lower in zip(times, below, strict=False)
    }
