"""A file as a table: opened by what it holds, not by its name, and read as a stream."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from .columns import typed_names
from .delimited import Delimited
from .jsonlines import json_keys, json_rows
from .parquet import parquet_keys, parquet_rows
from .problems import Remarks, file_refused
from .records import Refusal, Row
from .sniff import HEAD, Sniffed, sniff
from .streams import Source

SAMPLE_ROWS = 200
"""Rows that a guess of the columns looks at."""
SAMPLE_CELL = 1_000
"""Characters of each cell that it looks at."""
SAMPLE_TEXT = 1 << 22
"""Characters after which it has seen enough, so that wide and long rows do not fill the memory."""
HOPELESS = 5
"""Rows from which a file is refused when not one of its first rows can be read."""


@dataclass(slots=True)
class Table:
    """A table that can be read once, row by row, in flat memory."""

    name: str
    """The file's name without its folder."""
    format: str
    """"csv", "tsv", "jsonl" or "parquet"."""
    encoding: str
    """"utf-8" or "latin-1" as its beginning says, or "binary"."""
    compressed: bool
    columns: tuple[str, ...]
    sample: list[list[str]]
    """The first rows with long cells cut, for guessing; `rows` yields them too, and whole."""
    rows: Iterator[Row | Refusal]
    """Each row as its number and its cells, one for each column, or why it was left out.

    Iterating raises FileRefused when the file turns out to be no table further on.
    """
    noted: Remarks = field(repr=False)
    source: Source = field(repr=False)

    @property
    def remarks(self) -> tuple[str, ...]:
        """What was done quietly so far, one sentence for each kind."""
        return self.noted.sentences()

    def progress(self) -> tuple[int, int]:
        """Return the bytes of the file read so far, and in all."""
        return self.source.bytes_read, self.source.bytes_total


def open_table(path: str | Path) -> Table:
    """Return the file as a table; raises FileRefused when it is none.

    Nothing stays open until its rows are read, and then only until the last.
    """
    path = Path(path)
    head, compressed = _head(path)
    sniffed = sniff(head, path.name)
    scout = _Pass(path, sniffed, compressed)
    columns = scout.columns()
    sample = _first_rows(scout)
    reading = _Pass(path, sniffed, compressed)
    return Table(
        name=path.name,
        format=sniffed.format,
        encoding=sniffed.encoding,
        compressed=compressed,
        columns=columns,
        sample=sample,
        rows=reading.rows(),
        noted=reading.remarks,
        source=reading.source,
    )


def _head(path: Path) -> tuple[bytes, bool]:
    source = Source(path, Remarks())
    head = b""
    for block in source.blocks():
        head += block
        if len(head) >= HEAD:
            break
    if not head:
        raise file_refused("empty", path.name)
    return head[:HEAD], source.compressed


def _first_rows(scout: _Pass) -> list[list[str]]:
    """Return the first rows, long cells cut; raises FileRefused when none can be read."""
    sample: list[list[str]] = []
    refused: list[Refusal] = []
    held = 0
    for row in islice(scout.rows(), SAMPLE_ROWS):
        if isinstance(row, Refusal):
            refused.append(row)
            continue
        sample.append([cell[:SAMPLE_CELL] for cell in row[1]])
        held += sum(map(len, sample[-1]))
        if held > SAMPLE_TEXT:
            break
    if not sample and len(refused) >= HOPELESS:
        count, sentence = f"{len(refused):,}", refused[0].sentence
        raise file_refused("no_row_fits", scout.source.name, count=count, sentence=sentence)
    return sample


class _Pass:
    """One pass over the file, in the way its format asks for."""

    def __init__(self, path: Path, sniffed: Sniffed, compressed: bool) -> None:
        self.remarks = Remarks()
        self.source = Source(path, self.remarks)
        self.source.compressed = compressed
        self._sniffed = sniffed

    def columns(self) -> tuple[str, ...]:
        if self._sniffed.format == "parquet":
            return typed_names(parquet_keys(self.source), self.source.name, self.remarks)
        if self._sniffed.format == "jsonl":
            keys = json_keys(self.source, self._sniffed)
            return typed_names(keys, self.source.name, self.remarks)
        return Delimited(self.source, self._sniffed, self.remarks).columns()

    def rows(self) -> Iterator[Row | Refusal]:
        """Yield the rows; the file is opened at the first and closed after the last."""
        if self._sniffed.format == "parquet":
            keys = parquet_keys(self.source)
            typed_names(keys, self.source.name, self.remarks)
            yield from parquet_rows(self.source, keys)
        elif self._sniffed.format == "jsonl":
            keys = json_keys(self.source, self._sniffed)
            typed_names(keys, self.source.name, self.remarks)
            yield from json_rows(self.source, self._sniffed, keys, self.remarks)
        else:
            delimited = Delimited(self.source, self._sniffed, self.remarks)
            delimited.columns()
            yield from delimited.rows()
