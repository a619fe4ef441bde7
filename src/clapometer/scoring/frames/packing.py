"""A stretch of rows, packed: one word for each event, and codes in the types the kernel takes.

A column that is not there costs nothing; bitmaps are read as they lie in Arrow's buffers.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow.compute as compute
from numba import njit

from .intake import Asked, Intake, numbers
from .problems import grade_beyond
from .values import Codes, unknown_kind
from .words import (
    GRADE_SHIFT,
    GRADED,
    KIND_CODES,
    KIND_SHIFT,
    KNOWN,
    LEFT_OUT,
    NO_ROW,
    POSITIVE,
    TOP,
    Array,
)

_1, _NOTHING = np.uint32(1), np.uint32(0)
_KNOWN, _FOR, _TOP, _GRADED = (np.uint32(one) for one in (KNOWN, POSITIVE, TOP, GRADED))
_SHIFT, _OUT, _UNKNOWN = (
    np.uint32(GRADE_SHIFT),
    np.uint32(LEFT_OUT << KIND_SHIFT),
    np.uint32(NO_ROW),
)
_MOST = 10_000
_HIGHEST = np.uint64(_MOST)


@njit(nogil=True, cache=True, error_model="numpy")
def _put_kinds(codes: Array, known: Array, words: Array) -> Any:
    """Write each kind as a word; return the first row with an unknown one, or -1."""
    worst = np.uint32(0)
    for i in range(words.size):
        word = known[np.uint64(codes[i])]
        words[i] = word
        worst = max(worst, word)
    if worst == _UNKNOWN:
        for i in range(words.size):
            if words[i] == _UNKNOWN:
                return i
    return -1


@njit(nogil=True, cache=True, error_model="numpy")
def _add_eights(bitmap: Array, there: Any, yes: Any, words: Array) -> None:
    """Add `there` to each word, and `yes` where its bit is set.

    Eight rows at a time, so that the compiler sees numbers in a line and no bit to look for.
    """
    for byte in range(words.size >> 3):
        says = np.uint32(bitmap[byte])
        for bit in range(8):
            words[8 * byte + bit] |= there | yes * (says >> np.uint32(bit) & _1)
    for i in range(words.size & ~7, words.size):
        words[i] |= there | yes * (np.uint32(bitmap[i >> 3]) >> np.uint32(i & 7) & _1)


@njit(nogil=True, cache=True, error_model="numpy")
def _add_grades(grades: Array, words: Array) -> Any:
    """Add the grades to the words; return whether one is out of range."""
    wrong: Any = np.bool_(False)
    for i in range(words.size):
        wrong |= np.uint64(np.int64(grades[i])) > _HIGHEST
        words[i] |= _GRADED | (np.uint32(grades[i]) << _SHIFT)
    return wrong


def packed_words(batch: Any, intake: Intake, first_row: int, words: Array) -> Array:
    """Write the events of a stretch as words; raises FrameRefused for what is out of range."""
    words, there = words[: batch.num_rows], set(batch.schema.names)
    if intake.kinds is None:
        words.fill(KIND_CODES["posted"] << KIND_SHIFT)
    else:
        codes = numbers(batch.column("kind"))
        if (row := _put_kinds(codes, intake.kinds.words, words)) >= 0:
            raise unknown_kind(intake.kinds.names[codes[row]], "kind")
    if "positive" in there:
        _put_marks(batch.column("positive"), _KNOWN, _FOR, words)
    if "top" in there:
        _put_marks(batch.column("top"), _NOTHING, _TOP, words)
    if "grade" in there:
        _put_grades(batch.column("grade"), first_row, words)
    out = _left_out(batch, intake.asked, there)
    if out is not None:
        words[out] = _OUT
    return words


def _put_marks(column: Any, there: Any, yes: Any, words: Array) -> None:
    """Add to each word the bits `there` where the cell is not empty, and `yes` where it says so."""
    if column.null_count:
        marks = np.zeros(words.size, np.uint32)
        _put_marks(compute.fill_null(column, False), there, yes, marks)
        words |= _only(column, marks)
        return
    start = column.offset
    bitmap = np.frombuffer(column.buffers()[1], np.uint8)[
        start // 8 : (start + words.size + 7) // 8
    ]
    if start % 8:
        one_by_one = np.unpackbits(bitmap, bitorder="little")[start % 8 :]
        bitmap = np.packbits(one_by_one, bitorder="little")
    _add_eights(bitmap, there, yes, words)


def _put_grades(grades: Any, first_row: int, words: Array) -> None:
    """Add the grades to the words, none where the cell is empty."""
    if not grades.null_count:
        wrong = _add_grades(numbers(grades), words)
    else:
        graded = np.zeros(words.size, np.uint32)
        wrong = _add_grades(numbers(compute.fill_null(grades, 0)), graded)
        words |= _only(grades, graded)
    if wrong:
        beyond = compute.or_(compute.less(grades, 0), compute.greater(grades, _MOST))
        row = compute.index(beyond, True).as_py()
        raise grade_beyond(first_row + row, grades[row].as_py())


def _only(column: Any, words: Array) -> Array:
    """Return the words where the column's cell is not empty, and 0 elsewhere."""
    there: Array = column.is_valid().to_numpy(zero_copy_only=False)
    return words * there


def _left_out(batch: Any, asked: Asked, there: set[str]) -> Array | None:
    """Return which rows do not count at the instants asked for; None where all do."""
    found = []
    if asked.at is not None:
        found.append(numbers(batch.column("instant")) > asked.at)
    if asked.known is not None:
        found.append(numbers(batch.column("recorded")) > asked.known)
    if "voided" in there:
        column = batch.column("voided")
        voided = column.is_valid().to_numpy(zero_copy_only=False)
        found.append(voided if asked.known is None else voided & (numbers(column) <= asked.known))
    return np.logical_or.reduce(found) if found else None


def codes_of(batch: Any, name: str, codes: Codes | None) -> Array:
    """Return a column's codes as int32, from 0; nothing at all where the column is not needed."""
    if codes is None:
        return np.empty(0, np.int32)
    given = numbers(batch.column(name))
    if not codes.low:
        return given.astype(np.int32, copy=False)
    return (given.astype(np.int64) - codes.low).astype(np.int32)


def whole(intake: Intake, name: str, codes: Codes | None) -> Array:
    """Return a whole column's codes as int32, in place where they lie in one chunk."""
    parts = [codes_of(batch, name, codes) for batch in intake.columns.to_batches()]
    return parts[0] if len(parts) == 1 else np.concatenate([np.empty(0, np.int32), *parts])


def kind_codes(intake: Intake) -> Array:
    """Return the code of each row's kind in the table KINDS."""
    if intake.kinds is None:
        return np.zeros(intake.size, np.int8)
    codes = (intake.kinds.words >> KIND_SHIFT).astype(np.int8)
    parts = [codes[numbers(chunk)] for chunk in intake.kinds.codes.chunks]
    return np.concatenate([np.empty(0, np.int8), *parts])
