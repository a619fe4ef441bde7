"""The returning season: who comes back to review it, and what they had said before."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from clapometer.scoring.events import Event
from clapometer.scoring.history import standing
from clapometer.scoring.rollup import Part

SHRUNK = Fraction(1, 2)
"""A pool has shrunk when it is smaller than this part of the one before."""


@dataclass(frozen=True, slots=True)
class Returning:
    """The reviewers of a season beside those of the season before.

    `before`, `now`: reviews with a verdict. `positive_before`: how many of those before were
    positive. `returned`: reviews before by critics who review this season too; `returned_positive`:
    how many of these were positive then. `caution`: whether the pool has shrunk.
    """

    before: int
    positive_before: int
    now: int
    positive_now: int
    returned: int
    returned_positive: int
    caution: bool

    @property
    def text(self) -> str:
        """Return the numbers in words."""
        words = (
            f"{self.now} reviews after {self.before} of the season before; those who came back "
            f"had given {self.returned_positive} of {self.returned} positive reviews then, all "
            f"together {self.positive_before} of {self.before}."
        )
        return f"Fewer review this season: {words}" if self.caution else words


def returning(
    before: Part,
    now: Part,
    *,
    at_before: int | None = None,
    at_now: int | None = None,
    known: int | None = None,
    versions: str = "latest",
    shrunk: Fraction = SHRUNK,
) -> Returning:
    """Return how a season's reviewers compare with those of the season before.

    To compare at the same age, give both instants. A critic is told by its number, an unnamed one
    by its reviewer, and every review counts.
    """
    earlier = _verdicts(before, at_before, known, versions)
    later = _verdicts(now, at_now, known, versions)
    back = {_who(event) for event in later}
    stayed = [event for event in earlier if _who(event) in back]
    return Returning(
        before=len(earlier),
        positive_before=_positive(earlier),
        now=len(later),
        positive_now=_positive(later),
        returned=len(stayed),
        returned_positive=_positive(stayed),
        caution=len(later) < len(earlier) * shrunk,
    )


def _verdicts(part: Part, at: int | None, known: int | None, versions: str) -> list[Event]:
    events = standing(part.events, at=at, known=known, versions=versions).values()
    return [event for event in events if event.positive is not None]


def _who(event: Event) -> tuple[str, int]:
    if event.critic is None:
        return ("reviewer", event.reviewer)
    return ("critic", event.critic)


def _positive(events: list[Event]) -> int:
    return sum(bool(event.positive) for event in events)
