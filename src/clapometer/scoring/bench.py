"""The bench: who of a work's reviewers counts at the moment, and with which words.

It is told one event after another and answers by how much the tally changes.
"""

from __future__ import annotations

from collections.abc import Iterable

from clapometer.scoring.events import KINDS, Event, KindUnknown
from clapometer.scoring.tally import EMPTY, Tally

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
    """One reviewer: what is said, since when, and the two marks that take it out of force.

    `group` holds the seats of the same critic where only one of them may count; it is shared by
    them all, and holds one seat alone where each counts.
    """

    __slots__ = ("excluded", "group", "published", "reviewer", "saying", "withdrawn")

    def __init__(self, reviewer: int, group: list[Seat]) -> None:
        self.reviewer = reviewer
        self.group = group
        group.append(self)
        self.clear()

    def clear(self) -> None:
        """Forget all that was said."""
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
    """All reviewers of one work, read with one way to count copies and versions."""

    __slots__ = ("_critics", "_first", "_seats", "_share")

    def __init__(self, counts: str, versions: str) -> None:
        """Raise ValueError where a word is in neither table."""
        _known("counts", counts, COUNTS)
        _known("versions", versions, VERSIONS)
        self._seats: dict[int, Seat] = {}
        self._critics: dict[int, list[Seat]] = {}
        self._share = counts == "critic"
        self._first = versions == "first"

    def change(self, event: Event) -> Tally | None:
        """Apply the next event in published order; return what it adds, None for nothing."""
        seat = self._seats.get(event.reviewer)
        if seat is None:
            seat = self._sit(event)
        group = seat.group
        before = seat.live() if len(group) == 1 else _counting(group)
        seat.take(event, self._first)
        after = seat.live() if len(group) == 1 else _counting(group)
        return _difference(before, after)

    def replace(self, event: Event, story: Iterable[Event]) -> Tally | None:
        """Put the story, in published order, in the place of all that the event's reviewer said."""
        seat = self._seats.get(event.reviewer) or self._sit(event)
        before = _counting(seat.group)
        seat.clear()
        for part in story:
            seat.take(part, self._first)
        return _difference(before, _counting(seat.group))

    def in_force(self) -> dict[int, Event]:
        """Return reviewer -> the event in force."""
        standing = ((seat.reviewer, seat.live()) for seat in self._seats.values())
        return {reviewer: event for reviewer, event in standing if event is not None}

    def _sit(self, event: Event) -> Seat:
        shared = self._share and event.critic is not None
        group = self._critics.setdefault(event.critic, []) if shared else []  # type: ignore[arg-type]
        seat = self._seats[event.reviewer] = Seat(event.reviewer, group)
        return seat


def instant_of(event: Event) -> int:
    """Return when the event takes place in published time."""
    return event.recorded_at if event.happened_at is None else event.happened_at


def _counting(group: list[Seat]) -> Event | None:
    """Return the event that counts for a critic: the earliest published of those in force."""
    live = [seat for seat in group if seat.live() is not None]
    if not live:
        return None
    return min(live, key=lambda seat: (seat.published, seat.reviewer)).saying


def _difference(before: Event | None, after: Event | None) -> Tally | None:
    """Return what to add to the sums when one event takes the place of another."""
    if before is after:
        return None
    if before is None and after is not None:
        return Tally.of(after)
    return (EMPTY if after is None else Tally.of(after)) - (
        EMPTY if before is None else Tally.of(before)
    )


def _known(field: str, word: str, table: dict[str, str]) -> None:
    if word not in table:
        raise ValueError(f"{field} must be one of {', '.join(table)}, not “{word}”.")
