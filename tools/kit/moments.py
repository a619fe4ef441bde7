"""What a history says in words: made-up stories, each with its moments by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from clapometer.scoring.badges import BadgeRule
from clapometer.scoring.events import Event
from clapometer.scoring.history import history
from clapometer.scoring.moments import MILESTONES, SETTLED, THRESHOLDS, Asked, Moment, moments
from clapometer.scoring.rules import Rule, presets
from clapometer.scoring.settling import DAY

from .badges import days
from .writing import Case, Subject, agree, event_data, plain, rule_data

_WORK = "made-up-work"


class ByHand(NamedTuple):
    """A story and its moments, shortly: (kind, day, about, printed before, printed after)."""

    name: str
    why: str
    events: Sequence[Event]
    told: Sequence[tuple[str, int, str, int | None, int | None]]
    size: str | None = None
    release: int | None = None


def _one_day(verdicts: str, day: int, first: int = 0) -> list[Event]:
    return [event._replace(seq=first + event.seq, reviewer=first + event.reviewer,
                           critic=first + event.reviewer, happened_at=day * DAY,
                           recorded_at=day * DAY) for event in days(verdicts)]  # fmt: skip


def _later(seq: int, day: int, kind: str, reviewer: int, positive: bool | None) -> Event:
    return Event(seq, reviewer, reviewer, kind, day * DAY, day * DAY, None, positive, None, True)


_SEASON = [*_one_day("+" * 31, 3), *_one_day("+", 4, 31), *_one_day("-", 5, 32),
           *_one_day("++++", 7, 33)]  # fmt: skip
STORIES = (
    ByHand(
        "a-season", "31 of 31 on its first day, 32 of 33 (97 %) on day 5, 36 of 37 (97 %) on day 7;"
        " the badge from 20 reviews on; released at the end of day 3.", _SEASON,
        [("debut", 3, "", None, 100), ("badge-won", 3, "*", None, 100),
         ("milestone", 3, "10", None, 100), ("milestone", 3, "20", None, 100),
         ("release", 4, "", None, 100), ("perfect-lost", 5, "", 100, 97),
         ("record-low", 5, "", 100, 97)],
        size="season", release=4 * DAY - 1,
    ),
    ByHand(
        "five-reviews-are-needed", "4 of 5 is 80 % on day 4; four reviews print nothing.",
        days("++-++"), [("debut", 4, "", None, 80)],
    ),
    ByHand(
        "down-through-the-thresholds", "5 of 5; 5 of 6 is 83, of 7 71, of 8 62.5 printed 63, of 9 "
        "56 %. The last is in the lower band. Below 90 from day 5: five more reviews do not come.",
        days("+++++----"),
        [("debut", 4, "", None, 100), ("perfect-lost", 5, "", 100, 83),
         ("crossed-down", 5, "90", 100, 83), ("record-low", 5, "", 100, 83),
         ("crossed-down", 6, "75", 83, 71), ("record-low", 6, "", 83, 71),
         ("crossed-down", 7, "70", 71, 63), ("record-low", 7, "", 71, 63),
         ("crossed-down", 8, "60", 63, 56), ("band-changed", 8, "*", 63, 56),
         ("record-low", 8, "", 63, 56)],
    ),
    ByHand(
        "it-does-not-settle", "5 of 5, then 5 of 6 is 83 %: below 90 from day 5 on. On day 9 it is "
        "9 of 10: three days are over, but only three further reviews came in below 90.",
        days("+++++-++++"),
        [("debut", 4, "", None, 100), ("perfect-lost", 5, "", 100, 83),
         ("crossed-down", 5, "90", 100, 83), ("record-low", 5, "", 100, 83),
         ("crossed-up", 9, "90", 89, 90), ("milestone", 9, "10", 89, 90)],
    ),
    ByHand(
        "settled-down", "5 of 5, 5 of 6 is 83 %, 5 of 7 71 %; then positive ones: 6 of 8 is 75, 7 "
        "of 9 78, 8 of 10 80, 9 of 11 82 %. Below 90 from day 5 to the end: three days and five "
        "further reviews are over on day 10.",
        days("+++++--++++"),
        [("debut", 4, "", None, 100), ("perfect-lost", 5, "", 100, 83),
         ("crossed-down", 5, "90", 100, 83), ("record-low", 5, "", 100, 83),
         ("crossed-down", 6, "75", 83, 71), ("record-low", 6, "", 83, 71),
         ("crossed-up", 7, "75", 71, 75), ("milestone", 9, "10", 78, 80),
         ("settled-down", 10, "90", 100, 82)],
    ),
    ByHand(
        "a-revision-moves-the-score", "5 of 6 is 83 %; the negative one turns on day 8: 6 of 6.",
        [*days("+++++-"), _later(6, 8, "revised", 5, True)],
        [("debut", 4, "", None, 100), ("perfect-lost", 5, "", 100, 83),
         ("crossed-down", 5, "90", 100, 83), ("record-low", 5, "", 100, 83),
         ("perfect-reached", 8, "", 83, 100), ("crossed-up", 8, "90", 83, 100),
         ("review-revised", 8, "", 83, 100)],
    ),
    ByHand(
        "a-withdrawal-moves-the-score", "5 of 6 is 83 %; the negative one is taken back: 5 of 5.",
        [*days("+++++-"), _later(6, 8, "withdrawn", 5, None)],
        [("debut", 4, "", None, 100), ("perfect-lost", 5, "", 100, 83),
         ("crossed-down", 5, "90", 100, 83), ("record-low", 5, "", 100, 83),
         ("perfect-reached", 8, "", 83, 100), ("crossed-up", 8, "90", 83, 100),
         ("review-withdrawn", 8, "", 83, 100)],
    ),
    ByHand(
        "the-score-goes-and-comes-back", "Four of five needed are left on day 8; a negative one on "
        "day 9 makes 4 of 5.",
        [*days("+++++"), _later(5, 8, "withdrawn", 0, None), _later(6, 9, "posted", 9, False)],
        [("debut", 4, "", None, 100), ("score-gone", 8, "5", 100, None),
         ("score-back", 9, "", None, 80), ("perfect-lost", 9, "", None, 80),
         ("crossed-down", 9, "90", None, 80), ("record-low", 9, "", None, 80)],
    ),
    ByHand(
        "a-day-is-judged-at-its-end", "On day 5 a negative review and then its withdrawal: at the "
        "end of the day nothing has changed.",
        [*days("+++++"), _later(5, 5, "posted", 9, False), _later(6, 5, "withdrawn", 9, None)],
        [("debut", 4, "", None, 100)],
    ),
)  # fmt: skip


def rule_of_the_stories() -> Rule:
    """Return our own rule, with the badge of 20, 40 and 80 reviews that the stories speak of."""
    rule = presets()[0]
    badge: BadgeRule | None = rule.badge and replace(rule.badge, settled=None)
    return replace(rule, badge=badge)


def _short(one: Moment) -> tuple[str, int, str, int | None, int | None]:
    named = one.kind.startswith(("badge", "band"))
    # The instant of release is the last of its day.
    day = -(-one.happened_at // DAY)
    return (one.kind, day, "*" if named else one.about, one.before, one.after)


def moment_data(one: Moment) -> dict[str, Any]:
    """Return a moment with all its members."""
    data: dict[str, Any] = plain(one)
    return {**data, "text": one.text}


def _cases() -> Iterator[Case]:
    rule = rule_of_the_stories()
    for one in STORIES:
        asked = Asked(_WORK, size=one.size, release=one.release)
        steps = history(one.events, counts=rule.counts, versions=rule.versions)
        told = moments(steps, rule, asked)
        agree(one.name, list(one.told), [_short(moment) for moment in told])
        data = {
            "rule": rule_data(rule),
            "work": _WORK,
            "size": one.size,
            "release": one.release,
            "until": None,
            "thresholds": list(THRESHOLDS),
            "milestones": list(MILESTONES),
            "settled": plain(SETTLED),
            "events": [event_data(event) for event in one.events],
        }
        yield Case(one.name, "hand", one.why, data, [moment_data(moment) for moment in told])


def subject() -> Subject:
    """Return the file moments.json."""
    return Subject("moments", "What a history says, in order of time, with ids.", _cases())
