"""The works divided among partitions, each scored by the engine of one machine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

import pyarrow

from clapometer.scoring import frames
from clapometer.scoring.frames.columns import HISTORY, MOMENTS, SCORES
from clapometer.scoring.frames.intake import Asked
from clapometer.scoring.frames.problems import FrameRefused
from clapometer.scoring.rules import Rule

from .intake import shape

if TYPE_CHECKING:
    from pyspark.sql import DataFrame
    from pyspark.sql.types import StructType

Engine = Callable[[pyarrow.Table], pyarrow.Table]
# Rows sent back to Spark at a time: few enough for a small worker, many enough to cost no time.
_ROWS = 1 << 16


def history(events: DataFrame, rule: Rule, asked: Asked) -> DataFrame:
    """Return the tally after each row; see clapometer.scoring.frames.spark.history."""
    engine = partial(frames.history, rule=rule, known=asked.known)
    return _divided(events, engine, shape(HISTORY, events, rule))


def scores(events: DataFrame, rule: Rule, asked: Asked) -> DataFrame:
    """Return one row per work; see clapometer.scoring.frames.spark.scores."""
    engine = partial(frames.scores, rule=rule, at=asked.at, known=asked.known)
    return _divided(events, engine, shape(SCORES, events, rule))


def moments(events: DataFrame, rule: Rule, asked: Asked) -> DataFrame:
    """Return one row per moment; see clapometer.scoring.frames.spark.moments."""
    engine = partial(frames.moments, rule=rule, at=asked.at, known=asked.known)
    return _divided(events, engine, shape(MOMENTS, events, rule))


def _divided(events: DataFrame, engine: Engine, wanted: StructType) -> DataFrame:
    """Return what the engine makes of each partition; all rows of a work lie in one.

    Without a number of partitions Spark puts small ones together, and divides no work.
    """
    from pyspark.sql.pandas.types import to_arrow_schema

    by_work = events.repartition("work")
    return by_work.mapInArrow(
        partial(scored, engine, to_arrow_schema(wanted, timezone="UTC")), wanted
    )


def scored(
    engine: Engine, schema: pyarrow.Schema, batches: Iterable[pyarrow.RecordBatch]
) -> Iterator[pyarrow.RecordBatch]:
    """Yield the rows that the engine makes of a partition, in the types that Spark awaits."""
    held: list[Any] = list(batches)
    if not held:
        return
    table = pyarrow.Table.from_batches(held)
    held.clear()
    try:
        found = engine(table)
    except FrameRefused as error:
        raise FrameRefused(f"{error} (Rows of one part of the table.)") from None
    yield from found.cast(schema).to_batches(max_chunksize=_ROWS)
