"""Rules: how a tally is read. A rule is dated data; the presets lie in rules/*.toml."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any

from clapometer.scoring.badges import SIZES, BadgeRule
from clapometer.scoring.bench import COUNTS, VERSIONS
from clapometer.scoring.grades import POINTS
from clapometer.scoring.intervals import METHODS
from clapometer.scoring.rounding import DECIDES, ROUNDINGS, deciding
from clapometer.scoring.tally import Tally

INTERVALS = {
    "wilson": "Wilson's score interval at {confidence}: how far the share could be from that of "
    "all critics who might have written.",
    "jeffreys": "Jeffreys' interval at {confidence}: how far the share could be from that of "
    "all critics who might have written.",
}
PANELS = {"critics": "Reviews by critics, top critics among them."}
WORDS: dict[str, Mapping[str, object]] = {
    "panel": PANELS,
    "counts": COUNTS,
    "versions": VERSIONS,
    "rounding": ROUNDINGS,
    "decides": DECIDES,
    "interval": METHODS,
}
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
PLAIN = (*DECIDING, "title", "notes")
PRESETS = ("clapometer", "rotten-tomatoes-2020")


class RuleRefused(ValueError):
    """A rule's data is wrong; the message says where."""


class RuleUnknown(KeyError):
    """No preset has this name; `candidates` are the names there are."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name, self.candidates = name, PRESETS

    def __str__(self) -> str:
        return f"No rule is called “{self.name}”; there are {', '.join(self.candidates)}."


@dataclass(frozen=True, slots=True)
class Band:
    """A range of shares with a name: it holds from `at_least` up to the next higher band."""

    name: str
    label: str
    at_least: Fraction

    def reached(self, part: Any, whole: Any) -> Any:
        """Return whether part of whole reaches this band; takes ints and arrays alike."""
        return part * self.at_least.denominator >= whole * self.at_least.numerator


@dataclass(frozen=True, slots=True)
class Rule:
    """A published method as data. `bands` run from the highest to the lowest.

    `published` and `assumed` say which of its parts its sources state, and which had to be
    concluded. `digest` is the SHA-256 of what decides numbers, so equal digests score alike.
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

    def enough(self, count: Any) -> Any:
        """Return whether so many reviews are enough to print a score; ints and arrays alike."""
        return count >= self.minimum

    def band(self, positive: int, count: int) -> Band | None:
        """Return the highest band reached by the share that decides; count must not be 0."""
        part, whole = deciding(self.decides, self.rounding, positive, count)
        return next((band for band in self.bands if band.reached(part, whole)), None)


@dataclass(frozen=True, slots=True)
class Score:
    """A tally read through a rule.

    `value`: the exact share of positive reviews, None without a review. `printed`: the whole
    number 0..100, None under the minimum, as is `band` (its name). `mean`: the mean grade 0..1,
    None without a grade. `interval`: bounds of the share, 0..1, None without a review.
    """

    rule: str
    tally: Tally
    enough: bool
    value: Fraction | None
    printed: int | None
    mean: Fraction | None
    interval: tuple[float, float] | None
    band: str | None


def score(rule: Rule, tally: Tally) -> Score:
    """Return the tally read through the rule."""
    count, positive = tally.count, tally.positive
    enough = count > 0 and bool(rule.enough(count))
    band = rule.band(positive, count) if enough else None
    return Score(
        rule=rule.name,
        tally=tally,
        enough=enough,
        value=Fraction(positive, count) if count else None,
        printed=int(ROUNDINGS[rule.rounding].printed(positive, count)) if enough else None,
        mean=Fraction(tally.grade_sum, POINTS * tally.graded) if tally.graded else None,
        interval=METHODS[rule.interval](positive, count, float(rule.confidence)) if count else None,
        band=band.name if band else None,
    )


@cache
def preset(name: str) -> Rule:
    """Return the packaged rule of this name. Raises RuleUnknown, which lists the names."""
    if name not in PRESETS:
        raise RuleUnknown(name)
    source = files("clapometer.scoring").joinpath("rules", f"{name}.toml")
    return rule_from(tomllib.loads(source.read_text(encoding="utf-8")))


def presets() -> tuple[Rule, ...]:
    """Return all packaged rules, our default first."""
    return tuple(preset(name) for name in PRESETS)


def rule_from(data: dict[str, Any]) -> Rule:
    """Return the rule that a table of data (as in rules/*.toml) describes.

    Raises RuleRefused, whose message says which field is wrong.
    """
    try:
        bands = tuple(Band(b["name"], b["label"], Fraction(b["at_least"])) for b in data["bands"])
        rule = Rule(
            **{name: data[name] for name in PLAIN},
            sources=tuple(data["sources"]),
            published=tuple(data["published"]),
            assumed=tuple(data["assumed"]),
            confidence=Fraction(data["confidence"]),
            bands=tuple(sorted(bands, key=lambda band: band.at_least, reverse=True)),
            badge=_badge_from(data) if "badge" in data else None,
        )
    except (KeyError, TypeError, ValueError) as error:
        raise RuleRefused(f"The rule cannot be read: {error!r}.") from error
    _check(rule)
    return replace(rule, digest=hashlib.sha256(canonical(rule)).hexdigest())


def _badge_from(rule: dict[str, Any]) -> BadgeRule:
    data = rule["badge"]
    return BadgeRule(
        name=data["name"],
        label=data["label"],
        enter=Fraction(data["enter"]),
        keep=Fraction(data["keep"]),
        minimums=tuple(data["minimums"].items()),
        top=data["top"],
        decides=rule["decides"],
        rounding=rule["rounding"],
    )


def _check(rule: Rule) -> None:
    """Raise RuleRefused where a word is in no table or a number makes no sense."""
    for name, table in WORDS.items():
        if getattr(rule, name) not in table:
            raise RuleRefused(f"{name} must be one of {', '.join(table)}.")
    minimum: object = rule.minimum  # It comes from a file, which may hold anything.
    if not isinstance(minimum, int) or minimum < 1:
        raise RuleRefused("minimum must be a whole number from 1.")
    if not rule.bands or rule.bands[-1].at_least != 0:
        raise RuleRefused("The lowest band must begin at 0.")
    if not 0 < rule.confidence < 1:
        raise RuleRefused("The confidence must lie between 0 and 1.")
    if rule.badge:
        _check_badge(rule.badge)


def _check_badge(badge: BadgeRule) -> None:
    for size, _ in badge.minimums:
        if size not in SIZES:
            raise RuleRefused(f"A badge's minimums must be named {', '.join(SIZES)}, not {size}.")
    if badge.keep > badge.enter:
        raise RuleRefused("A badge is kept at its entry share or below.")


def canonical(rule: Rule) -> bytes:
    """Return what decides numbers as canonical JSON (RFC 8785): prose and sources are left out."""
    badge = rule.badge
    data = {
        **{name: getattr(rule, name) for name in DECIDING},
        "confidence": str(rule.confidence),
        "bands": [[band.name, str(band.at_least)] for band in rule.bands],
        "badge": badge
        and {
            "name": badge.name,
            "enter": str(badge.enter),
            "keep": str(badge.keep),
            "minimums": dict(badge.minimums),
            "top": badge.top,
        },
    }
    text = json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode()
