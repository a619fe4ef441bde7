"""Which work of the site each incoming record is: by identifier, place in its parent, or title."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from clapometer.catalogue.folding import fold
from clapometer.catalogue.matching.shelf import Incoming, Known, Shelf
from clapometer.catalogue.matching.verdicts import Verdict, judge
from clapometer.catalogue.models import Work
from clapometer.readers.sources.works import SourceWork

from ..titles import known_identifiers
from .outcome import Candidate, Question

NEW = "new"
"""The answer of a person that the site does not have the work."""
SEASON_MARK = "/season/"


class Place(NamedTuple):
    """Where a record belongs: a work that is there, or a new one, or nowhere (`question`, or not).

    `parent` is the work that it is, or would be, a part of.
    """

    work: int | None = None
    new: bool = False
    parent: int | None = None
    question: Question | None = None


def incoming_of(record: SourceWork) -> Incoming:
    """Return what is matched of a record."""
    titles = tuple(dict.fromkeys(filter(None, (record.title, *record.other_titles))))
    return Incoming(titles, record.year, record.kind, frozenset(record.identifiers))


class Places:
    """Finds the place of each record; remembers those of this reading, by key.

    `answers`: what a person said of keys before: the number of a work, or NEW.
    """

    def __init__(self, shelf: Shelf, answers: Mapping[str, int | str]) -> None:
        self._shelf, self._answers = shelf, answers
        self._placed: dict[str, int] = {}

    def note(self, record: SourceWork, work: int) -> None:
        """Remember which work a record is."""
        self._placed[record.key] = work
        if record.kind in ("film", "series") and record.title:
            made = incoming_of(record)
            self._shelf.put(Known(work, made.titles, record.year, record.kind, made.identifiers))

    def find(self, record: SourceWork) -> Place:
        """Return where the record belongs."""
        answer = self._answers.get(record.key)
        if isinstance(answer, int):
            return Place(work=answer)
        if record.kind in ("season", "episode"):
            return self._part(record, forced=answer == NEW)
        if answer == NEW:
            return Place(new=True)
        if not record.title:
            return Place(work=self._identified(record))
        return self._whole(record, judge(incoming_of(record), self._shelf))

    def parent_of(self, key: str) -> int | None:
        """Return the work that a key names: of this reading, or by its identifier."""
        if key in self._placed:
            return self._placed[key]
        series, mark, number = key.partition(SEASON_MARK)
        if mark and number.isdigit():
            whole = self.parent_of(series)
            found = _parts(whole, "season").filter(number=int(number)).first() if whole else None
            return found.id if found else None
        return known_identifiers([key]).get(key)

    def _identified(self, record: SourceWork) -> int | None:
        found = set(known_identifiers(record.identifiers).values())
        return found.pop() if len(found) == 1 else None

    def _part(self, record: SourceWork, *, forced: bool) -> Place:
        known = None if forced else self._identified(record)
        parent = self.parent_of(record.parent) if record.parent else None
        if known is not None:
            return Place(work=known, parent=parent)
        if parent is None:
            return Place()
        there = [] if forced else self._namesakes(record, parent)
        return Place(work=there[0], parent=parent) if there else Place(new=True, parent=parent)

    def _namesakes(self, record: SourceWork, parent: int) -> list[int]:
        """Return the parts of the parent with the record's number; without one, with its title."""
        parts = _parts(parent, record.kind)
        if record.number is not None:
            return list(parts.filter(number=record.number).values_list("id", flat=True)[:1])
        wanted = fold(record.title)
        return [part.id for part in parts.filter(number=None) if fold(part.title) == wanted][:1]

    def _whole(self, record: SourceWork, verdict: Verdict) -> Place:
        if verdict.verdict == "new":
            return Place(new=True)
        if verdict.work is not None:
            return Place(work=verdict.work)
        names = {work.id: str(work) for work in
                 Work.objects.filter(id__in=[one.work for one in verdict.likely])}  # fmt: skip
        candidates = tuple(
            Candidate(one.work, names.get(one.work, ""), one.score, one.reasons)
            for one in verdict.likely
        )
        name = f"{record.title} ({record.year})" if record.year else record.title
        return Place(question=Question(record.key, name, verdict.why, candidates, record.kind))


def _parts(parent: int | None, kind: str):  # type: ignore[no-untyped-def]  # noqa: ANN202
    return Work.objects.filter(parent_id=parent, kind=kind).order_by("id")
