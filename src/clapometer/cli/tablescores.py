"""Histories and scores of a table in a file, without any site."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clapometer.instants import parse_instant
from clapometer.scoring.frames import DEFAULT_RULE, FrameRefused, history, moments
from clapometer.scoring.frames.choosing import engine_for, installed
from clapometer.scoring.frames.columns import INPUT, WORKS
from clapometer.scoring.frames.problems import INSTALL
from clapometer.scoring.rules import Rule, given, preset

from .endings import refused
from .portions import Scored, memory_named, score_portions
from .tablefiles import TableWriter, format_of

if TYPE_CHECKING:
    import pyarrow

# From so many rows on it is worth saying what would be faster.
_MANY = 500_000


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


def table_rule(name: str | None, values: Mapping[str, str]) -> Rule:
    """Return the preset of this name, or the rule in this TOML file, with values given to it."""
    name = name or DEFAULT_RULE
    if name.endswith(".toml"):
        from clapometer.reviews.rulebook import read_rule

        return read_rule(Path(name), values)
    return given(name, values) if values else preset(name)


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
        with TableWriter(output) as writer:
            rows = score_portions(source, wanted, names, score, writer, allowed)
    except FrameRefused as error:
        raise refused(str(error)) from error
    click.echo(f"{rows:,} rows written to {output}.", err=True)
    if rows >= _MANY and not installed():
        click.echo(INSTALL, err=True)


def history_of_file(
    source: Path, output: Path, known: str | None, rule: Rule, maps: tuple[str, ...],
    memory: str | None,
) -> None:  # fmt: skip
    """Write the history of a table: each of its rows with the tally of its work after it."""
    names = named_columns(maps)
    then = None if known is None else parse_instant(known, UTC)

    def score(events: pyarrow.Table) -> pyarrow.Table:
        engine = engine_for(events.num_rows)
        return history(events, rule, known=then, names=names, engine=engine)

    score_file(source, output, score, names, memory)


def moments_of_file(
    source: Path, output: Path, at: str | None, known: str | None, rule: Rule,
    maps: tuple[str, ...], memory: str | None,
) -> None:  # fmt: skip
    """Write the moments of a table: one row for each, work by work."""
    columns = (*INPUT, *WORKS)
    names = named_columns(maps, columns)
    upto, then = (None if one is None else parse_instant(one, UTC) for one in (at, known))

    def tell(events: pyarrow.Table) -> pyarrow.Table:
        engine = engine_for(events.num_rows)
        return moments(events, rule, at=upto, known=then, names=names, engine=engine)

    score_file(source, output, tell, names, memory, columns)
