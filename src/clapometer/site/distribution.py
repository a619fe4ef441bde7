"""How the grades of a work's reviews are spread, in ten steps of the scale."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

BINS = 10
WIDTH = 1000 // BINS
HEIGHT = 64
POINTS = 10_000


@dataclass(frozen=True, slots=True)
class Bar:
    """The grades from `low` up to `high` on the scale of 0 to 10: how many, and the bar to draw."""

    low: int
    high: int
    count: int
    x: str
    y: str
    height: str


def spread(grades: Iterable[int]) -> list[Bar]:
    """Return one bar for each tenth of the scale; the full grade falls into the last."""
    counts = Counter(min(grade * BINS // POINTS, BINS - 1) for grade in grades)
    most = max(counts.values(), default=0)
    if not most:
        return []
    return [_bar(step, counts[step], most) for step in range(BINS)]


def _bar(step: int, count: int, most: int) -> Bar:
    # An empty tenth keeps a hairline, so that the scale can be seen.
    height = max(HEIGHT * count / most, 1.0)
    return Bar(step, step + 1, count, f"{step * 10}%", f"{HEIGHT - height:.1f}", f"{height:.1f}")
