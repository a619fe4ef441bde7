"""Two numbers of one definition set beside each other, with what their bounds leave open. Pure."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from .points import Point

_TURNED = {"=": "=", "≥": "≤", "≤": "≥", "~": "~"}


class Comparison(NamedTuple):
    """How many times the first number the last one is, exactly, and the bound of that."""

    times: Fraction
    bound: str


def compare(first: Point, last: Point) -> Comparison | None:
    """Return the last number over the first, None where the first is nought.

    The two must be of one definition: numbers of two mean different things. At least 4 over 2 is at
    least 2 times; 4 over at least 2 is at most 2 times; at least 4 over at least 2 may be anything,
    so it is told as about 2 times.
    """
    if not first.digits:
        return None
    times = Fraction(last.value) / Fraction(first.value)
    bounds = {last.bound, _TURNED[first.bound]} - {"="}
    if not bounds:
        return Comparison(times, "=")
    return Comparison(times, bounds.pop() if len(bounds) == 1 else "~")
