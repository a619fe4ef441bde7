"""A rule as a formula in plain text, from its own data: for the page that explains it."""

from __future__ import annotations

from fractions import Fraction

from clapometer.instants import format_instant as when
from clapometer.scoring.badges import SIZES, BadgeRule, percent
from clapometer.scoring.grades import POINTS
from clapometer.scoring.rounding import Printing
from clapometer.scoring.rule import Band, Rule
from clapometer.scoring.settling import days
from clapometer.scoring.tally import Tally

DEFINITIONS: dict[str, str] = {
    "share-positive": "x = positive ÷ count",
    "mean-grade": "x = (g₁ + g₂ + … + gₙ) ÷ n",
    "bayesian-mean": "x = n ÷ (n + m) × R + m ÷ (n + m) × C,  R = (g₁ + … + gₙ) ÷ n",
}
"""What each measure is; x runs from 0 to 1, and g is a grade as a share of its scale."""
PRINTED: dict[str, str] = {
    "floating-half-up": "floor(x × {most} + ½){places} {unit}, in floating point; {less} instead "
    "of {most} while anybody is against",
    "half-up": "floor(x × {most} + ½){places} {unit}, exactly",
    "down": "floor(x × {most}){places} {unit}, exactly",
}
"""What each rounding does, in units of the last printed place."""
BOUNDS: dict[str, str] = {
    "wilson": "(x + z² ÷ 2n ± z × √(x(1 − x) ÷ n + z² ÷ 4n²)) ÷ (1 + z² ÷ n)",
    "jeffreys": "the quantiles of Beta(positive + ½, count − positive + ½)",
    "t": "x ± t × √(s² ÷ n), with n − 1 degrees of freedom, cut to the scale",
    "bayesian": "x ± t × √((S + m n (R − C)² ÷ (m + n)) ÷ ((n − 1)(m + n))), cut to the scale",
}
"""What each interval is; z and t belong to the confidence."""


def formula(rule: Rule) -> list[tuple[str, str]]:
    """Return (name, formula) for each number of the rule, in the order of computing."""
    lines = [
        *_posted(rule),
        *_taken(rule),
        ("measured", DEFINITIONS[rule.measure.kind]),
        *_prior(rule),
    ]
    if rule.curve:
        points = ", ".join(f"({one}, {other})" for one, other in rule.curve)
        lines.append(("x", f"by straight lines through {points} {rule.printing.unit}"))
    lines.append(("enough", f"{_n(rule)} ≥ {rule.minimum:,}{_lacking(rule)}"))
    lines.append(("printed", _printed(rule)))
    decides = "x" if rule.decides == "exact" else "printed"
    lines += [(band.label, _from(band, decides, rule)) for band in rule.bands]
    lines += _ranks(rule, decides)
    lines += [(mark.label, _from(mark, decides, rule)) for mark in rule.marks]
    sure = f"{BOUNDS[rule.interval]} at {percent(rule.confidence)}"
    return [*lines, ("interval", sure)]


def _n(rule: Rule) -> str:
    return "count" if rule.measure.of == "verdicts" else "n"


def _posted(rule: Rule) -> list[tuple[str, str]]:
    """Return which reviews take part by the time of their posting."""
    window = rule.window
    lines = []
    if window.lasting:
        lines.append(("counted", f"posted less than {days(window.lasting)} ago"))
    if window.on_sale:
        lines.append(("counted", f"from {days(window.on_sale)} after the first review on"))
    lines += [("left out", f"{when(one.since)} to {when(one.until)}") for one in window.excluded]
    return lines


def _taken(rule: Rule) -> list[tuple[str, str]]:
    """Return how grades are taken in, where that changes them."""
    taken = rule.conversion
    lines = []
    if taken.positive_from is not None:
        lines.append(("positive", f"g ≥ {taken.positive_from}"))
    if taken.are != "share" or any(one.sets == "grades.are" for one in rule.parameters):
        lines.append(("g", "floor((lower + equal ÷ 2) ÷ all × 100) ÷ 100 of the critic's grades"))
    if taken.step != 1:
        step = f"{taken.step / POINTS:g}"
        lines.append(("g", f"floor(g ÷ {step} + ½) × {step}"))
    if taken.instead:
        pairs = (f"{a / POINTS:g} is {b / POINTS:g}" for a, b in taken.instead)
        lines.append(("g", f"by the published table: {', '.join(pairs)}"))
    return lines


def _prior(rule: Rule) -> list[tuple[str, str]]:
    if rule.measure.kind != "bayesian-mean":
        return []
    mean, unit = rule.measure.mean, rule.printing.unit
    known = "to be given" if mean is None else rule.printing.measure(mean)
    weight = "to be given" if "weight" in rule.lacks else f"{rule.measure.weight:,}"
    return [("m", weight), ("C", known if mean is not None else f"{known}, {unit}")]


def _lacking(rule: Rule) -> str:
    return f", and {', '.join(rule.lacks)} given" if rule.lacks else ""


def _printed(rule: Rule) -> str:
    printing = rule.printing
    places = f" ÷ {10**printing.decimals}" if printing.decimals else ""
    most, less = f"{printing.most:,}", f"{printing.most - 1:,}"
    text = PRINTED[rule.rounding].format(most=most, less=less, places=places, unit=printing.unit)
    return f"{text}; the band's name is shown" if printing.shows == "band" else text


def _from(band: Band, decides: str, rule: Rule) -> str:
    least = rule.printing.measure(band.at_least)
    many = f" and {_n(rule)} ≥ {band.reviews:,}" if band.reviews else ""
    return f"{decides} ≥ {least}{many}"


def _ranks(rule: Rule, decides: str) -> list[tuple[str, str]]:
    """Return for each tier which share of all works is better than those in it or above."""
    lines, upto = [], Fraction(0)
    for tier in rule.tiers:
        upto += tier.of_works
        better = f"fewer than {percent(upto)} of all works have more {decides}"
        lines.append((tier.label, "all other works" if upto == 1 else better))
    return lines


def least_to(badge: BadgeRule, condition: str, count: int, size: str) -> int | None:
    """Return of how many positive reviews on, of so many, a condition of the badge holds.

    All top critics that are needed are taken to be among them. None where none suffices.
    """
    for positive in range(count + 1):
        if badge.holds(condition, Tally(count, positive, top_count=badge.top), size):
            return positive
    return None


def badge_numbers(rule: Rule) -> list[tuple[str, str, str, str]]:
    """Return for each size of a work: reviews needed, how many positive to win, and to keep."""
    badge = rule.badge
    if badge is None:
        return []
    rows = []
    for size, minimum in badge.minimums:
        enter = least_to(badge, "enter", minimum, size)
        keep = least_to(badge, "keep", minimum, size)
        top = f", {badge.top} of them by top critics" if badge.top else ""
        won = f"{enter} of {minimum}" if enter is not None else "by none"
        rows.append((SIZES[size], f"{minimum}{top}", won, f"{keep} of {minimum}"))
    return rows


def number(printing: Printing, printed: int) -> str:
    """Return a printed number as it is written."""
    return f"{printing.number(printed):.{printing.decimals}f}"
