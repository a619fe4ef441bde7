"""Series, seasons and episodes in both readings."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any, NamedTuple

from clapometer.scoring.events import Event
from clapometer.scoring.history import Clock
from clapometer.scoring.rollup import APART, Part, RollUp, Weighing, roll_up
from clapometer.scoring.rules import presets

from .writing import Case, Subject, agree, event_data, exact, rule_data


class ByHand(NamedTuple):
    """A tree of works, and by hand: the pooled share, the mean of the parts, both as printed."""

    name: str
    why: str
    part: Part
    share: Fraction
    printed: int | None
    mean: Fraction | None
    printed_mean: int | None
    weighing: Weighing = APART
    at: int | None = None
    known: int | None = None
    clock: Clock = "happened"


def _part(name: str, kind: str, verdicts: str, first: int, *parts: Part) -> Part:
    events = [
        Event(n, n, n, "posted", n, n, None, one == "+") for n, one in enumerate(verdicts, first)
    ]
    return Part(name, kind, events, parts)


_TWO = _part("series", "series", "", 0, _part("one", "season", "+" * 15 + "-" * 7, 0),
             _part("two", "season", "+++++-", 50))  # fmt: skip
_EPISODES = _part("season", "season", "+++++-", 0, _part("pilot", "episode", "+-", 90))
_FIRST = Part("season", "season", _part("season", "season", "+++++--", 0).events, (),
              frozenset({5, 6}))  # fmt: skip
_HALF = Fraction(1, 2)
STORIES = (
    ByHand("two-seasons", "15 of 22 and 5 of 6: together 20 of 28, 71 %; the mean of 15/22 and 5/6 "
           "is 100/132 = 25/33, 76 %.", _TWO, Fraction(20, 28), 71, Fraction(25, 33), 76),
    ByHand("a-season-under-the-minimum", "5 of 5, and two reviews where five are needed: together 5"
           " of 7, 71 %; the mean leaves the second out.",
           _part("series", "series", "", 0, _part("one", "season", "+++++", 0),
                 _part("two", "season", "--", 50)),
           Fraction(5, 7), 71, Fraction(1), 100),
    ByHand("episodes-apart", "An episode's reviews weigh nothing in its season: 5 of 6; and its two"
           " are too few for a mean.", _EPISODES, Fraction(5, 6), 83, None, None),
    ByHand("episodes-alike", "5 of 6 and 1 of 2, each counting 1: 6 of 8.", _EPISODES,
           Fraction(6, 8), 75, None, None, Weighing(Fraction(1))),
    ByHand("episodes-by-half", "5 of 6 and half of 1 of 2: 5½ of 7, 79 %.", _EPISODES,
           Fraction(11, 14), 79, None, None, Weighing(_HALF)),
    ByHand("first-episodes-count", "Seq 5 and 6 judge the first episodes only; they count: 5 of 7.",
           _FIRST, Fraction(5, 7), 71, None, None),
    ByHand("first-episodes-left-out", "Without them 5 of 5.", _FIRST, Fraction(1), 100, None, None,
           Weighing(first_episodes="leave-out")),
    ByHand("as-of", "At 51 the second season has two reviews, both positive: 17 of 24, 71 %; the "
           "first alone is the mean, 15/22.", _TWO, Fraction(17, 24), 71, Fraction(15, 22), 68,
           at=51),
    ByHand("as-recorded", "By 20, 21 reviews of the first season were recorded, 15 positive.", _TWO,
           Fraction(15, 21), 71, Fraction(15, 21), 71, at=20, clock="recorded"),
)  # fmt: skip


def part_data(part: Part) -> dict[str, Any]:
    """Return a work with its events and its parts."""
    return {
        "name": part.name,
        "kind": part.kind,
        "first_episodes": sorted(part.first_episodes),
        "events": [event_data(event) for event in part.events],
        "parts": [part_data(one) for one in part.parts],
    }


def reading_data(found: RollUp) -> dict[str, Any]:
    """Return both readings of a work, and those of all below it."""
    return {
        "name": found.name,
        "pooled": {
            "positive": exact(found.pooled.positive),
            "weight": exact(found.pooled.weight),
            "reviews": found.pooled.reviews,
        },
        "share": exact(found.pooled.share),
        "printed": found.printed,
        "mean": exact(found.mean),
        "printed_mean": found.printed_mean,
        "left_out": list(found.left_out),
        "parts": [reading_data(one) for one in found.parts],
    }


def _cases() -> Iterator[Case]:
    rule = presets()[0]
    for one in STORIES:
        found = roll_up(one.part, rule, one.weighing, at=one.at, known=one.known, clock=one.clock)
        agree(one.name, (one.share, one.printed, one.mean, one.printed_mean),
              (found.pooled.share, found.printed, found.mean, found.printed_mean))  # fmt: skip
        data = {
            "rule": rule_data(rule),
            "weighing": {"episode": exact(one.weighing.episode),
                         "first_episodes": one.weighing.first_episodes},
            "at": one.at,
            "known": one.known,
            "clock": one.clock,
            "work": part_data(one.part),
        }  # fmt: skip
        yield Case(one.name, "hand", one.why, data, reading_data(found))


def subject() -> Subject:
    """Return the file rollup.json."""
    return Subject("rollup", "A work and all below it: pooled, and the mean of the parts.",
                   _cases())  # fmt: skip
