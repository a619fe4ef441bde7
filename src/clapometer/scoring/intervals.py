"""Intervals for a share and for a mean: how sure a score can be, seen from its count.

The reviews are taken as a sample of all critics who might have written. All methods are two-sided
at the given confidence and need only the standard library.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from math import exp, lgamma, log, log1p, sqrt
from statistics import NormalDist

TINY = 1e-300
STEPS = 300
Interval = tuple[float, float]


@lru_cache(maxsize=64)
def _z(confidence: float) -> float:
    return NormalDist().inv_cdf(0.5 + confidence / 2)


def wilson(positive: int, count: int, confidence: float = 0.95) -> tuple[float, float]:
    """Return the Wilson score interval (Wilson 1927) of positive out of count, as shares 0..1.

    Without reviews nothing is known: (0.0, 1.0).
    """
    if count == 0:
        return 0.0, 1.0
    z = _z(confidence)
    share, square = positive / count, z * z / count
    middle = (share + square / 2) / (1 + square)
    reach = z / (1 + square) * sqrt(share * (1 - share) / count + square / (4 * count))
    low = 0.0 if positive == 0 else max(0.0, middle - reach)
    high = 1.0 if positive == count else min(1.0, middle + reach)
    return low, high


@lru_cache(maxsize=8192)
def jeffreys(positive: int, count: int, confidence: float = 0.95) -> tuple[float, float]:
    """Return the Jeffreys interval of positive out of count, as shares 0..1.

    It is the equal-tailed credible interval under the prior Beta(1/2, 1/2), with the end at 0 or 1
    where no or every review is positive (Brown, Cai and DasGupta 2001). Without reviews it is
    (0.0, 1.0).
    """
    if count == 0:
        return 0.0, 1.0
    tail = (1 - confidence) / 2
    a, b = positive + 0.5, count - positive + 0.5
    low = 0.0 if positive == 0 else beta_quantile(tail, a, b)
    high = 1.0 if positive == count else 1.0 - beta_quantile(tail, b, a)
    return low, high


def t_mean(
    count: int, total: float, squares: float, confidence: float = 0.95, *_prior: float
) -> Interval:
    """Return Student's t interval of a mean, cut to 0..1; a prior is not asked.

    `total`, `squares`: sums of the values (0..1) and of their squares. Fewer than two values say
    nothing of how much they spread: (0.0, 1.0).
    """
    return bayes_mean(count, total, squares, confidence)


def bayes_mean(
    count: int, total: float, squares: float, confidence: float = 0.95, weight: int = 0,
    prior: float = 0.0,
) -> Interval:  # fmt: skip
    """Return the equal-tailed credible interval of a mean, cut to 0..1.

    The values are taken as normal, with the conjugate prior that `weight` earlier values of the
    mean `prior` stand for, and the reference prior for the spread: the marginal of the mean is
    Student's t with count - 1 degrees of freedom (Gelman et al., Bayesian Data Analysis, 3.3).
    Without a prior it is the t interval. Fewer than two values: (0.0, 1.0).
    """
    if count < 2:
        return 0.0, 1.0
    own, whole = total / count, count + weight
    # Sums of squares of equal values can come out a little below nought.
    spread = max(0.0, squares - total * own) + weight * count * (own - prior) ** 2 / whole
    middle = (total + weight * prior) / whole
    reach = t_quantile(confidence, count - 1) * sqrt(spread / (count - 1) / whole)
    return max(0.0, middle - reach), min(1.0, middle + reach)


@lru_cache(maxsize=8192)
def t_quantile(confidence: float, freedom: int) -> float:
    """Return t with P(|T| <= t) = confidence, for Student's T with these degrees of freedom."""
    # t² / (freedom + t²) follows Beta(1/2, freedom/2); the rest of 1 is found by itself, exactly.
    near = beta_quantile(confidence, 0.5, freedom / 2)
    far = beta_quantile(1 - confidence, freedom / 2, 0.5)
    return sqrt(freedom * near / far)


def beta_quantile(probability: float, a: float, b: float) -> float:
    """Return x with I_x(a, b) = probability, by bisection down to neighbouring floats."""
    low, high = 0.0, 1.0
    for _ in range(STEPS):
        middle = (low + high) / 2
        if not low < middle < high:
            break
        if incomplete_beta(middle, a, b) < probability:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def incomplete_beta(x: float, a: float, b: float) -> float:
    """Return the regularized incomplete beta function I_x(a, b) for a, b > 0 and 0 <= x <= 1."""
    if x <= 0.0 or x >= 1.0:
        return 0.0 if x <= 0.0 else 1.0
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    # The continued fraction converges fast only on this side of the mean.
    if x < (a + 1) / (a + b + 2):
        return front * _continued_fraction(x, a, b) / a
    return 1.0 - front * _continued_fraction(1.0 - x, b, a) / b


def _continued_fraction(x: float, a: float, b: float) -> float:
    """Return the fraction of DLMF 8.17.22, by Lentz's method."""
    c, d = 1.0, 1.0 / _away_from_zero(1.0 - (a + b) * x / (a + 1.0))
    value = d
    for m in range(1, STEPS + int(sqrt(a + b)) * 4):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d = 1.0 / _away_from_zero(1.0 + term * d)
            c = _away_from_zero(1.0 + term / c)
            value *= c * d
        if abs(c * d - 1.0) < 1e-16:
            break
    return value


def _away_from_zero(number: float) -> float:
    return number if abs(number) > TINY else TINY


METHODS: dict[str, Callable[[int, int, float], Interval]] = {
    "wilson": wilson,
    "jeffreys": jeffreys,
}
"""Of a share: (positive, count, confidence)."""
MEAN_METHODS: dict[str, Callable[[int, float, float, float, int, float], Interval]] = {
    "t": t_mean,
    "bayesian": bayes_mean,
}
"""Of a mean: (count, sum, sum of squares, confidence, weight and mean of the prior)."""
