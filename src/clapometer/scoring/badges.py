"""Badges as state machines: won, kept, lost, regained, and how far the next transition is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from clapometer.scoring.history import Step
from clapometer.scoring.rounding import deciding
from clapometer.scoring.settling import AT_ONCE, Instant, Settled, Turn, Watch, days, instants
from clapometer.scoring.tally import Tally

SIZES: dict[str, str] = {
    "season": "a season of a series",
    "limited": "a film in limited release",
    "wide": "a film in wide release",
}
STATES: dict[str, str] = {
    "none": "never won",
    "held": "held",
    "lost": "lost",
}
MANY = 2**30
"""More reviews than any work has: what so many do not change, no number of them does."""


class Change(NamedTuple):
    """One row of the state machine: in `state`, while `condition` holds, the badge is `moment`."""

    state: str
    condition: str
    moment: str
    becomes: str


TRANSITIONS: tuple[Change, ...] = (
    Change("none", "enter", "won", "held"),
    Change("held", "keep", "kept", "held"),
    Change("held", "below", "lost", "lost"),
    Change("lost", "enter", "regained", "held"),
)
CONDITIONS: dict[str, str] = {
    "enter": "the share is at least {enter}, with the minimum of reviews and of top critics",
    "keep": "the share is at least {keep}",
    "below": "the share is below {keep}, or no review is left",
}


@dataclass(frozen=True, slots=True)
class BadgeRule:
    """A badge's numbers: entry share, share down to which it is kept, and minimums.

    `decides`, `rounding`: as in the rule it belongs to.

    `minimums`: reviews needed by size, a key of SIZES; a work whose size is not among them cannot
    hold the badge. `top`: how many of the reviews must be by top critics. `settled`: for how long
    and over how many further reviews a condition must have held before the badge changes; None:
    it changes at once.
    """

    name: str
    label: str
    enter: Fraction
    keep: Fraction
    minimums: tuple[tuple[str, int], ...]
    top: int
    decides: str = "exact"
    rounding: str = "floating-half-up"
    settled: Settled | None = None

    def minimum(self, size: str) -> int:
        """Return how many reviews a work of this size needs. Raises SizeUnknown."""
        for name, minimum in self.minimums:
            if name == size:
                return minimum
        raise SizeUnknown(size, self)

    def holds(self, condition: str, tally: Tally, size: str) -> bool:
        """Return whether a condition of the table CONDITIONS holds for a work of this size."""
        if condition == "enter":
            # As missing() has it, without its sentences: histories ask this of every instant.
            enough = tally.count >= self.minimum(size) and tally.top_count >= self.top
            return enough and self.reaches(self.enter, tally)
        return self.reaches(self.keep, tally) == (condition == "keep")

    def reaches(self, share: Fraction, tally: Tally) -> bool:
        """Return whether the tally's share reaches `share`; it never does without a review."""
        if not tally.count:
            return False
        part, whole = deciding(self.decides, self.rounding, tally.positive, tally.count)
        return bool(part * share.denominator >= whole * share.numerator)


class SizeUnknown(ValueError):
    """A work of this size cannot hold the badge."""

    def __init__(self, size: str, badge: BadgeRule) -> None:
        sizes = ", ".join(name for name, _ in badge.minimums)
        super().__init__(f"{badge.label} is held by works of size {sizes} only, not “{size}”.")


class Transition(NamedTuple):
    """The badge was won, lost or regained (`moment`) at an instant by a step."""

    at: int
    state: str
    step: Step
    moment: str


class BadgeState(NamedTuple):
    """Where a badge stands: its state, since when (None: always), and all transitions so far."""

    state: str
    since: int | None
    transitions: tuple[Transition, ...]


class Distance(NamedTuple):
    """How far the next transition is.

    `moment`: what comes next: won, lost or regained. `reviews`: how many more reviews in a row it
    takes, negative ones for a loss, positive ones otherwise; None if no number of them does it.
    `top`: how many of these must be by top critics. `missing`: what the entry still lacks, as
    (condition, sentence). `text`: all of it in plain words.
    """

    moment: str
    reviews: int | None
    top: int
    missing: tuple[tuple[str, str], ...]
    text: str


def missing(badge: BadgeRule, tally: Tally, size: str) -> tuple[tuple[str, str], ...]:
    """Return what the tally lacks to enter, as (condition, sentence); empty if nothing."""
    minimum = badge.minimum(size)
    lacks = []
    if not badge.reaches(badge.enter, tally):
        below = f"{tally.positive} of {tally.count} is below {percent(badge.enter)}"
        lacks.append(("share", below))
    if tally.count < minimum:
        lacks.append(("count", f"{tally.count} of {minimum} reviews needed"))
    if tally.top_count < badge.top:
        lacks.append(("top", f"{tally.top_count} of {badge.top} top critics needed"))
    return tuple(lacks)


class Waiting(NamedTuple):
    """The badge's next change has begun to settle: since when, over how many further reviews."""

    becomes: str
    since: int
    reviews: int


def badge_history(
    badge: BadgeRule, steps: Iterable[Step], size: str, until: int | None = None
) -> list[Transition]:
    """Return every transition, in order. Raises SizeUnknown.

    Reviews of one instant are judged together. A badge that has to settle may change when no review
    came in; `until` says how far time has gone (None: to the last entry).
    """
    return [
        Transition(turn.at, turn.becomes, turn.last.steps[-1], moment_of(turn))
        for turn in badge_turns(badge, instants(steps), size, until)
    ]


def badge_turns(
    badge: BadgeRule, story: Iterable[Instant], size: str, until: int | None = None
) -> list[Turn]:
    """Return the transitions with all that is known of them. Raises SizeUnknown."""
    return badge_watch(badge, size).turns(story, until)


def badge_waiting(
    badge: BadgeRule, steps: Iterable[Step], size: str, until: int | None = None
) -> Waiting | None:
    """Return what has begun to settle and has not, None for nothing. Raises SizeUnknown."""
    watch, story = badge_watch(badge, size), instants(steps)
    watch.turns(story, until)
    return waiting_of(badge, watch, story, size)


def waiting_of(
    badge: BadgeRule, watch: Watch, story: Sequence[Instant], size: str
) -> Waiting | None:
    """Return what a watch that was told the story waits for, None for nothing."""
    if watch.began is None:
        return None
    change = _change(badge, watch.state, story[-1].after, size)
    assert change is not None
    return Waiting(change.becomes, watch.began.at, story[-1].arrived - watch.began.arrived)


def badge_watch(badge: BadgeRule, size: str, state: str = "none") -> Watch:
    """Return what keeps the badge's state, beginning in `state`. Raises SizeUnknown."""
    badge.minimum(size)

    def wants(state: str, _: int, tally: Tally) -> str | None:
        change = _change(badge, state, tally, size)
        return change.becomes if change and change.becomes != state else None

    return Watch(wants, badge.settled or AT_ONCE, state)


def moment_of(turn: Turn) -> str:
    """Return the name of the row of TRANSITIONS that the turn follows."""
    return next(
        change.moment
        for change in TRANSITIONS
        if (change.state, change.becomes) == (turn.was, turn.becomes)
    )


def _change(badge: BadgeRule, state: str, tally: Tally, size: str) -> Change | None:
    for change in TRANSITIONS:
        if change.state == state and badge.holds(change.condition, tally, size):
            return change
    return None


def badge_state(
    badge: BadgeRule, steps: Iterable[Step], size: str, until: int | None = None
) -> BadgeState:
    """Return where the badge stands after the last step, or at `until`. Raises SizeUnknown."""
    transitions = tuple(badge_history(badge, steps, size, until))
    if not transitions:
        return BadgeState("none", None, ())
    return BadgeState(transitions[-1].state, transitions[-1].at, transitions)


def distance(
    badge: BadgeRule, state: str, tally: Tally, size: str, waiting: Waiting | None = None
) -> Distance:
    """Return how far the next transition is from a state (of STATES) with this tally.

    Where the badge has to settle, the further reviews count too, less those of `waiting`; the days
    are told in the text.
    """
    if state == "held":
        return _until_lost(badge, tally, waiting)
    return _until_won(badge, "won" if state == "none" else "regained", tally, size, waiting)


def _until_lost(badge: BadgeRule, tally: Tally, waiting: Waiting | None) -> Distance:
    reviews = _fewest(lambda n: not badge.reaches(badge.keep, tally + Tally(n)))
    if reviews is None:
        return Distance("lost", None, 0, (), "it cannot be lost by negative reviews")
    reviews += _further(badge, waiting)
    text = _after("lost", reviews, "negative") + _once_settled(badge)
    return Distance("lost", reviews, 0, (), text)


def _until_won(
    badge: BadgeRule, moment: str, tally: Tally, size: str, waiting: Waiting | None
) -> Distance:
    lacks = missing(badge, tally, size)
    top = max(0, badge.top - tally.top_count)
    because = "; ".join(sentence for _, sentence in lacks)
    reviews = _fewest(
        lambda n: not missing(badge, tally + Tally(n, n, top_count=min(n, top)), size)
    )
    if reviews is None:
        return Distance(moment, None, top, lacks, f"{moment} by no number of reviews: {because}")
    reviews += _further(badge, waiting)
    of_top = f", {top} of them by top critics" if top else ""
    text = _after(moment, reviews, "positive") + of_top + _once_settled(badge)
    return Distance(moment, reviews, top, lacks, text + (f" ({because})" if lacks else ""))


def _further(badge: BadgeRule, waiting: Waiting | None) -> int:
    """Return how many further reviews it takes until the change has settled."""
    needed = badge.settled.reviews if badge.settled else 0
    return max(0, needed - (waiting.reviews if waiting else 0))


def _once_settled(badge: BadgeRule) -> str:
    lasting = badge.settled.lasting if badge.settled else 0
    return f", not before it has been so for {days(lasting)}" if lasting else ""


def _fewest(reached: Callable[[int], bool]) -> int | None:
    """Return the smallest number of reviews that reaches it, None if even MANY do not.

    One more review of the same verdict never undoes what fewer have reached, so halving finds it.
    """
    if not reached(MANY):
        return None
    low, high = 0, 1
    while not reached(high):
        low, high = high, 2 * high
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if reached(middle) else (middle + 1, high)
    return low


def _after(moment: str, reviews: int, verdict: str) -> str:
    if reviews == 0:
        return f"{moment} by these numbers"
    noun = "review" if reviews == 1 else "reviews"
    return f"{moment} after {reviews} more {verdict} {noun}{' in a row' if reviews > 1 else ''}"


def percent(share: Fraction) -> str:
    """Return a share as per cent in words: 3/4 as "75 %"."""
    return f"{float(share * 100):g} %"
