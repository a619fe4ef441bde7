"""The states of a work and its seasons as a page asks for them, read once and only if needed."""

from __future__ import annotations

from functools import cached_property

from clapometer.instants import now
from clapometer.signals.announcements import KINDS, WorkStates, states_from, states_of
from clapometer.site.about.kin import Kin


class Announced:
    """What was announced of a work and where it stands; `at` is the instant of the page.

    Without an instant a page tells how it stands now: that a date passes changes it, and so does
    the day in the page's tag (see views.work).
    """

    def __init__(self, kin: Kin, at: int | None) -> None:
        self._kin = kin
        self._at = at

    @cached_property
    def found(self) -> WorkStates:
        """Return the states; for all but a season they cost no query that was not made anyway."""
        kin, work = self._kin, self._kin.work
        until = self._at if self._at is not None else kin.known
        until = now() if until is None else until
        if work.kind == "season" and work.parent_id is not None:
            return states_of(work, until, kin.known)
        parts = [one for one in kin.family[1:] if one.parent_id == work.id and one.kind == "season"]
        facts = [fact for kind in KINDS for fact in kin.with_parts(kind)]
        return states_from(work, [work, *parts], facts, until, kin.known)
