"""What came in as Spark can reckon with it, read by the same code as on one machine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

import pyarrow
import pyarrow.compute as compute

from clapometer.scoring.events import KINDS
from clapometer.scoring.frames import values
from clapometer.scoring.frames.intake import (
    Asked,
    limits,
    opened,
    require,
    when_each,
    whole_grades,
)
from clapometer.scoring.frames.problems import FrameRefused, grade_beyond
from clapometer.scoring.grades import POINTS

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

# The columns beside work and reviewer, which stay as they came: what they hold, and what stands
# where a table has no such column.
_READ: dict[str, tuple[str, Any]] = {
    "seq": ("int64", None),
    "instant": ("int64", None),
    "kind": ("int8", 0),
    "positive": ("bool", None),
    "grade": ("int64", None),
    "top": ("bool", False),
    "recorded": ("int64", None),
    "voided": ("int64", None),
}


def read(events: DataFrame, asked: Asked) -> DataFrame:
    """Return work, reviewer and the columns of _READ: instants in microseconds, kinds as codes."""
    from pyspark.sql import types as t

    fields = [t.StructField(name, events.schema[name].dataType) for name in ("work", "reviewer")]
    types = {"int64": t.LongType(), "int8": t.ByteType(), "bool": t.BooleanType()}
    fields += [t.StructField(name, types[kind]) for name, (kind, _) in _READ.items()]

    return events.mapInArrow(partial(read_batches, asked), t.StructType(fields))


def read_batches(
    asked: Asked, batches: Iterable[pyarrow.RecordBatch]
) -> Iterator[pyarrow.RecordBatch]:
    """Yield the rows with the columns of _READ; raises FrameRefused for what cannot be read."""
    for batch in batches:
        yield from _read_batch(batch, asked)


def _read_batch(batch: pyarrow.RecordBatch, asked: Asked) -> Iterator[pyarrow.RecordBatch]:
    try:
        _, given = opened(pyarrow.Table.from_batches([batch]), None)
        require(given, by_critic=False, asked=asked)
        values.refuse_empty(given["reviewer"], "reviewer")
        read = {"seq": given["seq"], "instant": when_each(given), **limits(given, asked)}
        read |= {name: read_one(given[name]) for name, read_one in _SAYS.items() if name in given}
    except FrameRefused as error:
        raise FrameRefused(f"{error} (Rows of one part of the table.)") from None
    columns = {name: batch.column(name) for name in ("work", "reviewer")}
    for name, (kind, missing) in _READ.items():
        columns[name] = _column(read.get(name), batch.num_rows, kind, missing)
    yield from pyarrow.table(columns).to_batches()


def _column(read: Any, size: int, kind: str, missing: Any) -> Any:
    wanted = pyarrow.type_for_alias(kind)
    if read is None:
        return pyarrow.repeat(pyarrow.scalar(missing, wanted), size)
    found = read.cast(wanted)
    return found if missing is None else found.fill_null(missing)


def _grades(column: Any) -> Any:
    grades = whole_grades(column)
    beyond = compute.or_(compute.less(grades, 0), compute.greater(grades, POINTS))
    row = compute.index(beyond, True).as_py()
    if row >= 0:
        raise grade_beyond(row, grades[row].as_py())
    return grades


def _kinds(column: Any) -> Any:
    """Return the place of each kind in the table KINDS."""
    known = pyarrow.array(KINDS, pyarrow.string())
    encoded, words = values.kind_names(column, "kind")
    if unknown := [word for word in words if word not in KINDS]:
        raise values.unknown_kind(unknown[0], "kind")
    return compute.index_in(encoded.cast(pyarrow.string()), known)


_SAYS: dict[str, Callable[[Any], Any]] = {
    "kind": _kinds,
    "positive": partial(values.yes_or_no, name="positive"),
    "grade": _grades,
    "top": partial(values.yes_or_no, name="top"),
}
