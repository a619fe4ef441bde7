"""What was told of the reviews of a work and its parts, read once and only if it is needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from clapometer.catalogue.models import Work
from clapometer.reviews.events import events_of_work, events_of_works
from clapometer.reviews.scores import steps_from, time_gone
from clapometer.scoring.events import Event
from clapometer.scoring.history import Step
from clapometer.scoring.timetable import Rules

from .about.kin import Kin
from .asking import Asked


class Reviewed:
    """The entries about reviews and the histories they make, as rules take them, known at `known`.

    Those of the work itself were read before. `gone` is how far time has gone, for rules with a
    window.
    """

    def __init__(self, kin: Kin, rules: Rules, known: int, gone: int, own: Sequence[Event]) -> None:
        self._kin, self._rules, self._known, self._gone = kin, rules, known, gone
        self._own = own

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

    @cached_property
    def parts(self) -> dict[int, list[Step]]:
        """Return the history of each part that has reviews."""
        return {
            number: steps_from(self._rules, events, self._known, self._gone)
            for number, events in self.events.items()
            if events and number != self._kin.work.id
        }


def reviewed_of(work: Work, asked: Asked, known: int) -> Reviewed:
    """Return what was told of a work of which nothing was read yet."""
    gone, own = time_gone((), None, asked.known), events_of_work(work.id, known)
    return Reviewed(Kin(work, asked.at, asked.known), asked.rules, known, gone, own)
