"""Badges won, kept, lost and regained, at once and after settling; and how far the next one is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random
from typing import Any, NamedTuple

from clapometer.scoring.badges import (
    BadgeRule,
    badge_history,
    badge_state,
    badge_waiting,
    distance,
)
from clapometer.scoring.events import Event
from clapometer.scoring.history import history
from clapometer.scoring.rules import presets
from clapometer.scoring.settling import DAY, Settled
from clapometer.scoring.tally import EMPTY

from .counting import seeded_events
from .writing import Case, Subject, agree, event_data, plain

_SEEDED = 24
Comes = tuple[str, int | None, int]


def days(verdicts: str, *, top: int = 1000) -> list[Event]:
    """Return a review a day, + and -, the first `top` of them by top critics."""
    return [
        Event(n, n, n, "posted", n * DAY, n * DAY, None, one == "+", None, n < top)
        for n, one in enumerate(verdicts)
    ]


def _badge() -> BadgeRule:
    """Return the badge of the first preset that has one, with minimums that a line can show."""
    found = next(rule.badge for rule in presets() if rule.badge)
    small = (("season", 4), ("limited", 5), ("wide", 6))
    return replace(found, minimums=small, top=2, settled=None, decides="exact")


class ByHand(NamedTuple):
    """A review a day; `turns` are (day, what happens), `comes` (what is next, reviews, top)."""

    name: str
    why: str
    verdicts: str
    turns: Sequence[tuple[int, str]]
    comes: Comes
    top: int = 1000
    settled: Settled | None = None
    until: int | None = None


# Entry at 75 %, kept from 70 % on, four reviews, two of them by top critics.
STORIES = (
    ByHand("won", "The fourth review brings the minimum at 4 of 4; lost below 70 %: 4 of 6 is 67 %,"
           " so two negative ones.", "++++", [(3, "won")], ("lost", 2, 0)),
    ByHand("minimum-missing", "3 of 3 is enough of a share, not of reviews: one more.", "+++", [],
           ("won", 1, 0)),
    ByHand("top-critics-missing", "One of two top critics so far: one more, by a top critic.",
           "+++++", [], ("won", 1, 1), top=1),
    ByHand("kept-between-keep-and-entry", "5 of 7 is 71 %: below 75, not below 70; 5 of 8 is 63.",
           "+++++--", [(3, "won")], ("lost", 1, 0)),
    ByHand("lost-and-regained", "4 of 6 is 67 %, lost on day 5; 6 of 8 is 75 %, regained on day 7;"
           " 6 of 9 is 67 %.", "++++--++", [(3, "won"), (5, "lost"), (7, "regained")],
           ("lost", 1, 0)),
    ByHand("settles-by-time-and-reviews", "Reached on day 3; it has held for two days and over one "
           "more review on day 5.", "++++++", [(5, "won")], ("lost", 4, 0),
           settled=Settled(2 * DAY, 1)),
    ByHand("settles-by-time-alone", "Reached on day 3 and confirmed by day 4; the two days are over"
           " on day 5, without an entry.", "+++++", [(5, "won")], ("lost", 4, 0),
           settled=Settled(2 * DAY, 1), until=9 * DAY),
    ByHand("does-not-settle", "4 of 6 on day 5 is below 75 %, before two days are over; it begins "
           "anew with 6 of 8 on day 7.", "++++--++", [], ("won", 1, 0),
           settled=Settled(2 * DAY, 1)),
)  # fmt: skip


def _case(
    name: str, how: str, why: str, badge: BadgeRule, events: list[Event], until: int | None
) -> tuple[Case, list[tuple[int, str]], Comes]:
    """Return the case, with its transitions and what comes next as they were found."""
    size = badge.minimums[0][0]
    steps = history(events)
    turns = [(one.at, one.moment) for one in badge_history(badge, steps, size, until)]
    state = badge_state(badge, steps, size, until)
    tally = steps[-1].tally if steps else EMPTY
    waiting = badge_waiting(badge, steps, size) if steps and until is None else None
    far = distance(badge, state.state, tally, size, waiting)
    comes = (far.moment, far.reviews, far.top)
    expected: dict[str, Any] = {
        "transitions": [{"at": at, "moment": moment} for at, moment in turns],
        "state": state.state,
        "since": state.since,
        "next": {"moment": far.moment, "reviews": far.reviews, "top": far.top},
    }
    data = {"badge": plain(badge), "size": size, "until": until,
            "events": [event_data(event) for event in events]}  # fmt: skip
    return Case(name, how, why, data, expected), turns, comes


def _cases() -> Iterator[Case]:
    for one in STORIES:
        badge = replace(_badge(), settled=one.settled)
        events = days(one.verdicts, top=one.top)
        case, turns, comes = _case(one.name, "hand", one.why, badge, events, one.until)
        agree(one.name, [(day * DAY, moment) for day, moment in one.turns], turns)
        agree(one.name, one.comes, comes)
        yield case
    for seed in range(_SEEDED):
        chance = Random(1000 + seed)
        badge = replace(_badge(), minimums=(("season", chance.randint(1, 3)),),
                        top=chance.randint(0, 2))  # fmt: skip
        why = f"Made from the seed {1000 + seed}; each instant judged anew by its whole tally."
        yield _case(f"seed-{seed}", "second", why, badge, seeded_events(chance, 20), None)[0]


ABOUT = (
    "When a badge is won, lost and regained, where it stands after the last entry (or at `until`), "
    "and what comes next: after how many more reviews in a row, and how many of them by top critics"
    " (null: by no number)."
)


def subject() -> Subject:
    """Return the file badges.json."""
    return Subject("badges", ABOUT, _cases())
