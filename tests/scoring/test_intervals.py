"""Intervals against SciPy, and against values worked out elsewhere."""

from __future__ import annotations

from math import fsum

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.special import betainc
from scipy.stats import bayes_mvs, beta, binomtest, sem
from scipy.stats import t as student

from clapometer.scoring.intervals import (
    bayes_mean,
    beta_quantile,
    incomplete_beta,
    jeffreys,
    t_mean,
    t_quantile,
    wilson,
)

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


VALUES = st.lists(st.integers(0, 10_000), min_size=2, max_size=200)


def sums(values: list[int]) -> tuple[int, float, float]:
    shares = [value / 10_000 for value in values]
    return len(values), fsum(shares), fsum(share * share for share in shares)


# Student's quantile is SciPy's.
@given(st.integers(1, 100_000), CONFIDENCES)
def test_the_t_quantile_is_scipys(freedom: int, confidence: float) -> None:
    theirs = student.ppf(0.5 + confidence / 2, freedom)
    assert t_quantile(confidence, freedom) == pytest.approx(theirs, rel=1e-7)


# The t interval of a mean is SciPy's of the same sample, cut to 0..1.
@given(VALUES, CONFIDENCES)
def test_the_t_interval_is_scipys(values: list[int], confidence: float) -> None:
    sample = np.array(values) / 10_000
    error = sem(sample)
    assume(error > 1e-6)
    low, high = student.interval(confidence, len(values) - 1, sample.mean(), error)
    got = t_mean(*sums(values), confidence)
    assert got == pytest.approx((max(0, low), min(1, high)), rel=1e-6, abs=1e-8)


# Without a prior the credible interval is the one that SciPy gives under the reference prior.
@given(VALUES.filter(lambda values: len(set(values)) > 1), CONFIDENCES)
def test_without_a_prior_it_is_scipys_bayes_mvs(values: list[int], confidence: float) -> None:
    sample = np.array(values) / 10_000
    low, high = bayes_mvs(sample, confidence)[0].minmax
    got = bayes_mean(*sums(values), confidence)
    assert got == pytest.approx((max(0, low), min(1, high)), rel=1e-6, abs=1e-8)


# With one, the ends are quantiles of the marginal that SciPy integrates numerically from the joint
# density of mean and precision: 6, 7, 9 and 9 of 10, and a prior of 5 votes of 7.
def test_with_a_prior_the_marginal_integrates_to_the_confidence() -> None:
    sample, weight, prior = np.array([0.6, 0.7, 0.9, 0.9]), 5, 0.7
    low, high = bayes_mean(4, 3.1, float((sample**2).sum()), 0.9, weight, prior)

    def density(mean: float) -> float:
        # The precision is integrated out of Normal × Gamma with the reference prior of the spread.
        squares = ((sample - mean) ** 2).sum() + weight * (mean - prior) ** 2
        return float(squares ** (-len(sample) / 2))

    inside, whole = quad(density, low, high)[0], quad(density, -60, 60, points=[0.7], limit=500)[0]
    assert inside / whole == pytest.approx(0.9, abs=1e-5)


# The more the prior weighs, the nearer the middle is to it; equal grades leave no width.
def test_a_prior_pulls() -> None:
    few, many = (bayes_mean(5, 4.5, 4.06, 0.95, weight, 0.7) for weight in (1, 1000))
    assert sum(few) / 2 == pytest.approx((4.5 + 0.7) / 6)
    assert sum(many) / 2 == pytest.approx((4.5 + 700) / 1005)
    assert t_mean(4, 3.0, 2.25) == pytest.approx((0.75, 0.75))
    assert t_mean(1, 0.9, 0.81) == bayes_mean(0, 0.0, 0.0) == (0.0, 1.0)
