"""Columns as the engine takes them: whole numbers, instants, yes or no, from whatever came in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

import pyarrow
import pyarrow.compute as compute

from .problems import FrameRefused
from .words import KIND_CODES, KIND_SHIFT, NO_ROW, Array

_MICROSECONDS = pyarrow.timestamp("us")
_ZONED = pyarrow.timestamp("us", "UTC")
_ZONE = r"(Z|[+-]\d\d:?\d\d)$"


@dataclass(frozen=True, slots=True)
class Codes:
    """A column as small whole numbers: `numbers` less `low` lie in 0 … span - 1.

    `names` has what each number stands for, None where the numbers are the column's own.
    """

    numbers: Any
    low: int
    span: int
    names: Any = None


class Kinds(NamedTuple):
    """The column of kinds: codes, and for each code the word of an event (NO_ROW: no kind)."""

    codes: Any
    words: Array
    names: list[Any]


def coded(column: Any, name: str, most: int) -> Codes:
    """Return the column as codes, with nothing sorted; empty cells are refused.

    Whole numbers that lie less than `most` apart are taken as they are.
    """
    refuse_empty(column, name)
    column = plain(column)
    if pyarrow.types.is_floating(column.type):
        column = cast(column, pyarrow.int64(), name, "whole numbers or text")
    if pyarrow.types.is_integer(column.type):
        low, high = _bounds(column)
        if high - low < max(most, 1 << 16):
            return Codes(column, low, high - low + 1)
    encoded = column if _is_dictionary(column) else _encoded(column, name)
    encoded = encoded.unify_dictionaries()
    names = encoded.chunk(0).dictionary if encoded.num_chunks else pyarrow.array([], column.type)
    indices = [one.indices.cast(pyarrow.int32()) for one in encoded.chunks]
    numbers = pyarrow.chunked_array(indices, pyarrow.int32())
    return Codes(numbers, 0, max(len(names), 1), names)


def ranks_of(codes: Codes) -> Array | None:
    """Return the rank of each code by the value it stands for; None where codes are in order."""
    if codes.names is None:
        return None
    import numpy as np

    ranks = np.empty(len(codes.names), np.int64)
    ranks[compute.sort_indices(codes.names).to_numpy()] = np.arange(len(codes.names))
    return ranks


def instants(column: Any, name: str) -> Any:
    """Return the column as int64 microseconds since 1970 in UTC, empty cells staying empty."""
    column = plain(column)
    kind = column.type
    if pyarrow.types.is_null(kind):
        return column.cast(pyarrow.int64())
    if _is_text(kind):
        return _read(column, name)
    if pyarrow.types.is_timestamp(kind):
        wanted = pyarrow.timestamp("us", kind.tz)
        return column.cast(wanted, safe=False).cast(pyarrow.int64())
    if pyarrow.types.is_date(kind):
        return column.cast(_MICROSECONDS).cast(pyarrow.int64())
    return cast(column, pyarrow.int64(), name, "times, dates or whole microseconds")


def _read(column: Any, name: str) -> Any:
    for wanted in (_MICROSECONDS, _ZONED):
        try:
            return column.cast(wanted).cast(pyarrow.int64())
        except pyarrow.ArrowInvalid:
            continue
    return _with_zones_and_without(column, name)


def _with_zones_and_without(column: Any, name: str) -> Any:
    """Return the instants of texts some of which have a zone; those without one are in UTC."""
    zoned = compute.match_substring_regex(column, _ZONE)
    with_zone = compute.if_else(zoned, column, None)
    without = compute.if_else(zoned, None, column)
    holds = "times, dates or whole microseconds"
    return compute.coalesce(
        cast(cast(with_zone, _ZONED, name, holds), pyarrow.int64(), name, holds),
        cast(cast(without, _MICROSECONDS, name, holds), pyarrow.int64(), name, holds),
    )


def yes_or_no(column: Any, name: str) -> Any:
    """Return the column as booleans; 1 and 0, true and false are read too."""
    if pyarrow.types.is_boolean(column.type):
        return column
    column = plain(column)
    if not _is_text(column.type):
        column = cast(column, pyarrow.int8(), name, "yes or no")
        low, high = _bounds(column)
        if low < 0 or high > 1:
            raise FrameRefused(f"The column “{name}” must hold yes or no (true, false, 1, 0).")
    return cast(column, pyarrow.bool_(), name, "yes or no (true, false, 1, 0)")


def kinds(column: Any, name: str) -> Kinds:
    """Return the column as codes and what they stand for; empty cells are refused."""
    import numpy as np

    column, names = kind_names(column, name)
    words = [KIND_CODES[one] << KIND_SHIFT if one in KIND_CODES else NO_ROW for one in names]
    codes = pyarrow.chunked_array(
        [chunk.indices for chunk in column.chunks], column.type.index_type
    )
    return Kinds(codes, np.array(words or [NO_ROW], np.uint32), names)


def kind_names(column: Any, name: str) -> tuple[Any, list[Any]]:
    """Return the column of kinds as a dictionary, and its words; empty cells are refused."""
    refuse_empty(column, name)
    column = plain(column)
    column = (column if _is_dictionary(column) else _encoded(column, name)).unify_dictionaries()
    return column, column.chunk(0).dictionary.to_pylist() if column.num_chunks else []


def unknown_kind(word: object, name: str) -> FrameRefused:
    """Return the refusal of a word that is no kind of event."""
    return FrameRefused(
        f"“{word}” in the column “{name}” is no kind of event; known are {', '.join(KIND_CODES)}."
    )


def cast(column: Any, wanted: Any, name: str, holds: str) -> Any:
    """Return the column in the wanted type; raises FrameRefused where a cell does not fit."""
    try:
        if pyarrow.types.is_floating(column.type):
            missing = compute.is_nan(column)
            if compute.any(missing).as_py():
                column = compute.if_else(missing, None, column)
        return column.cast(wanted)
    except (pyarrow.ArrowInvalid, pyarrow.ArrowNotImplementedError) as error:
        cell = _misfit(column, wanted)
        raise FrameRefused(
            f"The column “{name}” must hold {holds}; “{str(cell)[:60]}” is none."
        ) from error


def _misfit(column: Any, wanted: Any) -> object:
    """Return the first cell that does not fit, found by halving."""
    while len(column) > 1:
        half = column.slice(0, len(column) // 2)
        column = column.slice(len(half)) if _fits(half, wanted) else half
    return column[0].as_py()


def _fits(column: Any, wanted: Any) -> bool:
    try:
        column.cast(wanted)
    except (pyarrow.ArrowInvalid, pyarrow.ArrowNotImplementedError):
        return False
    return True


def refuse_empty(column: Any, name: str) -> None:
    """Raise FrameRefused where a cell is empty, naming the row."""
    if column.null_count:
        row = compute.index(column.is_null(), True).as_py()
        raise FrameRefused(
            f"Row {row} (the first is 0) has nothing in the column “{name}”; fill it or leave the "
            "row out."
        )


def plain(column: Any) -> Any:
    """Return text in the layout that is encoded fastest; a dictionary of other things spelled out.

    So is a dictionary that names one value twice, since its codes would tell the same apart.
    """
    if not _is_dictionary(column):
        return _textual(column)
    parts = [
        pyarrow.DictionaryArray.from_arrays(part.indices, _textual(part.dictionary))
        for part in column.chunks
    ]
    if not parts:
        return pyarrow.chunked_array([], pyarrow.large_string())
    whole = pyarrow.chunked_array(parts).unify_dictionaries()
    names = whole.chunk(0).dictionary
    if _is_text(names.type) and not names.null_count and len(names.unique()) == len(names):
        return whole
    return pyarrow.chunked_array([part.dictionary_decode() for part in parts])


def _textual(values: Any) -> Any:
    view = getattr(pyarrow.types, "is_string_view", None)
    return values.cast(pyarrow.large_string()) if view and view(values.type) else values


def _encoded(column: Any, name: str) -> Any:
    try:
        return column.dictionary_encode()
    except (pyarrow.ArrowInvalid, pyarrow.ArrowNotImplementedError) as error:
        raise FrameRefused(f"The column “{name}” must hold whole numbers or text.") from error


def _bounds(column: Any) -> tuple[int, int]:
    found = compute.min_max(column).as_py()
    return found["min"] or 0, found["max"] or 0


def _is_dictionary(column: Any) -> bool:
    return bool(pyarrow.types.is_dictionary(column.type))


def _is_text(kind: Any) -> bool:
    return bool(pyarrow.types.is_string(kind) or pyarrow.types.is_large_string(kind))
