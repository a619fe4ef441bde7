"""Two numbers beside each other, with what their bounds leave open."""

from datetime import date
from fractions import Fraction

import pytest

from clapometer.signals.comparing import compare
from clapometer.signals.points import point_on

DAY = date(2026, 5, 20)


@pytest.mark.parametrize(
    ("first", "last", "bound"),
    [
        ("=", "=", "="), ("=", "≥", "≥"), ("=", "≤", "≤"), ("=", "~", "~"),
        ("≥", "=", "≤"), ("≤", "=", "≥"), ("~", "=", "~"),
        ("≤", "≥", "≥"), ("≥", "≤", "≤"), ("≥", "≥", "~"), ("≤", "≤", "~"), ("~", "≥", "~"),
    ],
)  # fmt: skip
def test_bounds_of_two_numbers_are_the_bound_of_how_they_compare(first, last, bound):
    found = compare(point_on(DAY, 2, first), point_on(DAY, 9, last))
    assert found == (Fraction(9, 2), bound)


def test_nothing_is_compared_with_nought():
    assert compare(point_on(DAY, 0), point_on(DAY, 9)) is None
