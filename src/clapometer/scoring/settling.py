"""Changes that may have to settle: for how long, and over how many reviews, they must have held.

Reviews of one instant are judged together, after the last of them: most are dated by day only, and
the order in which they were recorded must not decide what was ever the case.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import NamedTuple

from clapometer.scoring.history import Step
from clapometer.scoring.tally import EMPTY, Tally

DAY = 86_400_000_000
"""Microseconds of a day."""
ADOPTED = "adopted"
"""The kind of a step at which another rule came into force; no review brought it about."""

Wants = Callable[[str, int, Tally], str | None]
"""(state, instant, tally) -> the other state that they ask for, None for none."""


class Settled(NamedTuple):
    """Numbers for "settled": microseconds, and further reviews, for which it must have held.

    Counted from the end of the instant at which it began; every review whose verdict comes into
    force after it counts as a further one.
    """

    lasting: int = 0
    reviews: int = 0


AT_ONCE = Settled()


def days(lasting: int) -> str:
    """Return a span of microseconds as days in words: "3 days"."""
    number = f"{lasting / DAY:g}"
    return f"{number} day{'' if number == '1' else 's'}"


class Instant(NamedTuple):
    """All steps of one instant: the tally before and after them.

    `arrived`: how many verdicts have come into force so far. `recorded`: the first instant by which
    every entry up to here was recorded. A change of the rule is an instant of its own, in front of
    what happened at the same time.
    """

    at: int
    steps: tuple[Step, ...]
    before: Tally
    after: Tally
    arrived: int
    recorded: int

    @property
    def adopts(self) -> bool:
        """Return whether another rule came into force."""
        return self.steps[0].event.kind == ADOPTED


class Turn(NamedTuple):
    """A state took the place of another at `at`, having held since `began.at`.

    `began`: the instant at which it began. `cause`: its first step after which it was so until the
    end of the instant. `last`: the latest instant with entries when it had settled.
    """

    at: int
    was: str
    becomes: str
    cause: Step
    began: Instant
    last: Instant

    @property
    def recorded(self) -> int:
        """Return when it could first be known; what time alone has settled, not before its time."""
        return self.last.recorded if self.at == self.last.at else max(self.at, self.last.recorded)


def instants(steps: Iterable[Step]) -> list[Instant]:
    """Return the steps gathered by instant, in order."""
    found: list[Instant] = []
    tally, arrived, recorded = EMPTY, 0, None
    for (at, adopts), together in groupby(steps, key=_instant):
        before, gathered = tally, tuple(together)
        for step in gathered:
            arrived += step.tally.count > tally.count and not adopts
            known = step.at if step.voided else step.event.recorded_at
            recorded = known if recorded is None else max(recorded, known)
            tally = step.tally
        found.append(Instant(at, gathered, before, tally, arrived, recorded or 0))
    return found


def _instant(step: Step) -> tuple[int, bool]:
    return step.at, step.event.kind == ADOPTED


def cause_of(instant: Instant, holds: Callable[[Tally], bool]) -> Step:
    """Return the step that brought it about: the first after which it held until the end."""
    cause = instant.steps[-1]
    for step in reversed(instant.steps):
        if not holds(step.tally):
            break
        cause = step
    return cause


class Watch:
    """Keeps a state over the instants of a history, and turns it when what it wants has settled.

    From no state ("") it turns at once: there is nothing yet that could flap.
    """

    __slots__ = ("_last", "_settled", "_wanted", "_wants", "began", "state")

    def __init__(self, wants: Wants, settled: Settled = AT_ONCE, state: str = "") -> None:
        self._wants, self._settled, self.state = wants, settled, state
        self._last: Instant | None = None
        self._wanted: str | None = None
        self.began: Instant | None = None

    def turns(self, story: Iterable[Instant], until: int | None = None) -> list[Turn]:
        """Return every turn; None for `until`: up to the last entry."""
        found: list[Turn] = []
        for instant in story:
            found += self._wait(instant.at - 1)
            found += self._take(instant)
        return found if until is None else found + self._wait(until)

    def _take(self, instant: Instant) -> list[Turn]:
        wanted = self._wants(self.state, instant.at, instant.after)
        if wanted is None:
            self.began = None
        elif self.began is None or wanted != self._wanted:
            self.began = instant
        self._wanted, self._last = wanted, instant
        return self._turn(instant.at)

    def _wait(self, until: int) -> list[Turn]:
        """Let time pass without an entry, up to and with `until`."""
        if self.began is None:
            return []
        due = self.began.at + self._needed().lasting
        return self._turn(due) if due <= until else []

    def _turn(self, at: int) -> list[Turn]:
        began, last, wanted = self.began, self._last, self._wanted
        if began is None or last is None or wanted is None:
            return []
        needed = self._needed()
        if at - began.at < needed.lasting or last.arrived - began.arrived < needed.reviews:
            return []
        was, self.state, self.began = self.state, wanted, None
        cause = cause_of(began, lambda tally: self._wants(was, began.at, tally) == wanted)
        return [Turn(at, was, wanted, cause, began, last)]

    def _needed(self) -> Settled:
        return self._settled if self.state else AT_ONCE
