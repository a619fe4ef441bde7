"""How reviews below a work are pooled: what one of an episode weighs, and the first episodes."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from clapometer.scoring.marking import gettext_noop

FIRST_EPISODES: dict[str, str] = {
    "count": gettext_noop("A review marked as of the first episodes only counts like any other."),
    "leave-out": gettext_noop("A review marked as of the first episodes only does not count."),
}


@dataclass(frozen=True, slots=True)
class Weighing:
    """The declared way to pool. `episode`: what a review of an episode counts in its season.

    A review of the season itself counts 1. `first_episodes`: of the table FIRST_EPISODES.
    """

    episode: Fraction = Fraction(0)
    first_episodes: str = "count"

    def __post_init__(self) -> None:
        """Raise ValueError for a weight below 0 or a word that is in no table."""
        if self.episode < 0:
            raise ValueError("An episode's review cannot weigh less than 0.")
        if self.first_episodes not in FIRST_EPISODES:
            words = ", ".join(FIRST_EPISODES)
            raise ValueError(f"first_episodes must be one of {words}.")

    def of(self, kind: str) -> Fraction:
        """Return what a review of a part of this kind counts in the work above it."""
        return self.episode if kind == "episode" else Fraction(1)

    @property
    def sentences(self) -> tuple[str, ...]:
        """Return the weighing in words."""
        episodes = (
            "Reviews of episodes do not count in their season."
            if self.episode == 0
            else f"A review of an episode counts {self.episode} in its season."
        )
        return episodes, FIRST_EPISODES[self.first_episodes]


APART = Weighing()
"""Reviews of episodes do not count in their season: what most sites show."""
