"""A table of events, whoever made it, as the columns that the engine walks along."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow
import pyarrow.compute as compute

from . import values
from .columns import WORKS
from .naming import chosen, need
from .problems import FrameRefused
from .values import Codes, Kinds
from .words import Array

STRETCH = 1 << 17
"""Rows worked on at a time: what is noted about them stays in the processor's cache."""
LARGEST_CODE = (1 << 31) - 1


@dataclass(frozen=True, slots=True)
class Asked:
    """Which rows count: recorded by `known` and not voided by then, taking place by `at`."""

    at: int | None = None
    known: int | None = None


@dataclass(frozen=True, slots=True)
class Intake:
    """The events. `rows` are int64 instants, codes, bits; `work` and `seq` are as they came."""

    size: int
    work: Any
    seq: Any
    works: Codes
    reviewers: Codes | None
    reviews: Codes | None
    critics: Codes | None
    instants: Any
    kinds: Kinds | None
    columns: Any
    asked: Asked

    def stretches(self) -> Iterator[Any]:
        """Yield the prepared columns in stretches, with nothing copied."""
        yield from self.columns.to_batches(max_chunksize=STRETCH)


def take_in(
    events: object, names: Mapping[str, str] | None, by_critic: bool, asked: Asked
) -> Intake:
    """Return the table's columns, prepared; raises FrameRefused where something does not fit."""
    table, given = opened(events, names)
    # Without a column of critics nobody has a copy elsewhere: every reviewer is its own critic.
    by_critic = by_critic and "critic" in given
    require(given, by_critic, asked)
    when = when_each(given)
    works = values.coded(given["work"], "work", table.num_rows // 2)
    reviews = numbered_reviews(given)
    search = by_critic or reviews is None
    reviewers = values.coded(given["reviewer"], "reviewer", LARGEST_CODE) if search else None
    critics = _critics(given) if by_critic else None
    columns = {"work": works.numbers, "instant": when}
    for name, codes in (("reviewer", reviewers), ("review", reviews), ("critic", critics)):
        if codes is not None:
            columns[name] = codes.numbers
    kinds = values.kinds(given["kind"], "kind") if "kind" in given else None
    columns |= _said(given, kinds) | limits(given, asked)
    prepared = pyarrow.table(columns)
    return Intake(
        table.num_rows, given["work"], given.get("seq"), works, reviewers, reviews, critics, when,
        kinds, prepared, asked,
    )  # fmt: skip


def opened(events: object, names: Mapping[str, str] | None) -> tuple[Any, dict[str, Any]]:
    """Return the table and its columns under our names, as they came."""
    table = _table(events)
    there = chosen(set(table.column_names), names)
    return table, {ours: table.column(theirs) for ours, theirs in there.items()}


def split_names(
    names: Mapping[str, str] | None,
) -> tuple[dict[str, str], dict[str, str]]:
    """Return the names of columns about events, and of those about works."""
    own = {ours: theirs for ours, theirs in (names or {}).items() if ours in WORKS}
    return {ours: theirs for ours, theirs in (names or {}).items() if ours not in WORKS}, own


def require(given: dict[str, Any], by_critic: bool, asked: Asked) -> None:
    """Refuse a table that lacks a column; put `work` and `seq` into the form they come out in."""
    need(given, by_critic, asked.known is not None)
    given["work"] = values.plain(given["work"])
    if "seq" in given:
        values.refuse_empty(given["seq"], "seq")
        given["seq"] = values.cast(given["seq"], pyarrow.int64(), "seq", "whole numbers")


def _table(events: object) -> Any:
    try:
        return events if isinstance(events, pyarrow.Table) else pyarrow.table(events)
    except (TypeError, ValueError, pyarrow.ArrowInvalid) as error:
        raise FrameRefused(
            "The events must be a table: pyarrow, pandas, Polars, DuckDB or anything else with "
            "__arrow_c_stream__."
        ) from error


def when_each(given: dict[str, Any]) -> Any:
    """Return when each row takes place: published, or recorded where that is unknown."""
    happened = values.instants(given["happened_at"], "happened_at")
    if happened.null_count and "recorded_at" in given:
        happened = compute.coalesce(happened, values.instants(given["recorded_at"], "recorded_at"))
    values.refuse_empty(happened, "happened_at")
    return happened


def numbered_reviews(given: dict[str, Any]) -> Codes | None:
    """Return the column `review` as codes, None where there is none."""
    if "review" not in given:
        return None
    codes = values.coded(given["review"], "review", 2 * len(given["review"]))
    if codes.names is not None:
        raise FrameRefused(
            "The column “review” must number the reviews from 0, not much beyond the number of "
            "rows; leave it out to have them looked up."
        )
    return codes


def _critics(given: dict[str, Any]) -> Codes:
    """Return the critics, one more code standing for those without a name."""
    column = given["critic"]
    missing = column.is_null()
    encoded = values.coded(column.filter(column.is_valid()), "critic", LARGEST_CODE)
    if not column.null_count:
        return encoded
    import numpy as np

    numbers = np.full(len(column), -1, np.int64)
    numbers[~missing.to_numpy()] = encoded.numbers.to_numpy() - encoded.low
    return Codes(pyarrow.chunked_array([numbers]), 0, encoded.span)


def _said(given: dict[str, Any], kinds: Kinds | None) -> dict[str, Any]:
    columns: dict[str, Any] = {}
    for name in ("positive", "top"):
        if name in given:
            columns[name] = values.yes_or_no(given[name], name)
    if kinds is not None:
        columns["kind"] = kinds.codes
    if "grade" in given:
        columns["grade"] = whole_grades(given["grade"])
    return columns


def whole_grades(grades: Any) -> Any:
    """Return the grades as whole numbers; they are not compared with their bounds yet."""
    holds = "whole numbers from 0 to 10000, like 8000 for four stars of five"
    whole = pyarrow.types.is_integer(grades.type)
    return grades if whole else values.cast(grades, pyarrow.int64(), "grade", holds)


def limits(given: dict[str, Any], asked: Asked) -> dict[str, Any]:
    """Return the columns that say whether a row counts, where that has to be asked."""
    columns = {}
    if asked.known is not None:
        columns["recorded"] = values.instants(given["recorded_at"], "recorded_at")
        values.refuse_empty(columns["recorded"], "recorded_at")
    if "voided_at" in given and given["voided_at"].null_count < len(given["voided_at"]):
        columns["voided"] = values.instants(given["voided_at"], "voided_at")
    return columns


def numbers(column: Any) -> Array:
    """Return the whole numbers of an Arrow array as NumPy sees them in place; empty ones are 0."""
    import numpy as np

    found = np.frombuffer(column.buffers()[1], column.type.to_pandas_dtype())
    return found[column.offset : column.offset + len(column)]
