"""The four ways from a mark to a value."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.scoring.normalise import percentile, percentiles, position, share, table

MARKS = st.fractions(0, 100, max_denominator=20)


# Criticker's own worked example: 195 grades lower, 10 equal, 251 in all.
def test_the_worked_example_of_criticker() -> None:
    assert percentile(195, 10, 251) == 79


def test_three_of_five_by_share_and_by_position() -> None:
    assert share(Fraction(3), Fraction(5)) == Fraction(3, 5)
    assert position(Fraction(3), Fraction(1), Fraction(5)) == Fraction(1, 2)
    assert position(Fraction(2), Fraction(6), Fraction(1)) == Fraction(4, 5)
    assert table("B-", {"B-": Fraction(67, 100)}) == Fraction(67, 100)


@pytest.mark.parametrize(
    "wrong",
    [lambda: share(Fraction(6), Fraction(5)), lambda: share(Fraction(-1), Fraction(5)),
     lambda: share(Fraction(0), Fraction(0)), lambda: table("Z", {}),
     lambda: percentile(0, 0, 5), lambda: percentile(3, 3, 5), lambda: percentile(-1, 1, 5)],
)  # fmt: skip
def test_what_cannot_be_is_refused(wrong) -> None:
    with pytest.raises(ValueError):
        wrong()


# Position between zero and the maximum is the share of the maximum, and turning a scale round
# turns the value round.
@given(MARKS, st.fractions(100, 1000))
def test_position_from_zero_is_the_share(mark: Fraction, best: Fraction) -> None:
    assert position(mark, Fraction(0), best) == share(mark, best)
    assert position(mark, best, Fraction(0)) == 1 - share(mark, best)


# Percentiles rise with the grade, lie between 0 and 99, and are the formula in floating point.
@given(st.lists(MARKS, min_size=1, max_size=60))
def test_percentiles_inside_ones_own_grades(values: list[Fraction]) -> None:
    found = percentiles(values)
    assert found.keys() == set(values)
    assert list(found.values()) == sorted(found.values())
    for value, place in found.items():
        lower, equal = sum(v < value for v in values), values.count(value)
        assert place == (Fraction(lower) + Fraction(equal, 2)) * 100 // len(values)
        assert 0 <= place <= 99


def test_percentiles_of_no_grades_are_none() -> None:
    assert percentiles([]) == {}
