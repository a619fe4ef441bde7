"""Rows made ready to be judged: pure, so that a second process can do it."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from clapometer.ledger.entries import Texts
from clapometer.ledger.sealing import Sealed, seal
from clapometer.readers.mapping import Mapping
from clapometer.readers.records import Refusal, ReviewRecord
from clapometer.readers.reviews import read_reviews
from clapometer.readers.tables import open_table
from clapometer.reviews.contents import Content, Told

ROWS_AT_ONCE = 5_000
_NO_QUOTE = Sealed(b"", "", "")
FUTURE = "The review is dated in the future."


class WorkName(NamedTuple):
    """How a row of a file names a work."""

    identifier: str
    title: str
    year: int | None
    kind: str


class Prepared(NamedTuple):
    """A row ready to be judged: which work, who, when, what is said, and the quote sealed.

    `mark` tells an unnamed critic's reviews in one outlet apart. It is flat, because it passes
    from one process to another millions of times; `told` and `texts` put its parts together.
    """

    row: int
    work: WorkName
    critic: str
    outlet: str
    mark: str
    happened_at: int | None
    said: bytes
    digest: int
    salt: bytes
    quote: str
    commitment: str

    @property
    def told(self) -> Told:
        """Return what is said."""
        return Told(self.said, self.digest)

    @property
    def texts(self) -> Texts:
        """Return the quote as it goes beside the log."""
        if not self.quote:
            return {}
        return {"quote": Sealed(self.salt, self.quote, self.commitment)}


class Reading(NamedTuple):
    """How a file is to be read: everything a second process has to know."""

    path: Path
    mapping: Mapping
    time_zone: str
    latest: int
    """Reviews dated after this instant are refused."""


class Chunk(NamedTuple):
    """Some rows of the file: those to be judged, those refused; how many bytes were read of how
    many; and what the reader did quietly so far."""

    rows: list[Prepared]
    refusals: list[Refusal]
    progress: tuple[int, int]
    remarks: tuple[str, ...]


def read_chunks(reading: Reading) -> Iterator[Chunk]:
    """Yield the whole file. Raises FileRefused where it stops being a table."""
    table = open_table(reading.path)
    records = read_reviews(table, reading.mapping, ZoneInfo(reading.time_zone))
    scale = reading.mapping.settings.grade_scale or None
    names: dict[WorkName, WorkName] = {}
    while batch := list(islice(records, ROWS_AT_ONCE)):
        rows: list[Prepared] = []
        refusals: list[Refusal] = []
        for record in batch:
            row = prepare(record, scale, reading.latest, names)
            if isinstance(row, Refusal):
                refusals.append(row)
            else:
                rows.append(row)
        names.clear()
        yield Chunk(rows, refusals, table.progress(), table.remarks)


def prepare(
    record: ReviewRecord | Refusal,
    scale: str | None,
    latest: int,
    names: dict[WorkName, WorkName],
) -> Prepared | Refusal:
    """Return a row ready to be judged; a refusal stays one.

    `names` holds the names met so far, so that equal ones are one object and are sent once.
    """
    if isinstance(record, Refusal):
        return record
    (row, work, title, year, kind, critic, outlet, source_id, positive, verdict_by, grade,
     happened_at, dated, top, link, quote, first) = record  # fmt: skip
    if happened_at is not None and happened_at > latest:
        return _from_the_future(record)
    content = Content(
        positive, grade, scale, happened_at, dated, verdict_by, top, link, quote, first
    )
    told = content.told()
    mark = "" if critic else mark_of(source_id, link, told)
    name = WorkName(work, title, year, kind)
    name = names.setdefault(name, name)
    sealed = seal(quote) if quote else _NO_QUOTE
    return Prepared(
        row, name, critic, outlet, mark, happened_at, *told, sealed[0], quote, sealed[2]
    )


def mark_of(source_id: str, link: str, told: Told) -> str:
    """Return what tells an unnamed critic's reviews apart: their id, link or content."""
    if source_id:
        return f"id:{source_id}"[:200]
    if link:
        return f"link:{blake2b(link.encode(), digest_size=16).hexdigest()}"
    return f"content:{told.digest:x}"


def _from_the_future(record: ReviewRecord) -> Refusal:
    raw = {name: str(value) for name, value in record._asdict().items() if value not in ("", None)}
    return Refusal(record.row, "future_date", FUTURE, raw)
