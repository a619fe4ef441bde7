"""The bench: who of a work's reviewers counts at the moment, and with which words.

It is told one event after another and answers by how much the tally changes.
"""

from __future__ import annotations

from collections.abc import Iterable

from clapometer.scoring.events import KINDS, Event, KindUnknown
from clapometer.scoring.tally import EMPTY, Tally, contribution

COUNTS = {
    "reviewer": "Each critic counts once in each outlet, also where several outlets print the same "
    "review.",
    "critic": "Each critic counts once: of one critic's reviews in several outlets only the "
    "earliest published counts.",
}
VERSIONS = {
    "latest": "A revision replaces the earlier verdict and grade.",
    "first": "Only the first published verdict and grade count; a revision changes nothing.",
}


class Seat:
    """What one reviewer says, since when, and the two marks that take it out of force."""

    __slots__ = ("excluded", "published", "saying", "withdrawn")

    def __init__(self) -> None:
        self.saying: Event | None = None
        self.published = 0
        self.withdrawn = False
        self.excluded = False

    def take(self, event: Event, first: bool) -> None:
        """Apply one event by the table KINDS; with `first`, later words change nothing."""
        if event.kind not in KINDS:
            raise KindUnknown(event.kind)
        says, withdrawn, excluded, _ = KINDS[event.kind]
        if says and self.saying is None:
            self.published = instant_of(event)
            self.saying = event
        elif says and not first:
            self.saying = event
        if withdrawn is not None:
            self.withdrawn = withdrawn
        if excluded is not None:
            self.excluded = excluded

    def live(self) -> Event | None:
        """Return the event in force, or None."""
        return None if self.withdrawn or self.excluded else self.saying


class Bench:
    """All reviewers of one work, read with one way to count copies and versions.

    Most reviewers say one thing once. These are kept in `_once` and get a seat only when there is
    more to keep, which halves the time of a history. `_copies` holds critic -> reviewers, where
    only one review per critic counts.
    """

    __slots__ = ("_copies", "_first", "_once", "_seats", "_shared")

    def __init__(self, counts: str, versions: str) -> None:
        """Raise ValueError where a word is in neither table."""
        _known("counts", counts, COUNTS)
        _known("versions", versions, VERSIONS)
        self._once: dict[int, Event] = {}
        self._seats: dict[int, Seat] = {}
        self._copies: dict[int, list[int]] = {}
        self._shared = counts == "critic"
        self._first = versions == "first"

    def changes(self, events: Iterable[Event]) -> list[Tally]:
        """Apply the next events in published order; return what each adds to the sums.

        This is the hot loop of every history, so it holds the simple case in itself.
        """
        once, seats, copies, shared = self._once, self._seats, self._copies, self._shared
        deltas = []
        for event in events:
            _, reviewer, critic, kind, _, _, _, positive, grade, top = event
            key = critic if shared else None
            if kind != "posted" or reviewer in once or reviewer in seats or key in copies:
                deltas.append(self.change(event))
                continue
            once[reviewer] = event
            if key is not None:
                copies[key] = [reviewer]
            deltas.append(contribution(positive, grade, top))
        return deltas

    def change(self, event: Event) -> Tally:
        """Apply the next event in published order; return what it adds to the sums."""
        reviewer, critic = event.reviewer, event.critic
        before = self._counting(reviewer, critic)
        self._seat(event).take(event, self._first)
        return _difference(before, self._counting(reviewer, critic))

    def replace(self, event: Event, story: Iterable[Event]) -> Tally:
        """Put the story, in published order, in the place of all that the event's reviewer said."""
        reviewer, critic = event.reviewer, event.critic
        before = self._counting(reviewer, critic)
        self._seat(event)
        seat = self._seats[reviewer] = Seat()
        for part in story:
            seat.take(part, self._first)
        return _difference(before, self._counting(reviewer, critic))

    def in_force(self) -> dict[int, Event]:
        """Return reviewer -> the event in force."""
        seated = ((reviewer, seat.live()) for reviewer, seat in self._seats.items())
        return self._once | {reviewer: event for reviewer, event in seated if event is not None}

    def _seat(self, event: Event) -> Seat:
        """Return the seat of the event's reviewer, making one where there was none."""
        reviewer, critic = event.reviewer, event.critic
        seat = self._seats.get(reviewer)
        if seat is None:
            seat = self._seats[reviewer] = Seat()
            if reviewer in self._once:
                seat.take(self._once.pop(reviewer), self._first)
            elif self._shared and critic is not None:
                self._copies.setdefault(critic, []).append(reviewer)
        return seat

    def _live(self, reviewer: int) -> tuple[int, int, Event] | None:
        """Return (published, reviewer, event) of the event in force, or None."""
        once = self._once.get(reviewer)
        if once is not None:
            return instant_of(once), reviewer, once
        seat = self._seats.get(reviewer)
        event = None if seat is None else seat.live()
        return None if seat is None or event is None else (seat.published, reviewer, event)

    def _counting(self, reviewer: int, critic: int | None) -> Event | None:
        """Return the event that counts for the reviewer's critic, or for the reviewer alone.

        Of one critic's reviews in force it is the earliest published, then the lowest reviewer.
        """
        copies = [reviewer] if critic is None else self._copies.get(critic, [reviewer])
        if len(copies) == 1:
            alone = self._live(copies[0])
            return alone[2] if alone else None
        live = [one for one in map(self._live, copies) if one is not None]
        return min(live)[2] if live else None


def instant_of(event: Event) -> int:
    """Return when the event takes place in published time."""
    return event.recorded_at if event.happened_at is None else event.happened_at


def _difference(before: Event | None, after: Event | None) -> Tally:
    """Return what to add to the sums when one event takes the place of another."""
    if before is after:
        return EMPTY
    if before is None and after is not None:
        return Tally.of(after)
    return (Tally.of(after) if after else EMPTY) - (Tally.of(before) if before else EMPTY)


def _known(field: str, word: str, table: dict[str, str]) -> None:
    if word not in table:
        raise ValueError(f"{field} must be one of {', '.join(table)}, not “{word}”.")
