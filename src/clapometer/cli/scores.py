"""`clapometer scores`: the score of every work of a table, at any instant."""

from __future__ import annotations

from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clapometer.instants import parse_instant
from clapometer.scoring.frames import scores
from clapometer.scoring.frames.choosing import engine_for

from .flags import data_option, given_option
from .tableflags import (
    engine_option,
    map_option,
    master_asked,
    master_option,
    memory_option,
    output_option,
)
from .tablescores import named_columns, score_file, table_rule

if TYPE_CHECKING:
    import pyarrow


@click.command("scores")
@click.argument("table", metavar="FILE", type=click.Path(path_type=Path))
@output_option("The file that the scores are written to.", required=True)
@click.option("--at", metavar="INSTANT", help="The score then; a date alone is its end in UTC.")
@click.option(
    "--rule",
    metavar="NAME",
    help="The rule to score by, unless “clapometer”: a preset, or the path of a TOML file.",
)
@given_option
@map_option
@memory_option
@engine_option
@master_option
@data_option()
def command(
    table: Path, output: Path, at: str | None, rule: str | None, given: dict[str, str],
    maps: tuple[str, ...], memory: str | None, engine: str, master: str | None,
    data: Path,  # noqa: ARG001 -- every command takes it; this one needs no site
) -> None:  # fmt: skip
    """Score every work of a table of reviews.

    The table is a file of Parquet, CSV or JSON Lines, and so is the result, with one row for each
    work. No site is needed.

    \b
    Examples:
      clapometer scores reviews.parquet -o scores.parquet
      clapometer scores reviews.csv --at 2024-03-04 --map work=film -o scores.csv
      clapometer scores reviews.parquet --rule our-rule.toml -o scores.parquet
      clapometer scores reviews.parquet -o scores.parquet --engine spark --master spark://host:7077
    """
    if (on_spark := master_asked(engine, master, output)) is not None:
        from . import cluster

        by = table_rule(rule, given)
        cluster.scores_of_file(str(table), output, at, by, maps, memory, on_spark)
        return
    names, read = named_columns(maps), table_rule(rule, given)
    when = None if at is None else parse_instant(at, UTC)

    def score(events: pyarrow.Table) -> pyarrow.Table:
        engine = engine_for(events.num_rows)
        return scores(events, read, at=when, names=names, engine=engine)

    score_file(table, output, score, names, memory)
