"""Rules that count only what was posted lately, or leave out what was posted in a period.

A review counts from when it was posted until the window's length after that; what its reviewer says
later does not bring it back. A review posted within an excluded period is left out as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from clapometer.scoring.bench import instant_of
from clapometer.scoring.events import KINDS, Event
from clapometer.scoring.history import Step

EXPIRED = "expired"
"""The kind of a step at which a review left the window; the event is that of its posting."""


class Excluded(NamedTuple):
    """A period, both ends with it, whose reviews are left out as a whole, and why."""

    since: int
    until: int
    why: str


@dataclass(frozen=True, slots=True)
class Window:
    """What of the reviews counts by the time of its posting. Spans are in microseconds.

    `lasting`: for how long a review counts; 0: always. `on_sale`: how long after the first review
    there is a score at all.
    """

    lasting: int = 0
    on_sale: int = 0
    excluded: tuple[Excluded, ...] = ()

    @property
    def changes(self) -> bool:
        """Return whether any review may be left out."""
        return bool(self.lasting or self.on_sale or self.excluded)

    def taken(self, events: Iterable[Event], known: int | None = None) -> list[Event]:
        """Return the events that count, as known at the instant, and those of leaving the window.

        The latter are withdrawals with the position of the posting (see with_leavings_named).
        Nothing of what is returned is void, so that it is to be read with all that is known.
        """
        counted = sorted(
            (event._replace(voided_at=None) for event in events if _counts(event, known)),
            key=lambda event: (instant_of(event), event.seq),
        )
        posted: dict[int, Event] = {}
        for event in counted:
            if KINDS[event.kind].says:
                posted.setdefault(event.reviewer, event)
        opens = min(map(instant_of, posted.values()), default=0) + self.on_sale
        kept = [self._kept(event, posted.get(event.reviewer), opens) for event in counted]
        told = [event for event in kept if event is not None]
        here = {event.reviewer for event in told}
        return told + [
            event._replace(kind="withdrawn", happened_at=instant_of(event) + self.lasting)
            for event in posted.values()
            if self.lasting and event.reviewer in here
        ]

    def _kept(self, event: Event, posted: Event | None, opens: int) -> Event | None:
        """Return the event, at the opening if it came before; None where it does not count."""
        if posted is None:
            return event
        since, at = instant_of(posted), instant_of(event)
        if any(period.since <= since <= period.until for period in self.excluded):
            return None
        counts_at = max(at, opens)
        if self.lasting and counts_at >= since + self.lasting:
            return None
        return event if counts_at == at else event._replace(happened_at=counts_at)


ALWAYS = Window()


def _counts(event: Event, known: int | None) -> bool:
    if known is None:
        return event.voided_at is None
    return event.recorded_at <= known and (event.voided_at is None or event.voided_at > known)


def with_leavings_named(steps: Sequence[Step], taken: Iterable[Event]) -> list[Step]:
    """Return the steps with those at which a review left the window said to be EXPIRED."""
    posted = {event.seq for event in taken if KINDS[event.kind].says}
    return [
        step._replace(event=step.event._replace(kind=EXPIRED))
        if step.event.kind == "withdrawn" and step.event.seq in posted
        else step
        for step in steps
    ]
