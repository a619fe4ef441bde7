"""Consecutive weeks on a list, worked out from the weeks that are told. Pure.

A week is on the list, or off it, or untold: no list of it was taken in. An untold week ends no
streak and joins none, so a streak beside one has at least so many weeks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

WEEK = timedelta(days=7)
STREAK_QUERY = (
    "weeks in a row, by their Sundays, with at least one line about it on the list; a week of which"
    " no list was taken in joins nothing, and the streak beside it has at least so many weeks"
)


class Run(NamedTuple):
    """Weeks in a row: the first and the last Sunday, and how many.

    `before` and `after` say whether the week before or after it is untold, so that the streak may
    be longer.
    """

    first: date
    last: date
    weeks: int
    before: bool = False
    after: bool = False

    @property
    def at_least(self) -> bool:
        """Return whether it may be longer than what is told."""
        return self.before or self.after


@dataclass(frozen=True, slots=True)
class Streaks:
    """The streaks on one list: all of them, the longest (of equals the latest), the current one.

    `current` is the one that reaches the last week told, None where that week is off the list.
    `untold` counts the weeks between the first and the last told that are not told. `total` is in
    how many weeks it is on the list at all.
    """

    runs: tuple[Run, ...]
    longest: Run | None
    current: Run | None
    untold: int
    total: int


def streaks(on: Iterable[date], told: AbstractSet[date]) -> Streaks:
    """Return the streaks of the Sundays `on`; `told` are those of which a list was taken in."""
    weeks = sorted(set(on))
    known = told | set(weeks)
    runs = tuple(_runs(weeks, known))
    longest = max(runs, key=lambda run: (run.weeks, run.last), default=None)
    last = max(known, default=None)
    current = next((run for run in runs if run.last == last), None)
    return Streaks(runs, longest, current, _untold(known), len(weeks))


def _runs(weeks: list[date], known: AbstractSet[date]) -> Iterator[Run]:
    first, end = min(known, default=None), max(known, default=None)
    start = 0
    for place, week in enumerate(weeks):
        if place + 1 < len(weeks) and weeks[place + 1] - week == WEEK:
            continue
        begun = weeks[start]
        yield Run(
            begun,
            week,
            place - start + 1,
            begun != first and begun - WEEK not in known,
            week != end and week + WEEK not in known,
        )
        start = place + 1


def _untold(known: AbstractSet[date]) -> int:
    if not known:
        return 0
    return (max(known) - min(known)) // WEEK + 1 - len(known)
