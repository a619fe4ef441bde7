"""One statement about a work: what was announced, by whom, when, of which seasons."""

from __future__ import annotations

from typing import NamedTuple

from .stages import CERTAINTIES
from .vocabulary import STATUSES


class Statement(NamedTuple):
    """What was announced.

    `said_at` and `recorded_at` are its two instants, `effective_at` the one from which it holds, if
    that is another. `seasons` are numbers; none: it is about the whole. `date` is the one that was
    announced, as periods.py reads it. `seq` tells statements of one instant apart; `fact` is where
    it is kept, 0 where that is not a fact.
    """

    seq: int
    status: str
    certainty: str
    said_at: int
    recorded_at: int
    seasons: tuple[int, ...] = ()
    by: str = ""
    source: str = ""
    date: str = ""
    carrier: str = ""
    effective_at: int | None = None
    fact: int = 0

    @property
    def at(self) -> int:
        """Return the instant from which it counts: when it was said, or when it takes effect."""
        return max(self.said_at, self.effective_at or self.said_at)

    @property
    def target(self) -> str:
        """Return the stage that it speaks of."""
        return STATUSES[self.status].target

    @property
    def decides(self) -> int:
        """Return how strongly its certainty makes a state; 0: it stands beside."""
        return CERTAINTIES[self.certainty].decides

    def concerns(self, season: int | None) -> bool:
        """Return whether it is said of the season; None: of the whole."""
        return not self.seasons if season is None else season in self.seasons


def in_order(statements: list[Statement]) -> list[Statement]:
    """Return the statements in the order in which they count; the later recorded one is later."""
    return sorted(statements, key=lambda one: (one.at, one.said_at, one.seq))
