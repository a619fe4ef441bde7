"""A curve that what was measured is led through before it is printed, given by its points."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Any


class Curve(tuple[tuple[int, int], ...]):
    """Points (from, to) in the printed unit, joined by straight lines; none leave all as it is.

    The first lies at 0, the last at the highest number of the rule; `from` rises from point to
    point and `to` never falls, so that a better work is never printed below a worse one.
    """

    __slots__ = ()

    def led(self, part: Any, whole: Any, out_of: int) -> tuple[Any, Any]:
        """Return part / whole, 0..1 of out_of, as the curve leads it: (part, whole), exact.

        A whole of 0, where nothing takes part, stays.
        """
        if not self or not whole:
            return part, whole
        found = self.at(Fraction(part, whole) * out_of) / out_of
        return found.numerator, found.denominator

    def at(self, value: Fraction) -> Fraction:
        """Return where a number in the printed unit is led, exact."""
        for (left, low), (right, high) in pairwise(self):
            if value <= right:
                return low + (value - left) * (high - low) / Fraction(right - left)
        return Fraction(self[-1][1])

    def ends(self, bounds: Sequence[float], out_of: int) -> tuple[float, float]:
        """Return the bounds of an interval, 0..1 of out_of, as the curve leads them."""
        low, high = (float(self.at(Fraction(end) * out_of) / out_of) for end in bounds)
        return low, high


STRAIGHT = Curve()


def faults_of(points: object, out_of: int) -> str | None:
    """Return what is wrong with points as they were written, None where nothing is."""
    if not isinstance(points, list) or len(points) < 2:
        return "a list of two points or more, as [[0, 0], [50, 40], [100, 100]]"
    if not all(_is_point(one, out_of) for one in points):
        return f"pairs of whole numbers from 0 to {out_of}"
    if points[0][0] != 0 or points[-1][0] != out_of:
        return f"points from 0 to {out_of}"
    if any(one[0] >= other[0] or one[1] > other[1] for one, other in pairwise(points)):
        return "points whose first numbers rise and whose second numbers never fall"
    return None


def _is_point(point: object, out_of: int) -> bool:
    if not isinstance(point, list) or len(point) != 2:
        return False
    return all(type(number) is int and 0 <= number <= out_of for number in point)
