"""Roll-up: series <- seasons <- episodes, in both readings, at any instant of either clock.

Pooled: all reviews below a work as if they were of it. Mean of the parts: the mean of the shares of
its parts, each counting once however many reviewed it. The two differ wherever parts differ in the
number of their reviews, and neither is the right one: both are said. Both are shares of positive
reviews, whatever else a rule measures.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from heapq import merge
from typing import NamedTuple

from clapometer.scoring.events import Event
from clapometer.scoring.history import Clock, Step, history, tally_at
from clapometer.scoring.pooling import APART, FIRST_EPISODES, Weighing
from clapometer.scoring.rules import Rule
from clapometer.scoring.tally import EMPTY, Tally

READINGS: dict[str, str] = {
    "pooled": "All reviews of the work and of its parts in one share.",
    "mean": "The mean of the parts' shares; a part under the rule's minimum is left out and named.",
}


@dataclass(frozen=True, slots=True)
class Part:
    """A work with the events of its own reviews, and its parts.

    `first_episodes`: `seq` of the entries that judge the first episodes only; a later revision by
    the same reviewer, itself not marked, is a review of the whole.
    """

    name: str
    kind: str
    events: Sequence[Event]
    parts: tuple[Part, ...] = ()
    first_episodes: frozenset[int] = frozenset()


Own = Callable[[Part], tuple[Tally, Tally]]
"""Returns the tally of a work's own reviews, and of those marked among them."""


class Pool(NamedTuple):
    """Weighed sums: positive and all, and from how many reviews they are."""

    positive: Fraction
    weight: Fraction
    reviews: int

    @property
    def share(self) -> Fraction | None:
        """Return the share of positive ones, None without a review."""
        return self.positive / self.weight if self.weight else None

    def plus(self, other: Pool, weight: Fraction | int) -> Pool:
        """Return this with the other added at a weight; a negative weight takes it away again.

        At weight 0 its reviews are none.
        """
        reviews = other.reviews * ((weight > 0) - (weight < 0))
        return Pool(
            self.positive + weight * other.positive,
            self.weight + weight * other.weight,
            self.reviews + reviews,
        )


@dataclass(frozen=True, slots=True)
class RollUp:
    """A work and all below it at an instant.

    `own`: the tally of its own reviews that count, `first_episodes` of those marked as of the first
    episodes only, counted or not. `pooled`: the first of the two readings; the second is `mean`.
    """

    name: str
    kind: str
    own: Tally
    first_episodes: Tally
    pooled: Pool
    parts: tuple[RollUp, ...] = field(repr=False)
    rule: Rule = field(repr=False)

    @property
    def enough(self) -> bool:
        """Return whether the pooled reviews reach the rule's minimum."""
        return bool(self.rule.enough(self.pooled.reviews))

    @property
    def printed(self) -> int | None:
        """Return the pooled share as the rule prints it, None under its minimum."""
        return _printed(self.rule, self.pooled.share) if self.enough else None

    @property
    def mean(self) -> Fraction | None:
        """Return the exact mean of the parts' shares, None where no part has enough reviews."""
        shares = [part.pooled.share for part in self.parts if part.enough]
        known = [share for share in shares if share is not None]
        return sum(known, Fraction(0)) / len(known) if known else None

    @property
    def printed_mean(self) -> int | None:
        """Return the mean as the rule prints a share."""
        return _printed(self.rule, self.mean)

    @property
    def left_out(self) -> tuple[str, ...]:
        """Return the parts with reviews, but fewer than the minimum."""
        return tuple(one.name for one in self.parts if one.pooled.reviews and not one.enough)


def roll_up(
    part: Part,
    rule: Rule,
    weighing: Weighing = APART,
    *,
    at: int | None = None,
    known: int | None = None,
    clock: Clock = "happened",
) -> RollUp:
    """Return the work and all below it at an instant, as known then. See history.tally_at()."""

    def own(part: Part) -> tuple[Tally, Tally]:
        def tally(events: Iterable[Event]) -> Tally:
            return tally_at(events, at=at, known=known, counts=rule.counts, versions=rule.versions,
                            clock=clock)  # fmt: skip

        return marked_apart(part, tally)

    return rolled(part, rule, weighing, own)


def marked_apart(part: Part, tally: Callable[[Iterable[Event]], Tally]) -> tuple[Tally, Tally]:
    """Return the tally of a work's own reviews, and of those marked among them."""
    everything = tally(part.events)
    return everything, everything - tally(_unmarked(part))


def _unmarked(part: Part) -> list[Event]:
    """Return the events with those marked saying nothing, so that they count but add nothing."""
    return [
        event._replace(positive=None, grade=None) if event.seq in part.first_episodes else event
        for event in part.events
    ]


def rolled(part: Part, rule: Rule, weighing: Weighing, own: Own) -> RollUp:
    """Return the work and all below it from tallies that are known already; no event is read."""
    everything, marked = own(part)
    counted = _counted(weighing, everything, marked)
    parts = tuple(rolled(below, rule, weighing, own) for below in part.parts)
    pooled = _pool(counted)
    for below, above in zip(parts, part.parts, strict=True):
        pooled = pooled.plus(below.pooled, weighing.of(above.kind))
    return RollUp(part.name, part.kind, counted, marked, pooled, parts, rule)


def _counted(weighing: Weighing, everything: Tally, marked: Tally) -> Tally:
    return everything - marked if weighing.first_episodes == "leave-out" else everything


def _pool(tally: Tally) -> Pool:
    return Pool(Fraction(tally.positive), Fraction(tally.count), tally.count)


def _printed(rule: Rule, share: Fraction | None) -> int | None:
    if share is None:
        return None
    return int(rule.printed(share.numerator, share.denominator))


class RollStep(NamedTuple):
    """The work and all below it after one entry about `name`."""

    at: int
    name: str
    step: Step
    reading: RollUp


def roll_up_history(
    part: Part,
    rule: Rule,
    weighing: Weighing = APART,
    *,
    known: int | None = None,
    clock: Clock = "happened",
) -> Iterator[RollStep]:
    """Yield the reading after each entry about the work or any below it, in order of the clock.

    From entry to entry only the sums of the works above it change, by the difference.
    """
    empty = rolled(part, rule, weighing, lambda _: (EMPTY, EMPTY))
    told = [_told(one, path, rule, known, clock) for one, path in _walk(part)]
    reading = empty
    for at, _, step, marked, path in merge(*told, key=lambda one: one[:2]):
        reading = changed(reading, path, weighing, step.tally, marked)
        yield RollStep(at, path[-1].name, step, reading)


def changed(
    reading: RollUp, path: tuple[Part, ...], weighing: Weighing, everything: Tally, marked: Tally
) -> RollUp:
    """Return the reading of the first work of the path, with new tallies of the last one's reviews.

    It costs as many steps as the path has works, and one look at the parts of each, however many
    reviews there are. `everything`: the tally of the work's own reviews; `marked`: of those among
    them that are of the first episodes only.
    """
    if len(path) == 1:
        own = _counted(weighing, everything, marked)
        pooled = reading.pooled.plus(_pool(own), 1).plus(_pool(reading.own), -1)
        return replace(reading, own=own, first_episodes=marked, pooled=pooled)
    work, below = path[0], path[1]
    position = next(at for at, one in enumerate(work.parts) if one.name == below.name)
    old = reading.parts[position]
    new = changed(old, path[1:], weighing, everything, marked)
    weight = weighing.of(below.kind)
    pooled = reading.pooled.plus(new.pooled, weight).plus(old.pooled, -weight)
    parts = (*reading.parts[:position], new, *reading.parts[position + 1 :])
    return replace(reading, pooled=pooled, parts=parts)


def _walk(part: Part, above: tuple[Part, ...] = ()) -> Iterator[tuple[Part, tuple[Part, ...]]]:
    """Yield each work with the works from the top down to it."""
    path = (*above, part)
    yield part, path
    for below in part.parts:
        yield from _walk(below, path)


_Told = tuple[int, int, Step, Tally, tuple[Part, ...]]


def _told(
    part: Part, path: tuple[Part, ...], rule: Rule, known: int | None, clock: Clock
) -> list[_Told]:
    """Return one work's own history: instant, seq, step, tally of what is marked, path."""

    def steps(events: Iterable[Event]) -> list[Step]:
        return history(events, counts=rule.counts, versions=rule.versions, known=known, clock=clock)

    pairs = zip(steps(part.events), steps(_unmarked(part)), strict=True)
    return [(step.at, step.event.seq, step, step.tally - bare.tally, path) for step, bare in pairs]


__all__ = [
    "APART", "FIRST_EPISODES", "READINGS", "Own", "Part", "Pool", "RollStep", "RollUp", "Weighing",
    "changed", "marked_apart", "roll_up", "roll_up_history", "rolled",
]  # fmt: skip
