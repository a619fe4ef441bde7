"""The tally: a handful of whole-number sums over the reviews in force."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

from clapometer.scoring.events import Event


class Tally(NamedTuple):
    """Sums over reviews. Whole numbers only, so any order of adding gives the same bits.

    `count`: reviews whose verdict is known; `positive`: those in favour. `graded`: reviews with a
    grade, also where the verdict is unknown; `grade_sum`, `grade_squares`: sums of their grades in
    ten-thousandths and of the squares. `top_count`, `top_positive`: as count and positive, of top
    critics only.
    """

    count: int = 0  # type: ignore[assignment]  # It hides tuple.count, which nobody needs here.
    positive: int = 0
    graded: int = 0
    grade_sum: int = 0
    grade_squares: int = 0
    top_count: int = 0
    top_positive: int = 0

    @staticmethod
    def of(event: Event) -> Tally:
        """Return what the one review that the event tells of adds to the sums."""
        return contribution(event.positive, event.grade, event.top)

    def __add__(self, other: tuple[Any, ...]) -> Tally:
        """Return the sums of both; a plain tuple of seven numbers is taken too."""
        return Tally(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))

    def __sub__(self, other: tuple[Any, ...]) -> Tally:
        """Return these sums without those of the other."""
        return Tally(*(mine - theirs for mine, theirs in zip(self, other, strict=True)))


EMPTY = Tally()


@lru_cache(maxsize=65536)
def contribution(positive: bool | None, grade: int | None, top: bool) -> Tally:
    """Return what a review with this verdict and grade (0..10000, or None) adds to a tally."""
    known = positive is not None
    return Tally(
        count=int(known),
        positive=int(bool(positive)),
        graded=int(grade is not None),
        grade_sum=grade or 0,
        grade_squares=(grade or 0) ** 2,
        top_count=int(known and top),
        top_positive=int(bool(positive) and top),
    )
