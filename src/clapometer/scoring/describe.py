"""A rule told in plain sentences, from its own data: for its page, the docs and the terminal."""

from __future__ import annotations

from clapometer.scoring.badges import CONDITIONS, SIZES, TRANSITIONS, BadgeRule, percent
from clapometer.scoring.bench import COUNTS, VERSIONS
from clapometer.scoring.rounding import DECIDES, ROUNDINGS
from clapometer.scoring.rules import INTERVALS, PANELS, Rule


def describe(rule: Rule) -> list[tuple[str, str]]:
    """Return (label, sentence) for everything that the rule decides, in reading order."""
    told = [
        ("Panel", PANELS[rule.panel]),
        ("Score", "The share of positive reviews among those whose verdict is known."),
        ("Who counts", COUNTS[rule.counts]),
        ("Revisions", VERSIONS[rule.versions]),
        ("Minimum", f"No score is printed from fewer than {rule.minimum} reviews."),
        ("Rounding", ROUNDINGS[rule.rounding].sentence),
        ("What decides", DECIDES[rule.decides]),
        *((f"Band {label}", sentence) for label, sentence in _bands(rule)),
        ("Interval", INTERVALS[rule.interval].format(confidence=percent(rule.confidence))),
    ]
    if rule.badge:
        told += [
            (f"Badge {rule.badge.label}", sentence) for sentence in badge_sentences(rule.badge)
        ]
    return told


def _bands(rule: Rule) -> list[tuple[str, str]]:
    ends = (None, *(band.at_least for band in rule.bands))
    return [
        (
            band.label,
            f"From {percent(band.at_least)}"
            + (f" to less than {percent(end)}" if end is not None else "")
            + ".",
        )
        for band, end in zip(rule.bands, ends, strict=False)
    ]


def badge_sentences(badge: BadgeRule) -> list[str]:
    """Return one sentence per transition of the badge, then its minimums."""
    sentences = [
        f"{moment.capitalize()} when "
        f"{CONDITIONS[condition].format(enter=percent(badge.enter), keep=percent(badge.keep))}."
        for _, condition, moment, _ in TRANSITIONS
    ]
    needed = ", ".join(f"{minimum} for {SIZES[size]}" for size, minimum in badge.minimums)
    return [*sentences, f"Reviews needed: {needed}; {badge.top} of them by top critics."]
