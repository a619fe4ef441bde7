"""Whose turn it is: notices are served in turns, the urgent more often, none not at all.

Each lane (a notice that is being sent) has a *pass* that grows with what it was served, slower the
more urgent it is; the lane with the smallest is next. This is stride scheduling (C. A. Waldspurger
and W. E. Weihl, "Stride Scheduling", MIT/LCS/TM-528, 1995). A lane that is new starts where the
others are, so it is served within one round, whether it has twenty followers or millions.
"""

from __future__ import annotations

from collections.abc import Iterable

WEIGHTS = {0: 32, 1: 8, 2: 4, 3: 2, 4: 1}
"""How much more of the turns a lane of each priority gets: 0 are tests, 4 are digests."""
QUANTUM = 64
"""Messages that a lane of weight 1 is served at a time."""


class Turns:
    """The order in which lanes are served."""

    def __init__(self) -> None:
        self._passes: dict[int, float] = {}
        self._priorities: dict[int, int] = {}

    def keep(self, lanes: Iterable[tuple[int, int]]) -> None:
        """Take these lanes, each with its priority, for all there are; the rest is forgotten."""
        self._priorities = dict(lanes)
        known = {lane: at for lane, at in self._passes.items() if lane in self._priorities}
        start = min(known.values(), default=0.0)
        self._passes = {lane: known.get(lane, start) for lane in self._priorities}

    def order(self) -> list[int]:
        """Return the lanes, the next one first; of equals the urgent, then the oldest."""
        return sorted(
            self._passes, key=lambda lane: (self._passes[lane], self._priorities[lane], lane)
        )

    def share(self, lane: int) -> int:
        """Return how many messages the lane may be served in one turn."""
        return QUANTUM * weight_of(self._priorities[lane])

    def served(self, lane: int, messages: int) -> None:
        """Count what a lane was served."""
        if lane in self._passes:
            self._passes[lane] += messages / weight_of(self._priorities[lane])

    def rest(self, lane: int) -> None:
        """Leave a lane out until lanes are kept anew: it has nothing to be served now.

        It goes on where the others are by then, so that it cannot save turns up.
        """
        self._passes.pop(lane, None)


def weight_of(priority: int) -> int:
    """Return the weight of a priority; one that is not in the table counts as the nearest."""
    return WEIGHTS[min(max(priority, min(WEIGHTS)), max(WEIGHTS))]
