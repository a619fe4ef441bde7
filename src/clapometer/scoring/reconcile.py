"""What a site's printed scores allow: given score and count by day, which reviews made them?

Of n reviews, only certain numbers of positive ones are printed as a given score. From day to day
new reviews, and where the count falls withdrawals, must lead from one of them to another. Every set
of possibilities is a range of whole numbers, so the work grows with the rows alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from clapometer.scoring.rules import Rule

VERDICTS: dict[str, str] = {
    "first": "The first day of the list that can be read under the rule.",
    "steady": "The same count as before, and the same reviews can have made it.",
    "grown": "More reviews than before, and new reviews alone explain the score.",
    "withdrawn": "Fewer reviews than before: reviews were withdrawn, which alone explains the "
    "score.",
    "changed": "Neither new reviews nor withdrawals alone explain the score: reviews changed sides "
    "or were exchanged.",
    "impossible": "No number of positive reviews out of so many is printed as this score.",
    "too-few": "The rule prints no score from so few reviews.",
}
BROKEN = ("impossible", "too-few")


class Published(NamedTuple):
    """What a site printed at an instant: the score, 0 to 100, and the number of reviews."""

    at: int
    printed: int
    count: int  # type: ignore[assignment]  # It hides tuple.count, which nobody needs here.


class Span(NamedTuple):
    """A range of whole numbers, both ends included; empty where `least` is above `most`."""

    least: int
    most: int

    @property
    def size(self) -> int:
        """Return how many numbers it holds."""
        return max(0, self.most - self.least + 1)

    def within(self, other: Span) -> Span:
        """Return what both hold."""
        return Span(max(self.least, other.least), min(self.most, other.most))

    def moved(self, by: Span) -> Span:
        """Return all sums of a number of this and one of the other."""
        return Span(self.least + by.least, self.most + by.most)


@dataclass(frozen=True, slots=True)
class Day:
    """One row explained.

    `verdict`: of the table VERDICTS. `alone`: how many reviews can have been positive by this row
    alone; `together`: by all rows up to the next and the last change. `withdrawn`: how many reviews
    at least were withdrawn since the row before; `changed`: how many at least changed sides, or
    were exchanged, besides.
    """

    published: Published
    verdict: str
    alone: Span
    together: Span
    withdrawn: int = 0
    changed: int = 0


@dataclass(frozen=True, slots=True)
class Reconciled:
    """All rows in order of time, and in how many ways positive reviews can have run through them.

    `histories` counts sequences of numbers of positive reviews, one for each possible row. Across a
    day on which reviews changed sides every combination counts, as the rows do not say more.
    """

    days: tuple[Day, ...]
    histories: int

    def with_verdict(self, *verdicts: str) -> list[Day]:
        """Return the days of these verdicts."""
        return [day for day in self.days if day.verdict in verdicts]

    @property
    def possibilities(self) -> Span | None:
        """Return the smallest and the largest of the days' numbers of possibilities.

        None where every pair is impossible, or too small for a score.
        """
        sizes = [day.together.size for day in self.days if day.verdict not in BROKEN]
        return Span(min(sizes), max(sizes)) if sizes else None

    @property
    def explained(self) -> int:
        """Return how many days new reviews and withdrawals alone explain."""
        return len(self.days) - len(self.with_verdict("changed", *BROKEN))


class RuleUnfit(ValueError):
    """The rule prints no share of verdicts, so its scores say nothing about positive reviews."""

    def __init__(self, rule: Rule) -> None:
        super().__init__(
            f"The rule {rule.name} prints a mean of grades; only scores that are shares of positive"
            " reviews can be reconciled."
        )


def possible(rule: Rule, printed: int, count: int) -> Span:
    """Return which numbers of positive reviews out of `count` the rule prints so."""
    if count < 1 or not 0 <= printed <= rule.printing.most:
        return Span(1, 0)
    # The printed share never falls as the positive ones rise, so halving finds both ends.
    least = _first(lambda positive: rule.printed(positive, count) >= printed, count)
    after = _first(lambda positive: rule.printed(positive, count) > printed, count)
    return Span(least, after - 1)


def _first(reached: Callable[[int], bool], count: int) -> int:
    """Return the first number 0..count that reaches it, count + 1 if none."""
    return bisect_left(range(count + 1), True, key=reached)


def reconcile(published: Iterable[Published], rule: Rule) -> Reconciled:
    """Return each row explained under the rule's rounding and minimum.

    Rows are taken in order of their instants; several of one instant in the order given. Between
    two rows the count's rise is read as new reviews only and its fall as withdrawals only: what
    happened unseen in between leaves no trace in the numbers. Raises RuleUnfit.
    """
    if rule.measure.of != "verdicts":
        raise RuleUnfit(rule)
    rows = sorted(published, key=lambda row: row.at)
    alone = [possible(rule, row.printed, row.count) for row in rows]
    verdicts = [_broken(rule, row, span) for row, span in zip(rows, alone, strict=True)]
    kept = [position for position, verdict in enumerate(verdicts) if not verdict]
    days = [
        Day(row, verdict, span, span) for row, verdict, span in zip(rows, verdicts, alone,
                                                                    strict=True)
    ]  # fmt: skip
    histories = 1 if kept else 0
    explained = _explain([rows[position] for position in kept], [alone[p] for p in kept])
    positions = iter(kept)
    for stretch in _stretches(explained):
        narrowed, ways = _narrow(stretch)
        histories *= ways
        for day in narrowed:
            days[next(positions)] = day
    return Reconciled(tuple(days), histories)


def _broken(rule: Rule, row: Published, span: Span) -> str:
    if row.count < rule.minimum:
        return "too-few"
    return "" if span.size else "impossible"


def moves(before: int, after: int) -> Span:
    """Return by how much the positive ones can change when so many become so many reviews."""
    return Span(min(0, after - before), max(0, after - before))


def _explain(rows: Sequence[Published], alone: Sequence[Span]) -> list[Day]:
    """Return each row with what the rows before it leave possible."""
    days: list[Day] = []
    for row, span in zip(rows, alone, strict=True):
        if not days:
            days.append(Day(row, "first", span, span))
            continue
        days.append(_next(days[-1], row, span))
    return days


def _next(before: Day, row: Published, alone: Span) -> Day:
    count = before.published.count
    reach = before.together.moved(moves(count, row.count))
    left, withdrawn = alone.within(reach), max(0, count - row.count)
    if not left.size:
        # The gap between two ranges: so many more reviews must have changed sides.
        changed = max(alone.least - reach.most, reach.least - alone.most)
        return Day(row, "changed", alone, alone, withdrawn, changed)
    grown = "grown" if row.count > count else "steady"
    return Day(row, "withdrawn" if withdrawn else grown, alone, left, withdrawn)


def _stretches(days: Sequence[Day]) -> list[list[Day]]:
    """Return the days parted where reviews changed sides."""
    found: list[list[Day]] = []
    for day in days:
        if not found or day.verdict == "changed":
            found.append([])
        found[-1].append(day)
    return found


def _narrow(stretch: Sequence[Day]) -> tuple[list[Day], int]:
    """Return the days with what all of them together leave possible, and the number of ways.

    It goes backwards: to each number of a day belong as many ways as lead on from it.
    """
    narrowed: list[Day] = []
    span, ways = stretch[-1].together, [1] * stretch[-1].together.size
    for position in range(len(stretch) - 1, -1, -1):
        day = stretch[position]
        if narrowed:
            change = moves(day.published.count, narrowed[-1].published.count)
            back = span.moved(Span(-change.most, -change.least)).within(day.together)
            ways, span = _ways(back, span, change, ways), back
        narrowed.append(
            Day(day.published, day.verdict, day.alone, span, day.withdrawn, day.changed)
        )
    return narrowed[::-1], sum(ways)


def _ways(today: Span, tomorrow: Span, change: Span, ways: Sequence[int]) -> list[int]:
    """Return for each number of today how many ways lead on through tomorrow."""
    sums = [0, *accumulate(ways)]
    found = []
    for positive in range(today.least, today.most + 1):
        onward = Span(positive, positive).moved(change).within(tomorrow)
        found.append(sums[onward.most - tomorrow.least + 1] - sums[onward.least - tomorrow.least])
    return found
