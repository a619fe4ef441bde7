"""What was told of the reviews of a work and its parts, read once and only if it is needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from clapometer.catalogue.models import Work
from clapometer.reviews.events import events_of_works
from clapometer.scoring.events import Event

from .about.kin import Kin


class Reviewed:
    """The entries about reviews, known at an instant; those of the work itself were read before."""

    def __init__(self, kin: Kin, known: int, own: Sequence[Event]) -> None:
        self._kin, self._known, self._own = kin, known, own

    @cached_property
    def works(self) -> dict[int, Work]:
        """Return the work and all below it, by number."""
        return {one.id: one for one in self._kin.family}

    @cached_property
    def events(self) -> Mapping[int, Sequence[Event]]:
        """Return the entries about each of the works, in order of recording."""
        own = self._kin.work.id
        parts = [number for number in self.works if number != own]
        return {own: self._own, **(events_of_works(parts, self._known) if parts else {})}
