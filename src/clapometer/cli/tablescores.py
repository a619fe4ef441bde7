"""Histories and scores of a table in a file, without any site."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable, Collection, Iterator
from datetime import UTC
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clapometer.instants import parse_instant
from clapometer.scoring.frames import DEFAULT_RULE, FrameRefused, history, moments
from clapometer.scoring.frames.choosing import installed
from clapometer.scoring.frames.columns import INPUT, WORKS
from clapometer.scoring.frames.problems import INSTALL
from clapometer.scoring.rules import preset

from .endings import refused
from .partitions import Partitions
from .progress import Progress
from .tablefiles import Part, TableWriter, format_of, parts

if TYPE_CHECKING:
    import pyarrow

Scored = Callable[["pyarrow.Table"], "pyarrow.Table"]
# From so many rows on it is worth saying what would be faster.
_MANY = 500_000
# What scoring needs beside the table itself, in multiples of it.
_NEEDS = 4
_UNITS = {"": 1, "K": 10**3, "M": 10**6, "G": 10**9, "T": 10**12}
_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([KMGT]?)B?", re.IGNORECASE)


def named_columns(
    pairs: tuple[str, ...], columns: Collection[str] = tuple(INPUT)
) -> dict[str, str]:
    """Return our name of a column -> the file's, from texts like `work=film`."""
    names = {}
    for pair in pairs:
        ours, equals, theirs = pair.partition("=")
        if not equals or ours not in columns:
            raise refused(
                f"“{pair}” maps no column; write it like work=film, with one of "
                f"{', '.join(columns)}."
            )
        names[ours] = theirs
    return names


def memory_named(text: str | None) -> int:
    """Return the bytes that a text like 4GB names; without one, half of the machine's memory."""
    if text is None:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2
    found = _SIZE.fullmatch(text.strip())
    if found is None:
        raise refused(f"“{text}” is no size of memory; write it like 4GB or 500MB.")
    return int(float(found[1]) * _UNITS[found[2].upper()])


def score_file(
    source: Path, output: Path, score: Scored, names: dict[str, str], memory: str | None,
    columns: Collection[str] = tuple(INPUT),
) -> None:  # fmt: skip
    """Write the scored table; a table larger than the memory is scored in parts of whole works."""
    format_of(output)
    allowed = memory_named(memory)
    if output.exists() and source.exists() and output.samefile(source):
        raise refused("The result would overwrite the table it is made from; choose another name.")
    wanted = {names.get(name, name) for name in columns}
    try:
        with Progress("Scoring") as progress, TableWriter(output) as writer:
            found = _watched(parts(source, wanted), progress)
            rows = _score(found, output, score, writer, names, allowed)
    except FrameRefused as error:
        raise refused(str(error)) from error
    click.echo(f"{rows:,} rows written to {output}.", err=True)
    if rows >= _MANY and not installed():
        click.echo(INSTALL, err=True)


def history_of_file(
    source: Path, output: Path, known: str | None, rule: str | None, maps: tuple[str, ...],
    memory: str | None,
) -> None:  # fmt: skip
    """Write the history of a table: each of its rows with the tally of its work after it."""
    names, read = named_columns(maps), preset(rule or DEFAULT_RULE)
    then = None if known is None else parse_instant(known, UTC)

    def score(events: object) -> pyarrow.Table:
        return history(events, read, known=then, names=names)

    score_file(source, output, score, names, memory)


def moments_of_file(
    source: Path, output: Path, at: str | None, known: str | None, rule: str | None,
    maps: tuple[str, ...], memory: str | None,
) -> None:  # fmt: skip
    """Write the moments of a table: one row for each, work by work."""
    columns = (*INPUT, *WORKS)
    names, read = named_columns(maps, columns), preset(rule or DEFAULT_RULE)
    upto, then = (None if one is None else parse_instant(one, UTC) for one in (at, known))

    def tell(events: object) -> pyarrow.Table:
        return moments(events, read, at=upto, known=then, names=names)

    score_file(source, output, tell, names, memory, columns)


def _watched(found: Iterator[Part], progress: Progress) -> Iterator[Part]:
    rows = 0
    for part in found:
        rows += part.rows.num_rows
        progress.rows(rows, part.read, part.total)
        yield part


def _score(
    found: Iterator[Part], output: Path, score: Scored, writer: TableWriter,
    names: dict[str, str], allowed: int,
) -> int:  # fmt: skip
    """Return how many rows were written."""
    import pyarrow

    held, size = [], 0
    for part in found:
        held.append(part.rows)
        size += part.rows.nbytes
        if size * _NEEDS > allowed and "work" in {*part.rows.column_names, *names}:
            count = 1 + 3 * size * _NEEDS * part.total // (2 * allowed * max(part.read, 1))
            rest = (one.rows for one in found)
            return _score_parts(chain(held, rest), output, score, writer, names, count)
    if not held:
        raise refused("The table has no row.")
    table = pyarrow.concat_tables(held, promote_options="permissive")
    held.clear()
    scored = score(table)
    writer.write(scored)
    return int(scored.num_rows)


def _score_parts(
    tables: Iterator[pyarrow.Table], output: Path, score: Scored, writer: TableWriter,
    names: dict[str, str], count: int,
) -> int:  # fmt: skip
    rows = 0
    click.echo(f"More than the memory allowed: scored in {count} parts.", err=True)
    with tempfile.TemporaryDirectory(prefix=".clapometer-", dir=output.parent) as folder:
        divided = Partitions(Path(folder), count, names.get("work", "work"))
        for table in _with_seq(tables, names.get("seq", "seq")):
            divided.add(table)
        for table in divided.each():
            try:
                scored = score(table)
            except FrameRefused as error:
                raise refused(f"{error} (Rows of one part of the table.)") from error
            writer.write(scored)
            rows += scored.num_rows
    return rows


def _with_seq(tables: Iterator[pyarrow.Table], name: str) -> Iterator[pyarrow.Table]:
    """Yield the tables, each row with its number where nothing else says the order."""
    import pyarrow

    start = 0
    for table in tables:
        numbers = range(start, start := start + table.num_rows)
        there = name in table.column_names
        yield table if there else table.append_column(name, pyarrow.array(numbers, pyarrow.int64()))
