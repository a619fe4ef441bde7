"""The moments that a notice tells, as it keeps them: by these what was sent is found again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from clapometer.alerts.models import Notice
from clapometer.scoring.moments import Moment

from .source import said_in


class Part(NamedTuple):
    """A moment that was told, by what makes it the same or its like."""

    kind: str
    about: str
    text: str
    at: int
    id: str

    @classmethod
    def of(cls, moment: Moment) -> Part:
        """Return what is kept of a moment."""
        return cls(moment.kind, moment.about, moment.text, moment.happened_at, moment.id)

    def is_like(self, moment: Moment) -> bool:
        """Return whether the moment is this one, or takes its place without contradicting it.

        That is so where the same came about at the same instant, whichever of its reviews is the
        cause, as more of one day are recorded; and where the same was the case in the same numbers
        at another, as an older review turns up.
        """
        if (self.kind, self.about) != (moment.kind, moment.about):
            return self.id == moment.id
        return moment.happened_at == self.at or moment.text == self.text


def parts_of(notice: Notice) -> list[Part]:
    """Return the moments that a notice tells."""
    return [Part(*part) for part in said_in(notice).get("parts", ())]


def stands(parts: Iterable[Part], moments: Iterable[Moment]) -> bool:
    """Return whether a history tells all of them, or their like."""
    told = list(moments)
    return all(any(part.is_like(one) for one in told) for part in parts)
