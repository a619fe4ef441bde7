"""One reading of a catalogue taken in: each record placed, compared and written; or only tried."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from datetime import UTC

from django.db import transaction

from clapometer.catalogue.drafts import work_added
from clapometer.catalogue.matching.shelf import Shelf
from clapometer.catalogue.models import Work
from clapometer.instants import parse_instant
from clapometer.ledger.consumers import catch_up
from clapometer.ledger.entries import Draft
from clapometer.ledger.writing import Writer, writing
from clapometer.readers.records import Refusal
from clapometer.readers.sources.works import SourceWork, Statement, statement
from clapometer.signals.statuses.vocabularies import VOCABULARIES

from .. import journal
from ..releasing import append_followed
from .completing import Writers, completion, released_of
from .outcome import SourceOutcome
from .people import People, add_people
from .placing import Place, Places
from .saying import Sayings
from .sources import CatalogueSource

AT_ONCE = ("catalogue", "facts", "imports")
"""Consumers that an intake needs to read its own writing; the others follow at its end."""


class Origin:
    """What is taken in: its name and hash for the list of imports, and of which source it is."""

    def __init__(self, source: CatalogueSource, name: str, sha256: str) -> None:
        self.source, self.name, self.sha256 = source, name, sha256


class Intake:
    """The state of one reading while it is taken in. `add`: works that the site lacks are added."""

    def __init__(
        self, origin: Origin, shelf: Shelf, answers: Mapping[str, int | str], *, add: bool = True
    ) -> None:
        self.outcome = SourceOutcome()
        self._origin, self._add = origin, add
        self._places = Places(shelf, answers)
        self._writers = Writers(origin.source.profile)
        self._sayings = Sayings(origin.source, self._writers)
        self._people = People(origin.source.title)
        self._id: int | None = None

    def take(self, records: Iterable[SourceWork | Refusal]) -> None:
        """Take some records in, all in one transaction; parents come before their parts."""
        with self._writing() as writer:
            for record in records:
                self.outcome.records += 1
                if isinstance(record, Refusal):
                    self.outcome.refusals.append(record)
                else:
                    self._take(writer, record)

    def finish(self) -> SourceOutcome:
        """Write the counts, and bring everything up to date; return what became of the reading."""
        outcome = self.outcome
        outcome.import_id = self._id
        if self._id is not None:
            counts = {
                "rows": outcome.records,
                "added": outcome.added + outcome.changed,
                "unchanged": outcome.unchanged + outcome.unplaced,
                "refused": len(outcome.refusals),
            }
            with self._writing() as writer:
                writer.append_one(journal.finished(self._id, counts))
        catch_up()
        return outcome

    def _writing(self) -> AbstractContextManager[Writer]:
        return writing("import" if self._id is None else f"import:{self._id}", AT_ONCE)

    def _append(self, writer: Writer, drafts: list[Draft]) -> list[int]:
        if not drafts:
            return []
        if self._id is None:
            origin = self._origin
            draft = journal.started(origin.name, origin.sha256, origin.source.profile)
            self._id = writer.append_one(draft).seq
            writer.actor = f"import:{self._id}"
            self._writers.forget()
        return [entry.seq for entry in append_followed(writer, drafts)]

    def _take(self, writer: Writer, record: SourceWork) -> None:
        place = self._places.find(record)
        if place.question:
            self.outcome.questions.append(place.question)
        work = place.work
        if place.new and self._add and record.title:
            work = self._added(writer, record, place)
        if work is None:
            self.outcome.unplaced += 1
            return
        self._places.note(record, work)
        changed = self._said(writer, record, work, parent=place.parent, new=place.new)
        if not place.new:
            self.outcome.changed += changed
            self.outcome.unchanged += not changed

    def _added(self, writer: Writer, record: SourceWork, place: Place) -> int:
        released = released_of(record)
        draft = work_added(
            kind=record.kind,
            title=record.title,
            year=record.year,
            identifiers=record.identifiers,
            parent=place.parent,
            number=record.number,
            released=None if released is None else parse_instant(released, UTC),
        )
        self.outcome.added += 1
        self.outcome.new_works.append(f"{record.title} ({record.kind})")
        return self._append(writer, [draft])[0]

    def _said(
        self, writer: Writer, record: SourceWork, number: int, *, parent: int | None, new: bool
    ) -> bool:
        """Write what the record says of the work; return whether anything changed."""
        full = record._replace(statements=(*record.statements, *self._status(record)))
        if new and not full.statements:
            return True
        outcome, work = self.outcome, Work.objects.get(id=number)
        drafts = []
        if not new:
            found = completion(work, record, parent, self._writers)
            drafts = [found.draft] if found.draft else []
            outcome.differences += found.differences
        people, added = add_people(
            self._people, record.people, number, lambda new: self._append(writer, new)
        )
        said = self._sayings.compare(work, full, people)
        outcome.people += added
        outcome.stated += said.stated
        outcome.corrected += said.corrected
        outcome.kept += said.kept
        outcome.differences += said.differences
        outcome.refusals += said.refusals
        self._append(writer, [*drafts, *said.drafts])
        return bool(drafts or said.drafts or added)

    def _status(self, record: SourceWork) -> tuple[Statement, ...]:
        """Return what the source's word for a series' standing says; nothing for a series that
        simply runs, because its releases say that."""
        words = VOCABULARIES.get(self._origin.source.statuses)
        means = words.words.get(record.status) if words else None
        if means is None or means.status == "released":
            return ()
        name, day = self._origin.source.title, record.status_day
        return (
            statement(
                "announcement", status=means.status, certainty=means.certainty,
                speaker="publication", by=name, effective=day,
            ),
        )  # fmt: skip


def try_intake(intake: Intake, records: Iterable[SourceWork | Refusal]) -> SourceOutcome:
    """Return what taking the records in would do: it is done, looked at, and rolled back."""
    with transaction.atomic():
        intake.take(records)
        transaction.set_rollback(True)
    return intake.outcome
