"""A Spark table of events: its columns chosen by our names, and the shape of what comes out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pyarrow
from pyspark.sql import DataFrame
from pyspark.sql import functions as f
from pyspark.sql import types as t

from clapometer.scoring.frames.columns import HISTORY, INPUT, MOMENTS, SCORES, Column
from clapometer.scoring.frames.intake import Asked
from clapometer.scoring.frames.naming import chosen, need
from clapometer.scoring.frames.plain import printed_type
from clapometer.scoring.rules import Rule

_TYPES: dict[str, t.DataType] = {
    "int8": t.ByteType(),
    "int32": t.IntegerType(),
    "int64": t.LongType(),
    "float64": t.DoubleType(),
    "text": t.StringType(),
    "timestamp in microseconds": t.TimestampType(),
    "yes or no": t.BooleanType(),
}


def take_in(
    events: DataFrame,
    names: Mapping[str, str] | None,
    rule: Rule,
    asked: Asked,
    columns: Mapping[str, Column] = INPUT,
) -> DataFrame:
    """Return the columns that are needed, under our names, with a `seq`; refuses what is missing.

    A number for each review stands in for the reviewer, as it does on one machine. Rows without a
    `seq` are numbered before they are divided, since they have no order afterwards.
    """
    there = chosen(set(events.columns), names, columns)
    by_critic = rule.counts == "critic" and "critic" in there
    need(there, by_critic, asked.known is not None)
    if not by_critic:
        there.pop("critic", None)
        if "review" in there:
            there["reviewer"] = there["review"]
    there.pop("review", None)
    found = [_column(theirs).alias(ours) for ours, theirs in there.items()]
    if "seq" not in there:
        found.append(f.monotonically_increasing_id().alias("seq"))
    return events.select(*found)


def _column(name: str) -> Any:
    return f.col("`" + name.replace("`", "``") + "`")


def shape(columns: Mapping[str, Column], events: DataFrame, rule: Rule) -> t.StructType:
    """Return the types of documented columns; `work` stays as it came."""
    types = {name: _held(column, rule) for name, column in columns.items() if name != "work"}
    types["work"] = events.schema["work"].dataType
    return t.StructType([t.StructField(name, types[name]) for name in columns])


def type_of(name: str, rule: Rule) -> t.DataType:
    """Return what a column of a history or of scores holds under a rule, as Spark calls it."""
    return _held({**HISTORY, **SCORES}[name], rule)


def _held(column: Column, rule: Rule) -> t.DataType:
    if column in (HISTORY["printed"], MOMENTS["before"], MOMENTS["after"]):
        return _TYPES["int8" if pyarrow.types.is_int8(printed_type(rule)) else "float64"]
    return _TYPES[column.holds.partition(",")[0]]
