"""Taking in a file of numbers: what each row is, what it would do, what became of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from django.conf import settings

from clapometer.catalogue.models import Work
from clapometer.catalogue.search import WorkUnknown, resolve_work
from clapometer.ledger.consumers import catch_up
from clapometer.ledger.entries import Draft
from clapometer.ledger.reading import head
from clapometer.ledger.writing import Writer, writing
from clapometer.readers.counters import COUNTERS, CounterRecord, read_counters
from clapometer.readers.records import Refusal
from clapometer.readers.tables import Table, open_table
from clapometer.signals.points import Point, point_of

from . import journal
from .counting import (
    FOLLOWERS,
    Key,
    Reading,
    Taken,
    compare_readings,
    known_measures,
    take_readings,
)
from .imports import file_hash
from .pace import rare_collection
from .reports import RefusedRows
from .titles import Appender

REFUSALS = {
    "unknown_work": "{text}",
    "unknown_measure": "No measure is called “{text}”; `clapometer measures` lists them, and"
    " `clapometer measures define` records what a new one means.",
    "told_twice": "The number of “{text}” as of this time is told twice in the file.",
}
"""Why a row that could be read is refused: code -> sentence with its place."""


class Source(NamedTuple):
    """What numbers were taken from: the name in the list of imports, its hash, how it was read."""

    name: str
    sha256: str
    profile: str


@dataclass(slots=True)
class CounterOutcome:
    """What became of a source of numbers; what it would become, where it is only looked at.

    rows = told + restated + unchanged + refused + unmatched. `unmatched`: rows about works that the
    catalogue does not have. `counters` and `definitions` are new ones. `report` is the file of the
    refused rows.
    """

    import_id: int | None = None
    rows: int = 0
    refused: int = 0
    unmatched: int = 0
    works: int = 0
    taken: Taken = field(default_factory=Taken)
    refusals: list[Refusal] = field(default_factory=list)
    remarks: tuple[str, ...] = ()
    report: Path | None = None

    def refuse(self, one: Refusal) -> None:
        """Count a refused row and keep it."""
        self.refused += 1
        self.refusals.append(one)


@dataclass(slots=True)
class CounterFile:
    """A source of numbers, read: what it tells of which counter, and what was refused of it.

    Where works have to be found or added first, `find` does so and returns the readings; it is
    given what appends entries, or None where nothing may be written.
    """

    source: Source
    readings: list[Reading]
    outcome: CounterOutcome
    columns: tuple[str, ...] = ()
    find: Callable[[Appender | None], list[Reading]] | None = None

    def told(self, append: Appender | None) -> list[Reading]:
        """Return the readings."""
        return self.readings if self.find is None else self.find(append)


def read_counter_file(path: Path, table: Table | None = None) -> CounterFile:
    """Return the numbers of a file. Raises FileRefused where it is no table of numbers."""
    table = table or open_table(path)
    rows = _Rows(table.columns)
    for item in read_counters(table):
        rows.take(item)
    rows.outcome.remarks = table.remarks
    source = Source(path.name, file_hash(path), COUNTERS)
    return CounterFile(source, rows.readings(), rows.outcome, table.columns)


class _Rows:
    """Rows of a file, put together by counter and source; works and measures are looked up once."""

    def __init__(self, columns: tuple[str, ...]) -> None:
        self.outcome = CounterOutcome()
        self._columns = columns
        self._works: dict[str, Work | str] = {}
        self._measures = known_measures()
        self._points: dict[tuple[Key, str, str], list[Point]] = {}
        self._keys: dict[tuple[str, ...], tuple[Key, set[int]] | tuple[str, str]] = {}
        self._seen: dict[Key, set[int]] = {}

    def take(self, item: CounterRecord | Refusal) -> None:
        """Take one row, or refuse it with its reason."""
        self.outcome.rows += 1
        if isinstance(item, Refusal):
            self.outcome.refuse(item)
            return
        why = self._place(item)
        if why:
            code, text = why
            raw = dict(zip(self._columns, item.cells, strict=True))
            self.outcome.refuse(Refusal(item.row, code, REFUSALS[code].format(text=text), raw))

    def _place(self, row: CounterRecord) -> tuple[str, str] | None:
        """Put the point where it belongs; return why it cannot be, if so."""
        name = (row.work, row.measure, row.of, row.territory)
        known = self._keys.get(name)
        if known is None:
            known = self._keys[name] = self._key(*name)
        if isinstance(known[0], str):
            return known[0], str(known[1])
        key, times = known
        if row.at in times:
            return "told_twice", row.of
        times.add(row.at)
        point = point_of(row.at, row.value, row.bound, whole_day=row.whole_day)
        self._points.setdefault((key, row.source, row.link), []).append(point)
        return None

    def _key(
        self, name: str, measure: str, of: str, territory: str
    ) -> tuple[Key, set[int]] | tuple[str, str]:
        """Return which counter a row names with the times told of it; or why there is none."""
        work = self._work(name)
        if isinstance(work, str):
            return "unknown_work", work
        if measure not in self._measures:
            return "unknown_measure", measure
        key = Key(work.id, measure, of, territory)
        return key, self._seen.setdefault(key.folded, set())

    def _work(self, name: str) -> Work | str:
        """Return the work, or the sentence that says why there is none."""
        if name not in self._works:
            try:
                self._works[name] = resolve_work(name)
            except WorkUnknown as unknown:
                self._works[name] = str(unknown)
        return self._works[name]

    def readings(self) -> list[Reading]:
        """Return what the rows tell of each counter, source by source."""
        return [
            Reading(key, tuple(points), source, link)
            for (key, source, link), points in self._points.items()
        ]


def preview_counters(read: CounterFile) -> CounterOutcome:
    """Return what taking the numbers in would do."""
    read.outcome.taken = compare_readings(read.told(None))
    return read.outcome


def run_counters(read: CounterFile) -> CounterOutcome:
    """Take the numbers in, as one import; the same again writes nothing."""
    intake = _Intake(read)
    intake.run()
    _report(read)
    return read.outcome


class _Intake:
    """The state of one import of numbers while it runs."""

    def __init__(self, read: CounterFile) -> None:
        self._read = read
        self._id: int | None = None

    def run(self) -> None:
        outcome = self._read.outcome
        with rare_collection(), writing("import", FOLLOWERS) as writer:

            def append(drafts: list[Draft]) -> list[int]:
                return self._append(writer, drafts)

            outcome.taken = take_readings(self._read.told(append), append)
            if self._id is not None:
                writer.append_one(journal.finished(self._id, _counts(outcome)))
        outcome.import_id = self._id
        catch_up()

    def _append(self, writer: Writer, drafts: list[Draft]) -> list[int]:
        if not drafts:
            return []
        if self._id is None:
            self._id = writer.append_one(journal.started(*self._read.source)).seq
            writer.actor = f"import:{self._id}"
        return [entry.seq for entry in writer.append(drafts)]


def _counts(outcome: CounterOutcome) -> dict[str, int]:
    taken = outcome.taken
    return {
        "rows": outcome.rows,
        "added": taken.told + taken.restated,
        "unchanged": taken.unchanged,
        "refused": outcome.refused + outcome.unmatched,
    }


def _report(read: CounterFile) -> None:
    """Write the refused rows to a file that can be mended and taken in again."""
    if not read.outcome.refusals or not read.columns:
        return
    name = f"{read.source.name}-{head()[0]}-refused.csv"
    with RefusedRows(settings.DATA / "imports" / name, read.columns) as report:
        for one in read.outcome.refusals:
            report.add(one)
    read.outcome.report = report.path
