"""Intervals against SciPy, and against values worked out elsewhere."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.special import betainc
from scipy.stats import beta, binomtest

from clapometer.scoring.intervals import beta_quantile, incomplete_beta, jeffreys, wilson

CONFIDENCES = st.sampled_from([0.5, 0.8, 0.9, 0.95, 0.99])


@pytest.mark.parametrize(
    ("positive", "count", "low", "high"),
    [(5, 5, 56.6, 100), (18, 18, 82.4, 100), (34, 35, 85.5, 99.5), (60, 80, 64.5, 83.2),
     (15, 20, 53.1, 88.8)],
)  # fmt: skip
def test_wilson_at_95_per_cent(positive: int, count: int, low: float, high: float) -> None:
    got = wilson(positive, count, 0.95)
    assert [round(100 * end, 1) for end in got] == [low, high]


def test_without_reviews_nothing_is_known() -> None:
    assert wilson(0, 0) == jeffreys(0, 0) == (0.0, 1.0)


# Wilson's interval is SciPy's, to the last digits.
@given(st.integers(1, 100_000), st.data(), CONFIDENCES)
def test_wilson_is_scipys(count: int, data: st.DataObject, confidence: float) -> None:
    positive = data.draw(st.integers(0, count))
    theirs = binomtest(positive, count).proportion_ci(confidence, method="wilson")
    assert wilson(positive, count, confidence) == pytest.approx(theirs, rel=1e-10, abs=1e-12)


# Jeffreys' ends are the quantiles of Beta(x + 1/2, n - x + 1/2), as SciPy has them.
@given(st.integers(1, 20_000), st.data(), CONFIDENCES)
def test_jeffreys_is_scipys(count: int, data: st.DataObject, confidence: float) -> None:
    positive = data.draw(st.integers(0, count))
    posterior = beta(positive + 0.5, count - positive + 0.5)
    low, high = jeffreys(positive, count, confidence)
    tail = (1 - confidence) / 2
    assert low == pytest.approx(posterior.ppf(tail) if positive else 0.0, rel=1e-8, abs=1e-12)
    assert high == pytest.approx(
        posterior.isf(tail) if positive < count else 1.0, rel=1e-8, abs=1e-12
    )


# Both contain the share, lie within 0..1, and change sides with the verdicts.
@given(st.integers(1, 2_000), st.data(), CONFIDENCES)
def test_both_contain_the_share(count: int, data: st.DataObject, confidence: float) -> None:
    positive = data.draw(st.integers(0, count))
    for interval in (wilson, jeffreys):
        low, high = interval(positive, count, confidence)
        assert 0 <= low <= positive / count <= high <= 1
        mirrored = interval(count - positive, count, confidence)
        assert (1 - high, 1 - low) == pytest.approx(mirrored, abs=1e-9)


# The incomplete beta function is SciPy's, and its quantile goes back through it.
@given(st.floats(0, 1), st.integers(0, 5_000), st.integers(0, 5_000))
def test_the_incomplete_beta_is_scipys(x: float, one: int, other: int) -> None:
    a, b = one + 0.5, other + 0.5
    got = incomplete_beta(x, a, b)
    assert got == pytest.approx(float(betainc(a, b, x)), rel=1e-8, abs=1e-12)
    assume(1e-6 < got < 1 - 1e-6)
    assert incomplete_beta(beta_quantile(got, a, b), a, b) == pytest.approx(got, rel=1e-6)
