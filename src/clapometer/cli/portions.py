"""A table scored whole where it fits into the memory allowed, else in parts of whole works."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clapometer.scoring.frames import FrameRefused
from clapometer.scoring.frames.choosing import installed

from .endings import refused
from .joining import join
from .partitions import Partitions, parts_for
from .progress import Progress
from .tablefiles import Part, TableWriter, parts

if TYPE_CHECKING:
    import pyarrow

Scored = Callable[["pyarrow.Table"], "pyarrow.Table"]
# What scoring needs beside the table itself, in multiples of it.
_NEEDS = 4
# Works differ in size, so parts are made several times smaller than would do if they did not.
_SMALLER = 4
_UNITS = {"": 1, "K": 10**3, "M": 10**6, "G": 10**9, "T": 10**12}
_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([KMGT]?)B?", re.IGNORECASE)


def memory_named(text: str | None) -> int:
    """Return the bytes that a text like 4GB names; without one, half of the machine's memory."""
    if text is None:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2
    found = _SIZE.fullmatch(text.strip())
    if found is None:
        raise refused(f"“{text}” is no size of memory; write it like 4GB or 500MB.")
    return int(float(found[1]) * _UNITS[found[2].upper()])


def score_portions(
    source: Path, wanted: set[str], names: dict[str, str], score: Scored, writer: TableWriter,
    allowed: int,
) -> int:  # fmt: skip
    """Write the scored table; return how many rows were written."""
    with Progress("Reading") as progress:
        found = _watched(parts(source, wanted), progress)
        held, count = _as_much_as_fits(found, allowed, names)
        if not count:
            if not held:
                raise refused("The table has no row.")
            table = join(held)
            held.clear()
            scored = score(table)
            writer.write(scored)
            return int(scored.num_rows)
        click.echo(f"More than the memory allowed: scored in {count} parts.", err=True)
        _keep_little(allowed)
        # The folder is of the site's disk, not of a small one for temporary files.
        with tempfile.TemporaryDirectory(prefix=".clapometer-", dir=writer.folder) as folder:
            divided = Partitions(Path(folder), count, names.get("work", "work"))
            for table in _with_seq(_all(held, found), names.get("seq", "seq")):
                divided.add(table)
            return _score_each(divided, count, score, writer)


def _keep_little(allowed: int) -> None:
    """Let the compiled engine hold back less memory between one part and the next."""
    if installed():
        from clapometer.scoring.frames.blocks import keep_at_most

        keep_at_most(allowed // _SMALLER)


def _as_much_as_fits(
    found: Iterator[Part], allowed: int, names: dict[str, str]
) -> tuple[list[pyarrow.Table], int]:
    """Return the table and 0; or its beginning, and into how many parts it has to be divided."""
    held, size = [], 0
    for part in found:
        held.append(part.rows)
        size += part.rows.nbytes
        if size * _NEEDS > allowed and "work" in {*part.rows.column_names, *names}:
            whole = size * part.total // max(part.read, 1)
            return held, parts_for(1 + whole * _NEEDS * _SMALLER // max(allowed, 1))
    return held, 0


def _all(held: list[pyarrow.Table], rest: Iterator[Part]) -> Iterator[pyarrow.Table]:
    """Yield what is held, letting go of it, and the rest."""
    while held:
        yield held.pop(0)
    for part in rest:
        yield part.rows


def _score_each(divided: Partitions, count: int, score: Scored, writer: TableWriter) -> int:
    rows = 0
    with Progress("Scoring") as progress:
        for done, table in enumerate(divided.each(), 1):
            if not table.num_rows:
                continue
            try:
                scored = score(table)
            except FrameRefused as error:
                raise refused(f"{error} (Rows of one part of the table.)") from error
            writer.write(scored)
            rows += scored.num_rows
            progress.rows(rows, done, count)
    return rows


def _watched(found: Iterator[Part], progress: Progress) -> Iterator[Part]:
    rows = 0
    for part in found:
        rows += part.rows.num_rows
        progress.rows(rows, part.read, part.total)
        yield part


def _with_seq(tables: Iterator[pyarrow.Table], name: str) -> Iterator[pyarrow.Table]:
    """Yield the tables, each row with its number where nothing else says the order."""
    import pyarrow

    start = 0
    for table in tables:
        numbers = pyarrow.arange(start, start := start + table.num_rows)
        there = name in table.column_names
        yield table if there else table.append_column(name, numbers)
