"""A mean of grades led through a curve. Every grade and every curve here is made up."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.scoring.curve import Curve
from clapometer.scoring.describe import describe
from clapometer.scoring.formulas import formula
from clapometer.scoring.frames import scores
from clapometer.scoring.grades import POINTS
from clapometer.scoring.rules import RuleRefused, canonical, own_rule, preset, score
from clapometer.scoring.tally import EMPTY, Tally

RULE = """
based_on = "metacritic-films"
name = "our-curve"
[curve]
points = [[0, 0], [50, 40], [75, 80], [100, 100]]
"""
BENT = own_rule(RULE)


def mean_of(per_cent, grades=4):
    points = per_cent * POINTS // 100
    return Tally(0, 0, grades, grades * points, grades * points**2)


@pytest.mark.parametrize(
    ("mean", "exact", "printed", "band"),
    [
        (0, 0, 0, "dislike"),
        (25, 20, 20, "unfavorable"),  # half way to 50, half way to 40
        (50, 40, 40, "mixed"),
        (60, 56, 56, "mixed"),  # 40 + 10/25 of 40
        (75, 80, 80, "favorable"),
        (76, Fraction(404, 5), 81, "universal-acclaim"),  # 80 + 1/25 of 20 = 80.8
        (100, 100, 100, "universal-acclaim"),
    ],
)
def test_a_mean_is_led_along_straight_lines(mean, exact, printed, band):
    read = score(BENT, mean_of(mean))
    assert (read.measured * 100, read.printed, read.band) == (exact, printed, band)
    assert read.mean == Fraction(mean, 100), "the mean itself stays as it is"


def test_marks_are_borne_by_what_the_curve_gives():
    assert score(BENT, mean_of(76, 15)).marks == ("must-see",)
    assert score(preset("metacritic-films"), mean_of(76, 15)).marks == ()


def test_a_mean_by_weights_is_led_through_it_too():
    assert score(BENT, mean_of(10), weighted=Fraction(60, 100)).printed == 56


def test_both_ends_of_the_interval_are_led():
    # Three grades of 50 and one of 90: the mean is 60, and both ends lie on other pieces.
    grades = [5000, 5000, 5000, 9000]
    tally = Tally(0, 0, 4, sum(grades), sum(one**2 for one in grades))
    low, high = score(preset("metacritic-films"), tally).interval
    bent = score(BENT, tally).interval
    assert bent == pytest.approx((low * 0.8, 0.4 + (high - 0.5) * 1.6 if high <= 0.75 else
                                  0.8 + (high - 0.75) * 0.8))  # fmt: skip


def test_without_a_grade_nothing_is_led():
    assert score(BENT, EMPTY).printed is None


def test_tables_are_scored_through_it_by_the_plain_engine():
    rows = [
        {"work": "w", "reviewer": name, "happened_at": place, "kind": "posted",
         "positive": True, "grade": 6000}
        for place, name in enumerate("abcd")
    ]  # fmt: skip
    import pyarrow

    assert scores(pyarrow.Table.from_pylist(rows), BENT).to_pylist()[0]["printed"] == 56


points = st.lists(st.integers(1, 99), unique=True, max_size=6).flatmap(
    lambda inner: st.lists(
        st.integers(0, 100), min_size=len(inner) + 2, max_size=len(inner) + 2
    ).map(lambda to: Curve(zip([0, *sorted(inner), 100], sorted(to), strict=True)))
)


# Each point is met, and a better work is never led below a worse one.
@given(points, st.fractions(0, 100), st.fractions(0, 100))
def test_a_curve_meets_its_points_and_never_falls(curve, one, other):
    assert [curve.at(Fraction(start)) for start, _ in curve] == [end for _, end in curve]
    low, high = sorted((one, other))
    assert 0 <= curve.at(low) <= curve.at(high) <= 100


# The piece is that which a slow search finds, and the value lies on the line through its ends.
@given(points, st.fractions(0, 100))
def test_a_curve_is_straight_between_its_points(curve, value):
    left = max((p for p in curve if p[0] <= value), key=lambda p: p[0])
    right = min((p for p in curve if p[0] >= value), key=lambda p: p[0])
    found = curve.at(value)
    assert (found - left[1]) * (right[0] - left[0]) == (value - left[0]) * (right[1] - left[1])


def test_a_curve_is_in_what_decides_and_only_where_there_is_one():
    assert b'"curve":[[0,0],[50,40],[75,80],[100,100]]' in canonical(BENT)
    assert b"curve" not in canonical(preset("metacritic-films"))
    assert b"weights" not in canonical(preset("metacritic-films"))


def test_rules_say_that_the_publishers_own_is_secret_and_which_is_given():
    assert any("the curve is secret" in one and "[curve]" in one
               for one in preset("metacritic-films").published)  # fmt: skip
    assert "50 becomes 40" in dict(describe(BENT))["Curve"]
    assert "(50, 40)" in dict(formula(BENT))["x"]
    assert "weights secret" in dict(describe(BENT))["Weights"]
    assert "Weights" not in dict(describe(preset("opencritic")))


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("[[0, 0]]", "curve.points must be a list of two points or more"),
        ("[[0, 0], [50, 200], [100, 100]]", "pairs of whole numbers from 0 to 100"),
        ("[[0, 0], [50, 4.5], [100, 100]]", "pairs of whole numbers from 0 to 100"),
        ("[[10, 0], [100, 100]]", "points from 0 to 100"),
        ("[[0, 0], [90, 100]]", "points from 0 to 100"),
        ("[[0, 0], [50, 60], [75, 40], [100, 100]]", "second numbers never fall"),
        ("[[0, 0], [50, 10], [50, 20], [100, 100]]", "first numbers rise"),
        ("7", "curve.points must be a list of two points or more"),
    ],
)
def test_what_is_wrong_with_a_curve_is_said_by_key(written, sentence):
    head = RULE.partition("points")[0]
    with pytest.raises(RuleRefused) as refused:
        own_rule(f"{head}points = {written}\n")
    assert sentence in str(refused.value)
    assert str(refused.value).startswith("curve.points must be")


def test_a_share_has_no_curve():
    with pytest.raises(RuleRefused, match="only a mean of grades"):
        own_rule(RULE.replace("metacritic-films", "clapometer"))
