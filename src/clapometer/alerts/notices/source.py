"""What notices come from: the contract of a source, what it reads, and what it is judged by."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from clapometer.alerts.drafts import NoticeDraft
from clapometer.alerts.models import Notice
from clapometer.catalogue.models import Work
from clapometer.facts.reading import Fact
from clapometer.ledger.entries import Entry
from clapometer.reviews.events import events_of_work
from clapometer.reviews.moments import moments_of
from clapometer.scoring.events import Event
from clapometer.scoring.moments import Moment

from .about import fact_keys, keys_of, works_numbered
from .followed import followed

TOLD = ("held", "due", "sending", "done")
"""States of a notice that was told, or is about to be."""
UNDO = "undo:"
"""How the writer is named of entries that take an import back."""
IMPORT = "import:"
_OF_REVIEWS = frozenset(
    f"review.{what}"
    for what in ("posted", "revised", "withdrawn", "excluded", "restored", "undone")
)


@dataclass(frozen=True)
class Reading:
    """Some entries of the ledger, in order. `since`: what was recorded until then is the past."""

    entries: Sequence[Entry]
    since: int
    now: int

    @property
    def until(self) -> int:
        """Return how far time has gone: the clock of whoever wrote the entries may be ahead."""
        return max(self.now, self.entries[-1].recorded_at)

    @cached_property
    def reviewed(self) -> dict[int, list[Entry]]:
        """Return the entries about the reviews of each work."""
        found: dict[int, list[Entry]] = {}
        for entry in self.entries:
            if entry.kind in _OF_REVIEWS:
                found.setdefault(entry.data["work"], []).append(entry)
        return found

    @cached_property
    def works(self) -> dict[int, Work]:
        """Return the works whose scores the entries touch and that somebody follows."""
        touched = set(self.reviewed)
        touched |= {one.subject_id for one in self.entries if one.kind == "work.corrected"}
        return watched(touched)

    def followed(self, facts: Mapping[int, Fact]) -> dict[int, Work]:
        """Return, for each fact by whatever numbers it, its work, where somebody follows it."""
        works = works_numbered(fact.about for fact in facts.values())
        keys = {
            number: fact_keys(works[fact.about], fact)
            for number, fact in facts.items()
            if fact.about in works
        }
        known = followed(key for own in keys.values() for key in own)
        return {
            number: works[facts[number].about]
            for number, own in keys.items()
            if not known.isdisjoint(own)
        }


@dataclass(frozen=True)
class Judging:
    """What the notices of one work are judged by. `work` is None where there is none any more."""

    work: Work | None
    now: int

    @cached_property
    def moments(self) -> dict[str, Moment]:
        """Return the moments of the work as its history is told now, by their ids."""
        found = [] if self.work is None else moments_of(self.work, at=self.now)
        return {one.id: one for one in found}

    @cached_property
    def events(self) -> list[Event]:
        """Return every event of the work's reviews."""
        return [] if self.work is None else events_of_work(self.work.id)


@dataclass(frozen=True, slots=True)
class Told:
    """A notice that stands, in words. `more`: to be kept in its `said`.

    `corrects`: the notice that told what is corrected here. Whoever got that is told too, whatever
    kinds they follow. `keys`: of what it is about by now, beside those it was found with.
    """

    title: str
    text: str
    url: str
    happened_at: int
    more: Mapping[str, object] = field(default_factory=dict)
    corrects: int | None = None
    keys: Sequence[str] = ()


class Source(NamedTuple):
    """One thing that notices come from.

    `find` yields drafts from entries; what they say is written when they are judged. `judge`
    returns, of notices about one work, those that still stand, by number, in words.
    """

    find: Callable[[Reading], Iterable[NoticeDraft]]
    judge: Callable[[Sequence[Notice], Judging], Mapping[int, Told]]


def said_in(notice: Notice) -> dict[str, Any]:
    """Return what lies behind the text of a notice."""
    said: dict[str, Any] = json.loads(notice.said)
    return said


def watched(works: Iterable[int]) -> dict[int, Work]:
    """Return those of the works that somebody follows, by itself or with its series."""
    found = works_numbered(works)
    keys = {number: keys_of(work) for number, work in found.items()}
    known = followed(key for own in keys.values() for key in own)
    return {number: work for number, work in found.items() if not known.isdisjoint(keys[number])}
