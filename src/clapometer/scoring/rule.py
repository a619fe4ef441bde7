"""A rule: a published method as data, and how it reads a tally."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, NamedTuple

from clapometer.scoring.badges import BadgeRule
from clapometer.scoring.conversion import Conversion
from clapometer.scoring.curve import STRAIGHT, Curve
from clapometer.scoring.grades import POINTS
from clapometer.scoring.measures import Measure
from clapometer.scoring.pooling import APART, Weighing
from clapometer.scoring.rounding import ROUNDINGS, Printing, deciding
from clapometer.scoring.tally import Tally
from clapometer.scoring.tiers import Tier
from clapometer.scoring.windows import ALWAYS, Window

PANELS = {
    "critics": "Reviews by critics, top critics among them.",
    "audience": "Ratings by viewers, players or buyers; read from another panel, the arithmetic "
    "is the same and the score is not.",
    "ballots": "Ballots handed out at the opening; read from another panel, the arithmetic is the "
    "same and the score is not.",
}
SHARE, PER_CENT, AS_IT_STANDS = Measure(), Printing(), Conversion()
DECIDING = (
    "name",
    "dated",
    "panel",
    "counts",
    "versions",
    "minimum",
    "rounding",
    "decides",
    "interval",
)


@dataclass(frozen=True, slots=True)
class Band:
    """A range of scores with a name: it holds from `at_least` up to the next higher band.

    `reviews`: how many must be there for it; of bands that begin at one share, that of more
    reviews is asked first.
    """

    name: str
    label: str
    at_least: Fraction
    reviews: int = 0

    def reached(self, part: Any, whole: Any) -> Any:
        """Return whether part of whole reaches this band; takes ints and arrays alike."""
        return part * self.at_least.denominator >= whole * self.at_least.numerator


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number that a rule needs and its publisher does not say, or that differs by work.

    `sets`: the place in the rule's data, as "table.key". `choices`: words that stand for values;
    without any, the value itself is given.
    """

    name: str
    means: str
    sets: str
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A published method as data. `bands` run from the highest to the lowest.

    `published` and `assumed` say which of its parts its sources state, and which had to be
    concluded. `digest` is the SHA-256 of what decides numbers, so equal digests score alike.
    `marks` are distinctions beside the bands, which a work bears while their numbers hold. `lacks`
    names the parameters that nobody has given; while there are any, nothing is printed. `rollup`
    says how seasons and series pool the reviews of their parts. `tiers` stand in the place of
    bands, from the best to the worst, where they are shares of all works: they give no band to one
    work alone (see scoring.population). What is measured is led through the `curve` before it is
    printed. `weights` tells what the publisher does, and computes nothing.
    """

    name: str
    title: str
    dated: str
    sources: tuple[str, ...]
    notes: str
    published: tuple[str, ...]
    assumed: tuple[str, ...]
    panel: str
    counts: str
    versions: str
    minimum: int
    rounding: str
    decides: str
    interval: str
    confidence: Fraction
    bands: tuple[Band, ...]
    badge: BadgeRule | None
    digest: str = field(default="", compare=False)
    measure: Measure = SHARE
    printing: Printing = PER_CENT
    conversion: Conversion = AS_IT_STANDS
    marks: tuple[Band, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    lacks: tuple[str, ...] = ()
    window: Window = ALWAYS
    rollup: Weighing = APART
    tiers: tuple[Tier, ...] = ()
    curve: Curve = STRAIGHT
    weights: str = "equal"

    def read(self, tally: Tally) -> tuple[Any, Any]:
        """Return what is printed of the tally, unrounded: the measure as the curve leads it."""
        return self.curve.led(*self.measure.read(tally), self.printing.out_of)

    def enough(self, count: Any) -> Any:
        """Return whether so many reviews are enough to print a score; ints and arrays alike."""
        return count >= self.minimum

    def band(self, part: int, whole: int, reviews: int | None = None) -> Band | None:
        """Return the highest band reached by the number that decides; whole must not be 0.

        `reviews` take part; where they are not said, the whole is their number.
        """
        return next(iter(self._reached(self.bands, part, whole, reviews)), None)

    def marked(self, part: int, whole: int, reviews: int) -> tuple[str, ...]:
        """Return the names of the marks that the number that decides reaches."""
        return tuple(mark.name for mark in self._reached(self.marks, part, whole, reviews))

    def printed(self, part: Any, whole: Any) -> Any:
        """Return the printed number in units of its last place; ints and arrays alike."""
        return ROUNDINGS[self.rounding].printed(part, whole, self.printing.most)

    def _reached(
        self, bands: tuple[Band, ...], part: int, whole: int, reviews: int | None
    ) -> list[Band]:
        there = whole if reviews is None else reviews
        decides = deciding(self.decides, self.rounding, part, whole, self.printing.most)
        return [band for band in bands if there >= band.reviews and band.reached(*decides)]


@dataclass(frozen=True, slots=True)
class Score:
    """A tally read through a rule.

    `value`: the exact share of positive reviews, None without a review. `printed`: the printed
    number in units of its last place, None under the minimum, as is `band` (its name): for a rule
    that prints a share the per cent 0..100, for one that prints 7.5 of 10 the number 75. `shown`:
    what is printed, with its unit. `mean`: the mean grade 0..1, None without a grade. `measured`:
    the exact number behind the printed one, 0..1. `interval`: bounds of what is measured, 0..1,
    None where nothing takes part. `marks`: names of the rule's marks that it bears. `lacks`:
    parameters without which nothing is printed.
    """

    rule: str
    tally: Tally
    enough: bool
    value: Fraction | None
    printed: int | None
    mean: Fraction | None
    interval: tuple[float, float] | None
    band: str | None
    measured: Fraction | None = None
    shown: str | None = None
    marks: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()


def score(rule: Rule, tally: Tally, *, weighted: Fraction | None = None) -> Score:
    """Return the tally read through the rule.

    `weighted`: the mean grade 0..1 by weights that a tally cannot hold (see weighing); it takes the
    place of the plain mean.
    """
    part, whole = rule.read(tally)
    if weighted is not None and rule.measure.of == "grades":
        mean = weighted.numerator, weighted.denominator
        part, whole = rule.curve.led(*mean, rule.printing.out_of)
    counted = rule.measure.counted(tally)
    known = counted > 0 and not rule.lacks
    there = _printed(rule, part, whole, counted)
    between = _interval(rule, tally) if known else None
    return Score(
        rule=rule.name,
        tally=tally,
        enough=there.printed is not None,
        value=Fraction(tally.positive, tally.count) if tally.count else None,
        printed=there.printed,
        mean=Fraction(tally.grade_sum, POINTS * tally.graded) if tally.graded else None,
        interval=None if weighted is not None else between,
        band=there.band,
        measured=Fraction(part, whole) if known else None,
        shown=there.shown,
        marks=rule.marked(part, whole, counted) if there.printed is not None else (),
        lacks=rule.lacks,
    )


def _interval(rule: Rule, tally: Tally) -> tuple[float, float]:
    bounds = rule.measure.interval(rule.interval, tally, float(rule.confidence))
    return rule.curve.ends(bounds, rule.printing.out_of) if rule.curve else bounds


class Printed(NamedTuple):
    """What a rule prints: the number, the same as shown, and the name of its band; see Score."""

    printed: int | None = None
    shown: str | None = None
    band: str | None = None


def printed(rule: Rule, tally: Tally) -> Printed:
    """Return of score() only what is printed; histories ask it of every tally."""
    return _printed(rule, *rule.read(tally), rule.measure.counted(tally))


def _printed(rule: Rule, part: int, whole: int, counted: int) -> Printed:
    if counted < 1 or rule.lacks or not rule.enough(counted):
        return Printed()
    number, band = int(rule.printed(part, whole)), rule.band(part, whole, counted)
    return Printed(number, shown(rule, number, band), band.name if band else None)


def shown(rule: Rule, printed: int, band: Band | None) -> str:
    """Return what is printed: the number with its unit, or the band's name where the rule says."""
    if rule.printing.shows == "band" and band is not None:
        return band.label
    return rule.printing.text(printed)


def canonical(rule: Rule) -> bytes:
    """Return what decides numbers as canonical JSON (RFC 8785): prose and sources are left out.

    Parts that a rule leaves as they are by default are not in it, so that a new kind of part
    changes no digest of a rule that does not use it.
    """
    badge = rule.badge
    data = {
        **{name: getattr(rule, name) for name in DECIDING},
        "confidence": str(rule.confidence),
        "bands": [_band_data(band) for band in rule.bands],
        "badge": badge and _badge_data(badge),
        **_parts(rule),
    }
    text = json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode()


def _badge_data(badge: BadgeRule) -> dict[str, object]:
    settled = badge.settled and badge.settled._asdict()
    return {
        "name": badge.name,
        "enter": str(badge.enter),
        "keep": str(badge.keep),
        "minimums": dict(badge.minimums),
        "top": badge.top,
        **({"settled": settled} if settled else {}),
    }


def _band_data(band: Band) -> list[object]:
    return [band.name, str(band.at_least), *([band.reviews] if band.reviews else [])]


def _parts(rule: Rule) -> dict[str, object]:
    """Return the parts that are not as by default."""
    measure, printing, taken = rule.measure, rule.printing, rule.conversion
    window = rule.window
    mean = None if measure.mean is None else str(measure.mean)
    start = None if taken.positive_from is None else str(taken.positive_from)
    instead = {str(given): becomes for given, becomes in taken.instead}
    parts: dict[str, tuple[object, object]] = {
        "measure": (measure, {"kind": measure.kind, "weight": measure.weight, "mean": mean}),
        "printing": (
            printing,
            {"out_of": printing.out_of, "decimals": printing.decimals, "shows": printing.shows},
        ),
        "grades": (
            taken,
            {"step": taken.step, "instead": instead, "positive_from": start, "are": taken.are},
        ),
        "marks": (rule.marks, [_band_data(mark) for mark in rule.marks]),
        "lacks": (rule.lacks, list(rule.lacks)),
        "window": (
            window,
            {
                "lasting": window.lasting,
                "on_sale": window.on_sale,
                "excluded": [[period.since, period.until] for period in window.excluded],
            },
        ),
        "curve": (rule.curve, [list(point) for point in rule.curve]),
        "tiers": (rule.tiers, [[tier.name, str(tier.of_works)] for tier in rule.tiers]),
        "rollup": (
            rule.rollup,
            {"episode": str(rule.rollup.episode), "first_episodes": rule.rollup.first_episodes},
        ),
    }
    return {name: data for name, (part, data) in parts.items() if part != _DEFAULTS[name]}


_DEFAULTS: dict[str, object] = {
    "measure": SHARE,
    "printing": PER_CENT,
    "grades": AS_IT_STANDS,
    "marks": (),
    "lacks": (),
    "window": ALWAYS,
    "rollup": APART,
    "tiers": (),
    "curve": STRAIGHT,
}
