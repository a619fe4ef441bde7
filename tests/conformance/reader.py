"""A second reader of rules, from the kit's data alone: fractions, and SciPy for the intervals.

It shares no code with the engine and knows a rule only as JSON has it.
"""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Any

from scipy import stats
from scipy.special import betaincinv

POINTS = 10_000
KNOWN = {
    "name", "panel", "counts", "versions", "minimum", "rounding", "decides", "interval",
    "confidence", "bands", "badge", "digest", "measure", "printing", "conversion", "marks", "lacks",
    "series",
}  # fmt: skip
"""What a rule may consist of for this reader to know all that it says."""
BAND = {"name", "label", "at_least", "reviews"}
"""The same of a band or mark."""


def rounded(name: str, part: Fraction, whole: Fraction, most: int) -> int:
    if name == "floating-half-up":
        nearest = math.floor(float(part) / float(whole) * most + 0.5)
        return most - 1 if nearest == most and part != whole else nearest
    exact = Fraction(part) / whole * most
    return math.floor(exact + Fraction(1, 2) if name == "half-up" else exact)


def measure(rule: dict[str, Any], tally: dict[str, int]) -> tuple[int, Fraction | None]:
    """How many reviews take part, and what is measured of them."""
    kind = rule["measure"]["kind"]
    if kind == "share-positive":
        count = tally["count"]
        return count, Fraction(tally["positive"], count) if count else None
    graded = tally["graded"]
    total = Fraction(tally["grade_sum"], POINTS)
    if kind == "bayesian-mean" and rule["measure"]["mean"] is not None:
        weight = rule["measure"]["weight"]
        whole = graded + weight
        return graded, (total + weight * Fraction(rule["measure"]["mean"])) / whole
    return graded, total / graded if graded else None


def read(rule: dict[str, Any], tally: dict[str, int]) -> dict[str, Any]:
    """What the rule says of the tally, but for the interval."""
    taking, value = measure(rule, tally)
    known = taking > 0 and value is not None and not rule["lacks"]
    enough = known and taking >= rule["minimum"]
    said: dict[str, Any] = {
        "share": text(Fraction(tally["positive"], tally["count"]) if tally["count"] else None),
        "mean": text(
            Fraction(tally["grade_sum"], POINTS * tally["graded"]) if tally["graded"] else None
        ),
        "measured": text(value if known else None),
        "enough": enough,
        "printed": None, "shown": None, "band": None, "marks": [],
    }  # fmt: skip
    if not enough:
        return said
    most = rule["printing"]["out_of"] * 10 ** rule["printing"]["decimals"]
    printed = rounded(rule["rounding"], Fraction(value.numerator), value.denominator, most)
    decides = Fraction(printed, most) if rule["decides"] == "printed" else value

    def reached(bands: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [
            band
            for band in bands
            if taking >= band["reviews"] and decides >= Fraction(band["at_least"])
        ]

    bands = sorted(
        reached(rule["bands"]), key=lambda band: (Fraction(band["at_least"]), band["reviews"])
    )
    band = bands[-1] if bands else None
    number = f"{printed / 10 ** rule['printing']['decimals']:.{rule['printing']['decimals']}f}"
    shown = f"{number} {rule['printing']['unit']}"
    if rule["printing"]["shows"] == "band" and band:
        shown = band["label"]
    said |= {"printed": printed, "shown": shown, "band": band and band["name"]}
    return {**said, "marks": [mark["name"] for mark in reached(rule["marks"])]}


def text(number: Fraction | None) -> str | None:
    return None if number is None else str(number)


def interval(rule: dict[str, Any], tally: dict[str, int]) -> tuple[float, float] | None:
    """The bounds, by SciPy; None where nothing is known."""
    taking, value = measure(rule, tally)
    if not taking or value is None or rule["lacks"]:
        return None
    confidence = float(Fraction(rule["confidence"]))
    if rule["interval"] == "wilson":
        found = stats.binomtest(tally["positive"], taking).proportion_ci(confidence, "wilson")
        return float(found.low), float(found.high)
    if rule["interval"] == "jeffreys":
        tail = (1 - confidence) / 2
        a, b = tally["positive"] + 0.5, taking - tally["positive"] + 0.5
        low = 0.0 if not tally["positive"] else float(betaincinv(a, b, tail))
        high = 1.0 if tally["positive"] == taking else float(betaincinv(a, b, 1 - tail))
        return low, high
    return _of_mean(rule, tally, confidence)


def _of_mean(rule: dict[str, Any], tally: dict[str, int], confidence: float) -> tuple[float, float]:
    """Student's t about the mean, or with a normal prior (Gelman et al., 3.3), cut to 0..1."""
    graded = tally["graded"]
    if graded < 2:
        return 0.0, 1.0
    own = Fraction(tally["grade_sum"], POINTS * graded)
    spread = Fraction(tally["grade_squares"], POINTS**2) - graded * own**2
    weight = rule["measure"]["weight"]
    prior = Fraction(rule["measure"]["mean"] or 0)
    whole = graded + weight
    middle = (graded * own + weight * prior) / whole
    spread += Fraction(weight * graded, whole) * (own - prior) ** 2
    scale = math.sqrt(float(spread / (graded - 1) / whole))
    if not scale:
        return float(middle), float(middle)
    low, high = stats.t.interval(confidence, graded - 1, float(middle), scale)
    return max(0.0, float(low)), min(1.0, float(high))
