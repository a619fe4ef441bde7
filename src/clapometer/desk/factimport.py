"""Taking in a file of facts: batch by batch, each whole or not at all, never twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from itertools import count, islice
from pathlib import Path

from django.conf import settings

from clapometer.ledger.consumers import catch_up
from clapometer.ledger.entries import Draft
from clapometer.ledger.reading import head
from clapometer.ledger.writing import Writer, writing
from clapometer.readers.facts import COLUMNS, PROFILE, FactRow, plain_name, read_facts
from clapometer.readers.problems import FileRefused
from clapometer.readers.records import Refusal
from clapometer.readers.tables import Table, open_table

from . import journal
from .factrows import FactJudge, Judged, is_field
from .imports import ImportTakenBack, file_hash, unfinished
from .models import Import
from .pace import rare_collection
from .references import PROVISIONAL
from .releasing import append_followed
from .reports import OWN_COLUMNS, RefusedRows

# One transaction takes so many; other writers wait no longer than for these.
ROWS_AT_ONCE = 500
# Consumers that an import needs to read its own writing; the others catch up at its end.
AT_ONCE = ("catalogue", "facts", "imports", "record")
_EXAMPLES = 5
Progress = Callable[[int, int, int], None]


@dataclass(slots=True)
class FactOutcome:
    """What became of a file of facts; what it would become, where it is only looked at.

    rows = added + unchanged + refused; `kinds` says how many were added of each kind. `people` and
    `works` came in with them. `reasons` counts the refusals by column, `examples` are the first of
    each. `unused` are columns that no kind of fact has. `report` is the file of all refused rows.
    """

    import_id: int | None = None
    rows: int = 0
    added: int = 0
    unchanged: int = 0
    refused: int = 0
    people: int = 0
    works: int = 0
    kinds: dict[str, int] = field(default_factory=dict)
    reasons: dict[str, int] = field(default_factory=dict)
    examples: dict[str, list[Refusal]] = field(default_factory=dict)
    unused: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    report: Path | None = None
    resumed: bool = False

    def count(self, judged: Judged) -> None:
        """Add what became of some rows."""
        added = sum(judged.added.values())
        self.rows += added + judged.unchanged + len(judged.refusals)
        self.added += added
        self.unchanged += judged.unchanged
        self.people += judged.people
        self.works += judged.works
        for kind, number in judged.added.items():
            self.kinds[kind] = self.kinds.get(kind, 0) + number
        for refusal in judged.refusals:
            self.refused += 1
            self.reasons[refusal.code] = self.reasons.get(refusal.code, 0) + 1
            shown = self.examples.setdefault(refusal.code, [])
            if len(shown) < _EXAMPLES:
                shown.append(refusal)


class _Batches:
    """The rows of a file, some at a time, with those that the reader refused."""

    def __init__(self, path: Path) -> None:
        self.table: Table = open_table(path)
        self._rows = read_facts(self.table)

    def __iter__(self) -> Iterator[tuple[list[FactRow], list[Refusal]]]:
        while batch := list(islice(self._rows, ROWS_AT_ONCE)):
            read = [one for one in batch if isinstance(one, FactRow)]
            yield read, [one for one in batch if isinstance(one, Refusal)]

    def unused(self) -> tuple[str, ...]:
        """Return the columns that no kind of fact has."""
        known = {*COLUMNS, *OWN_COLUMNS}
        return tuple(
            column
            for column in self.table.columns
            if plain_name(column) not in known and not is_field(plain_name(column))
        )


def preview_facts(path: Path, progress: Progress | None = None) -> FactOutcome:
    """Return what taking the file in would do; nothing is written. Raises FileRefused."""
    outcome, judge, batches = FactOutcome(), FactJudge(), _Batches(path)
    works, others = count(-10, -1), count(PROVISIONAL)

    def number(drafts: list[Draft]) -> list[int]:
        return [next(works if one.kind.startswith("work.") else others) for one in drafts]

    for rows, refused in batches:
        judged = judge.take(rows, number)
        judged.refusals += refused
        _note(outcome, batches, judged, progress)
    return outcome


def _note(
    outcome: FactOutcome, batches: _Batches, judged: Judged, progress: Progress | None
) -> None:
    judged.refusals.sort(key=lambda refusal: refusal.row)
    outcome.count(judged)
    outcome.remarks, outcome.unused = batches.table.remarks, batches.unused()
    if progress:
        progress(outcome.rows, *batches.table.progress())


def run_facts(path: Path, progress: Progress | None = None) -> FactOutcome:
    """Take the file in; the same file again writes nothing. Raises FileRefused, ImportTakenBack."""
    batches = _Batches(path)
    intake = _Intake(path)
    name = f"{path.name}-{head()[0]}-refused.csv"
    report = RefusedRows(settings.DATA / "imports" / name, batches.table.columns)
    with rare_collection(), report:
        try:
            for rows, refused in batches:
                judged = intake.take(rows)
                judged.refusals += refused
                _note(intake.outcome, batches, judged, progress)
                for refusal in judged.refusals:
                    report.add(refusal)
        except FileRefused as refusal:
            raise intake.broken_off(refusal) from None
        intake.outcome.report = report.path if report.count else None
        intake.finish()
    return intake.outcome


class _Intake:
    """The state of one import of facts while it runs."""

    def __init__(self, path: Path) -> None:
        self.outcome = FactOutcome()
        self._path, self._hash = path, file_hash(path)
        self._id = unfinished(self._hash)
        self.outcome.resumed = self._id is not None
        self._judge = FactJudge()
        self._seq = -1

    def take(self, rows: list[FactRow]) -> Judged:
        """Take in some rows: all in one transaction."""
        with self._writing() as writer:
            if writer.seq != self._seq:
                self._judge.forget()
                self._check_standing()
            judged = self._judge.take(rows, lambda drafts: self._append(writer, drafts))
            self._seq = writer.seq
        return judged

    def _check_standing(self) -> None:
        if self._id is not None and Import.objects.filter(id=self._id, state="undone").exists():
            raise ImportTakenBack(self._id)

    def _writing(self) -> AbstractContextManager[Writer]:
        return writing("import" if self._id is None else f"import:{self._id}", AT_ONCE)

    def _append(self, writer: Writer, drafts: list[Draft]) -> list[int]:
        if not drafts:
            return []
        if self._id is None:
            draft = journal.started(self._path.name, self._hash, PROFILE)
            self._id = writer.append_one(draft).seq
        writer.actor = f"import:{self._id}"
        return [entry.seq for entry in append_followed(writer, drafts)]

    def broken_off(self, refusal: FileRefused) -> FileRefused:
        """Keep what was taken in until the file stopped being a table; return what to say of it."""
        catch_up()
        if self._id is None:
            return refusal
        kept = f"The {self.outcome.added:,} facts before that are in, as import {self._id};"
        how = f"`clapometer undo {self._id}` takes them back."
        return FileRefused(refusal.code, f"{refusal.sentence} {kept} {how}")

    def finish(self) -> None:
        """Write the counts and let everything catch up."""
        outcome = self.outcome
        outcome.import_id = self._id
        if self._id is not None:
            counts = {name: getattr(outcome, name) for name in journal.COUNTS}
            with self._writing() as writer:
                writer.append_one(journal.finished(self._id, counts))
        catch_up()
