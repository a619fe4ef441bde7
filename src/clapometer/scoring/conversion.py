"""How a rule takes in a review before it is counted: its grade converted, its verdict set by it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from clapometer.scoring.events import Event
from clapometer.scoring.grades import POINTS

GRADES_ARE: dict[str, str] = {
    "share": "Grades are shares of the maximum of their scale.",
    "percentile": "Grades are percentiles within all grades of the same critic.",
}


@dataclass(frozen=True, slots=True)
class Conversion:
    """How grades are taken in; all in ten-thousandths of the scale.

    `step`: each grade is rounded to a multiple of it, a half going up. `instead`: (grade, what it
    becomes) where a published table departs from that. `positive_from`: from this share on a grade
    is a positive verdict, below it a negative one; the review's own verdict is not asked. `are`: of
    GRADES_ARE, what the grades given to this rule must be.
    """

    step: int = 1
    instead: tuple[tuple[int, int], ...] = ()
    positive_from: Fraction | None = None
    are: str = "share"

    @property
    def changes(self) -> bool:
        """Return whether any review is taken in otherwise than as it stands."""
        return self.step != 1 or bool(self.instead) or self.positive_from is not None

    def grade(self, points: Any) -> Any:
        """Return the converted grade. Plain arithmetic: takes ints and arrays alike."""
        converted = (2 * points + self.step) // (2 * self.step) * self.step
        for given, becomes in self.instead:
            converted = converted + (points == given) * (becomes - converted)
        return converted

    def positive(self, points: Any) -> Any:
        """Return whether a grade is a positive verdict; ints and arrays alike."""
        share = self.positive_from or Fraction(0)
        return points * share.denominator >= share.numerator * POINTS

    def taken(self, events: Iterable[Event]) -> Iterable[Event]:
        """Return the events as the rule takes them in."""
        return [self._one(event) for event in events] if self.changes else events

    def _one(self, event: Event) -> Event:
        if event.grade is None:
            return event if self.positive_from is None else event._replace(positive=None)
        verdict = event.positive if self.positive_from is None else self.positive(event.grade)
        return event._replace(grade=self.grade(event.grade), positive=verdict)
