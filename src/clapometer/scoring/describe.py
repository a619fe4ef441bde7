"""A rule told in plain sentences, from its own data: for its page, the docs and the terminal."""

from __future__ import annotations

from itertools import groupby

from clapometer.instants import format_instant
from clapometer.scoring.badges import CONDITIONS, SIZES, TRANSITIONS, BadgeRule, percent
from clapometer.scoring.bench import COUNTS, VERSIONS
from clapometer.scoring.conversion import GRADES_ARE
from clapometer.scoring.grades import POINTS
from clapometer.scoring.measures import MEASURES, WEIGHTS
from clapometer.scoring.pooling import APART
from clapometer.scoring.rounding import DECIDES, ROUNDINGS, SHOWS
from clapometer.scoring.rule import PANELS, Band, Parameter, Rule
from clapometer.scoring.settling import Settled, days

INTERVALS = {
    "wilson": "Wilson's score interval at {confidence}: how far the share could be from that of "
    "all critics who might have written.",
    "jeffreys": "Jeffreys' interval at {confidence}: how far the share could be from that of "
    "all critics who might have written.",
    "t": "Student's t interval at {confidence}: how far the mean could be from that of all who "
    "might have given a grade.",
    "bayesian": "The credible interval of the mean at {confidence}, with the m grades of C as what "
    "was known before.",
}


def describe(rule: Rule) -> list[tuple[str, str]]:
    """Return (label, sentence) for everything that the rule decides, in reading order."""
    told = [
        ("Panel", PANELS[rule.panel]),
        ("Score", _measure(rule)),
        *(("Grades", sentence) for sentence in _grades(rule)),
        *([("Weights", WEIGHTS[rule.weights])] if rule.weights != "equal" else []),
        *([("Curve", _curve(rule))] if rule.curve else []),
        ("Who counts", COUNTS[rule.counts]),
        ("Revisions", VERSIONS[rule.versions]),
        *(("When", sentence) for sentence in _window(rule)),
        ("Minimum", _minimum(rule)),
        *(("Printed", sentence) for sentence in _printed(rule)),
        ("Rounding", ROUNDINGS[rule.rounding].sentence),
        *([("What decides", DECIDES[rule.decides])] if _is_placed(rule) else []),
        *((f"Band {label}", sentence) for label, sentence in _bands(rule)),
        *_tiers(rule),
        *((f"Mark {mark.label}", _mark(rule, mark)) for mark in rule.marks),
        ("Interval", INTERVALS[rule.interval].format(confidence=percent(rule.confidence))),
        *(("Roll-up", sentence) for sentence in _rollup(rule)),
        *((f"Parameter {one.name}", _parameter(rule, one)) for one in rule.parameters),
    ]
    if rule.badge:
        told += [
            (f"Badge {rule.badge.label}", sentence) for sentence in badge_sentences(rule.badge)
        ]
    return told


def _is_placed(rule: Rule) -> bool:
    return bool(rule.bands or rule.tiers or rule.marks)


def _measure(rule: Rule) -> str:
    measure = rule.measure
    mean = "a mean that is to be given"
    if measure.mean is not None:
        mean = rule.printing.measure(measure.mean)
    return MEASURES[measure.kind].sentence.format(weight=f"{measure.weight:,}", mean=mean)


def _grades(rule: Rule) -> list[str]:
    taken = rule.conversion
    told = [GRADES_ARE[taken.are]] if taken.are in GRADES_ARE and taken.are != "share" else []
    if taken.positive_from is not None:
        told.append(f"From {percent(taken.positive_from)} of its scale on a grade is positive.")
    if taken.step != 1:
        step = _points(taken.step)
        told.append(f"Each is rounded to the nearest multiple of {step}, a half going up.")
    if taken.instead:
        named = ", ".join(f"{_points(a)} is {_points(b)}" for a, b in taken.instead)
        told.append(f"Where the published table departs from that: {named}.")
    return told


def _curve(rule: Rule) -> str:
    """Return through which points what is measured is led."""
    pairs = ", ".join(f"{one} becomes {other}" for one, other in rule.curve)
    unit = rule.printing.unit
    return (
        f"Before it is printed the mean is led through a curve: {pairs} {unit}; between these "
        "points by straight lines."
    )


def _points(points: int) -> str:
    return f"{100 * points / POINTS:g} %"


def _window(rule: Rule) -> list[str]:
    """Return which reviews count by the time of their posting."""
    window, told = rule.window, []
    if window.lasting:
        told.append(f"A review counts for {days(window.lasting)} after it was posted.")
    if window.on_sale:
        told.append(f"There is a score from {days(window.on_sale)} after the first review on.")
    for one in window.excluded:
        since, until = format_instant(one.since), format_instant(one.until)
        told.append(f"Reviews posted from {since} to {until} are left out: {one.why}")
    return told


def _minimum(rule: Rule) -> str:
    what = "reviews" if rule.measure.of == "verdicts" else "grades"
    return f"No score is printed from fewer than {rule.minimum:,} {what}."


def _printed(rule: Rule) -> list[str]:
    printing = rule.printing
    if printing.shows == "band":
        return [SHOWS["band"]]
    if rule.measure.of == "verdicts":
        return []
    decimals = {0: "no decimals", 1: "one decimal"}.get(
        printing.decimals, f"{printing.decimals} decimals"
    )
    return [f"As a number {printing.unit}, with {decimals}."]


def _bands(rule: Rule) -> list[tuple[str, str]]:
    """Return each band with where it begins and ends; of several at one share, by reviews."""
    told, end = [], ""
    for start, together in groupby(rule.bands, key=lambda band: band.at_least):
        bands = list(together)
        span = f"From {rule.printing.measure(start)}" + (f" to less than {end}" if end else "")
        told += [(band.label, f"{span}{_reviews(band)}.") for band in bands]
        # What has too few reviews for a band falls through it, so it ends nothing below it.
        end = end if bands[-1].reviews else rule.printing.measure(start)
    return told


def _tiers(rule: Rule) -> list[tuple[str, str]]:
    """Return each tier with its share of all works, then what that means for one work."""
    if not rule.tiers:
        return []
    best, *others = rule.tiers
    told = [(f"Tier {best.label}", f"The best {percent(best.of_works)} of all works.")]
    told += [(f"Tier {one.label}", f"The next {percent(one.of_works)}.") for one in others]
    return [*told, ("Tiers", by_population(rule))]


def by_population(rule: Rule) -> str:
    """Return why one work alone has no tier, and what says where the tiers begin."""
    return (
        "Tiers are shares of all works, so one work alone has none; "
        f"`clapometer tiers {rule.name}` says where each begins at an instant."
    )


def _reviews(band: Band) -> str:
    return f", with {band.reviews:,} reviews or more" if band.reviews else ""


def _mark(rule: Rule, mark: Band) -> str:
    return f"Borne from {rule.printing.measure(mark.at_least)}{_reviews(mark)}."


def _rollup(rule: Rule) -> tuple[str, ...]:
    return () if rule.rollup == APART else rule.rollup.sentences


def _parameter(rule: Rule, one: Parameter) -> str:
    choices = "; ".join(f"{name}: {value}" for name, value in one.choices)
    lacking = " Nothing is printed until it is given." if one.name in rule.lacks else ""
    return one.means + (f" Its choices: {choices}." if choices else "") + lacking


def badge_sentences(badge: BadgeRule) -> list[str]:
    """Return one sentence per transition of the badge, then its minimums."""
    sentences = [
        f"{moment.capitalize()} when "
        f"{CONDITIONS[condition].format(enter=percent(badge.enter), keep=percent(badge.keep))}."
        for _, condition, moment, _ in TRANSITIONS
    ]
    needed = ", ".join(f"{minimum} for {SIZES[size]}" for size, minimum in badge.minimums)
    top = f"; {badge.top} of them by top critics" if badge.top else ""
    settles = [_settles(badge.settled)] if badge.settled else []
    return [*sentences, f"Reviews needed: {needed}{top}.", *settles]


def _settles(settled: Settled) -> str:
    parts = [f"for {days(settled.lasting)}"] if settled.lasting else []
    if settled.reviews:
        noun = "review" if settled.reviews == 1 else "reviews"
        parts.append(f"over {settled.reviews:,} further {noun}")
    return f"It changes only once it has been so {' and '.join(parts)}."
