"""The facts about a work, its parts, and what it is a part of, read at once."""

from __future__ import annotations

from functools import cached_property

from clapometer.catalogue.facts import KINDS
from clapometer.catalogue.family import family_of
from clapometer.catalogue.lasting import holds_at
from clapometer.catalogue.models import Work
from clapometer.facts.reading import Fact, facts_about
from clapometer.reviews.consensus import CONSENSUS
from clapometer.signals.announcing import ANNOUNCEMENT
from clapometer.signals.outside import OUTSIDE_SCORE

_NAMES = (
    *(kind.name for kind in KINDS if kind.about),
    ANNOUNCEMENT.name,
    CONSENSUS.name,
    OUTSIDE_SCORE.name,
)


class Kin:
    """A work with its parts and what it is a part of, and what is said of them.

    Nothing is read before it is asked for, and then only once. `at` and `known` are the instants
    of the page, None for all there is.
    """

    def __init__(self, work: Work, at: int | None, known: int | None) -> None:
        self.work = work
        self._at = at
        self.known = known

    @cached_property
    def family(self) -> list[Work]:
        """Return the work, its parts and theirs."""
        return family_of(self.work)

    @cached_property
    def line(self) -> list[Work]:
        """Return the work, what it is a part of, and what that is a part of."""
        found = [self.work]
        while found[-1].parent is not None:
            found.append(found[-1].parent)
        return found

    @cached_property
    def _told(self) -> list[Fact]:
        works = {one.id for one in (*self.family, *self.line)}
        told = facts_about(works, *_NAMES, known=self.known)
        return [one for one in told if holds_at(one, self._at)]

    def own(self, kind: str) -> list[Fact]:
        """Return the facts of a kind about the work itself, in order of time."""
        return [one for one in self._told if one.kind == kind and one.about == self.work.id]

    def with_parts(self, kind: str) -> list[Fact]:
        """Return the facts of a kind about the work and its parts, in order of time."""
        works = {one.id for one in self.family}
        return [one for one in self._told if one.kind == kind and one.about in works]

    def nearest(self, kind: str) -> tuple[list[Fact], Work]:
        """Return the facts of a kind about the work, or else about what it is a part of.

        And the work that they are about: this one where there are none.
        """
        told = [one for one in self._told if one.kind == kind]
        for work in self.line:
            found = [one for one in told if one.about == work.id]
            if found:
                return found, work
        return [], self.work
