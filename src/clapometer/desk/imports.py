"""Taking in a file of reviews: batch by batch, each whole or not at all, never twice."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from django.conf import settings

from clapometer.ledger.consumers import catch_up
from clapometer.ledger.entries import Draft
from clapometer.ledger.reading import head
from clapometer.ledger.writing import Writer, writing
from clapometer.readers.problems import FileRefused
from clapometer.readers.records import Refusal
from clapometer.reviews.copies import copies_since
from clapometer.reviews.drafts import Reviewer, critic_added, outlet_added

from . import journal
from .models import Import
from .names import NameBook
from .pace import rare_collection
from .plans import Plan
from .preparing import Chunk, Prepared
from .reports import RefusedRows
from .rows import draft_for, known_reviews, refuse_ambiguous
from .titles import Ambiguous, TitleBook
from .works import WORKS_AT_ONCE, take_works

# Consumers that an import needs to read its own writing. Scores follow once, at its end.
AT_ONCE = ("catalogue", "reviews", "imports")
Progress: TypeAlias = Callable[[int, int, int], None]
Judged: TypeAlias = tuple[Reviewer, Prepared]


class ImportTakenBack(RuntimeError):
    """Somebody took the import back while it ran."""

    def __init__(self, import_id: int) -> None:
        super().__init__(f"Import {import_id} was taken back while it ran; run it again.")


@dataclass(slots=True)
class Outcome:
    """What became of a file.

    rows = added + unchanged + refused; `revised` of the added are later entries about reviews the
    site had. `copies`: reviews linked to another by the same critic in another outlet; `repeats`:
    those of them of the same day or in the same words. Rows of the table of works are counted
    apart, in `works` and `works_refused`. `report` is the file of all refused rows, None without.
    """

    import_id: int | None = None
    rows: int = 0
    added: int = 0
    unchanged: int = 0
    refused: int = 0
    revised: int = 0
    works: int = 0
    outlets: int = 0
    critics: int = 0
    works_refused: int = 0
    copies: int = 0
    repeats: int = 0
    report: Path | None = None
    reasons: dict[str, int] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
    resumed: bool = False


def run_import(plan: Plan, progress: Progress | None = None) -> Outcome:
    """Take the file in; return what became of it. Raises FileRefused where it is no table."""
    intake = Intake(plan)
    with rare_collection(), intake.refused:
        intake.take_works()
        try:
            for chunk in plan.read():
                intake.take(chunk)
                if progress:
                    progress(intake.outcome.rows, *chunk.progress)
        except FileRefused as refusal:
            raise intake.broken_off(refusal) from None
        intake.finish()
    return intake.outcome


class Intake:
    """The state of one import while it runs."""

    def __init__(self, plan: Plan) -> None:
        self.outcome = Outcome()
        self._plan = plan
        self._hash = file_hash(plan.path)
        self._id = unfinished(self._hash)
        self.outcome.resumed = self._id is not None
        self._titles, self._outlets, self._critics = (
            TitleBook(),
            NameBook("outlet"),
            NameBook("critic"),
        )
        self._began = head()[0] if self._id is None else self._id
        self._seq = -1
        name = f"{plan.path.name}-{head()[0]}-refused.csv"
        self.refused = RefusedRows(settings.DATA / "imports" / name, plan.columns)

    def take_works(self) -> None:
        """Take in the table of works beside the reviews, if there is one."""
        rows = self._plan.read_works()
        while batch := list(islice(rows, WORKS_AT_ONCE)):
            works = [row for row in batch if not isinstance(row, Refusal)]
            with self._writing() as writer:
                taken = take_works(works, self._appender(writer))
            self.outcome.works += taken.added
            for refusal in (row for row in batch if isinstance(row, Refusal)):
                self._refuse_work(refusal)
            for refusal in taken.refusals:
                self._refuse_work(refusal)

    def _refuse_work(self, refusal: Refusal) -> None:
        """Report a refused row of the table of works, which is counted apart from the reviews."""
        self.refused.add(refusal)
        self.outcome.works_refused += 1

    def take(self, chunk: Chunk) -> None:
        """Take in some rows: all in one transaction."""
        self.outcome.rows += len(chunk.rows) + len(chunk.refusals)
        self.outcome.remarks = chunk.remarks
        refusals = list(chunk.refusals)
        with self._writing() as writer:
            self._look_around(writer)
            fresh = self._learn(writer, chunk.rows)
            rows = self._reviewers(chunk.rows, refusals)
            while rows:
                rows = self._write(writer, rows, fresh)
                fresh = set()
            self._seq = writer.seq
        for refusal in sorted(refusals, key=lambda refusal: refusal.row):
            self.refused.add(refusal)

    def _look_around(self, writer: Writer) -> None:
        """Forget what is remembered, where somebody else has written in the meantime."""
        if writer.seq == self._seq:
            return
        for book in (self._titles, self._outlets, self._critics):
            book.forget()
        if self._id is not None and Import.objects.filter(id=self._id, state="undone").exists():
            raise ImportTakenBack(self._id)

    def _writing(self) -> AbstractContextManager[Writer]:
        return writing("import" if self._id is None else f"import:{self._id}", AT_ONCE)

    def begin(self, writer: Writer) -> None:
        """Write that the import began, with its first entry: nothing new writes nothing."""
        if self._id is None:
            draft = journal.started(self._plan.path.name, self._hash, self._plan.profile_name)
            self._id = writer.append_one(draft).seq
        writer.actor = f"import:{self._id}"

    def _appender(self, writer: Writer) -> Callable[[list[Draft]], list[int]]:
        def append(drafts: list[Draft]) -> list[int]:
            if not drafts:
                return []
            self.begin(writer)
            return [entry.seq for entry in writer.append(drafts)]

        return append

    def _learn(self, writer: Writer, rows: list[Prepared]) -> set[int]:
        """Make sure that every name has its id; return the works that are new with these rows."""
        append = self._appender(writer)
        fresh = self._titles.learn((row.work for row in rows), append)
        self._outlets.learn(
            {row.outlet for row in rows},
            lambda names: append([outlet_added(name) for name in names]),
        )
        self._critics.learn(
            {row.critic for row in rows},
            lambda names: append([critic_added(name) for name in names]),
        )
        return fresh

    def _reviewers(self, rows: list[Prepared], refusals: list[Refusal]) -> list[Judged]:
        critics, outlets, works = self._critics.ids, self._outlets.ids, self._titles.ids
        judged = []
        for row in rows:
            work = works[row.work]
            if isinstance(work, Ambiguous):
                refusals.append(refuse_ambiguous(row, work))
            else:
                who = Reviewer(critics[row.critic], outlets[row.outlet], work, row.mark)
                judged.append((who, row))
        return judged

    def _write(self, writer: Writer, rows: list[Judged], fresh: set[int]) -> list[Judged]:
        """Write the first row of each reviewer; return the others, to be judged after these.

        Of works that are fresh nothing can be known yet, so nothing is looked up.
        """
        first: dict[Reviewer, Prepared] = {}
        later = [(who, row) for who, row in rows if first.setdefault(who, row) is not row]
        known = known_reviews([who for who in first if who.work not in fresh])
        drafts = [draft_for(who, row, known.get(who)) for who, row in first.items()]
        entries = [draft for draft in drafts if draft is not None]
        self._appender(writer)(entries)
        self.outcome.added += len(entries)
        self.outcome.unchanged += len(drafts) - len(entries)
        self.outcome.revised += sum(draft.subject != "review:" for draft in entries)
        return later

    def broken_off(self, refusal: FileRefused) -> FileRefused:
        """Keep what was taken in until the file stopped being a table; return what to say of it."""
        catch_up()
        if self._id is None:
            return refusal
        kept = f"The {self.outcome.added:,} rows before that are in, as import {self._id};"
        how = f"`clapometer undo {self._id}` takes them back."
        return FileRefused(refusal.code, f"{refusal.sentence} {kept} {how}")

    def finish(self) -> None:
        """Bring the scores up to date and write the counts."""
        outcome = self.outcome
        outcome.refused = self.refused.count - outcome.works_refused
        outcome.reasons = dict(self.refused.reasons)
        outcome.report = self.refused.path if self.refused.count else None
        outcome.works += self._titles.added
        outcome.outlets, outcome.critics = self._outlets.added, self._critics.added
        outcome.import_id = self._id
        if self._id is not None:
            counts = {name: getattr(outcome, name) for name in journal.COUNTS}
            with writing(f"import:{self._id}", AT_ONCE) as writer:
                writer.append_one(journal.finished(self._id, counts))
        catch_up()
        outcome.copies, outcome.repeats = copies_since(self._began)


def file_hash(path: Path) -> str:
    """Return the SHA-256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def unfinished(sha256: str) -> int | None:
    """Return the import of the same file that was begun and not ended."""
    found = Import.objects.filter(file_hash=sha256, state="running").order_by("-id").first()
    return found.id if found else None
