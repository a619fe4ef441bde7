"""A stretch of rows, packed: one word for each event, and codes in the types the kernel takes."""

from __future__ import annotations

from typing import Any

import numpy as np

from .intake import Asked, Intake, bits, numbers
from .kernel import pack
from .problems import grade_beyond
from .values import Codes
from .words import Array


def packed_words(batch: Any, asked: Asked, first_row: int) -> Array:
    """Return the events of a stretch as words; raises FrameRefused for a grade out of range."""
    size = batch.num_rows
    zeros, ones = np.zeros(size, np.uint8), np.ones(size, np.uint8)
    there = set(batch.schema.names)
    words = np.empty(size, np.uint32)
    positive, known = _judged(batch, "positive", ones) if "positive" in there else (zeros, zeros)
    top, top_known = _judged(batch, "top", ones) if "top" in there else (zeros, zeros)
    grade, graded = np.zeros(size, np.int64), zeros
    if "grade" in there:
        column = batch.column("grade")
        grade, graded = numbers(column).astype(np.int64), _there(column, ones)
    kinds = numbers(batch.column("kind")) if "kind" in there else zeros.view(np.int8)
    wrong = pack(
        kinds,
        positive,
        known,
        grade,
        graded,
        top & top_known,
        _left_out(batch, asked, there),
        words,
    )
    if wrong >= 0:
        raise grade_beyond(first_row + wrong, grade[wrong])
    return words


def _judged(batch: Any, name: str, ones: Array) -> tuple[Array, Array]:
    column = batch.column(name)
    return bits(column.buffers()[1], column), _there(column, ones)


def _there(column: Any, ones: Array) -> Array:
    mask = column.buffers()[0]
    return ones if mask is None or not column.null_count else bits(mask, column)


def _left_out(batch: Any, asked: Asked, there: set[str]) -> Array:
    """Return which rows do not count at the instants asked for."""
    out = np.zeros(batch.num_rows, np.bool_)
    if asked.at is not None:
        out |= numbers(batch.column("instant")) > asked.at
    if asked.known is not None:
        out |= numbers(batch.column("recorded")) > asked.known
    if "voided" in there:
        column = batch.column("voided")
        voided = _there(column, np.ones(batch.num_rows, np.uint8)).astype(np.bool_)
        out |= voided if asked.known is None else voided & (numbers(column) <= asked.known)
    return out.view(np.uint8)


def codes_of(batch: Any, name: str, codes: Codes | None) -> Array:
    """Return a column's codes as int32, from 0; nothing at all where the column is not needed."""
    if codes is None:
        return np.empty(0, np.int32)
    given = numbers(batch.column(name))
    if not codes.low:
        return given.astype(np.int32, copy=False)
    return (given.astype(np.int64) - codes.low).astype(np.int32)


def whole(intake: Intake, name: str, codes: Codes | None) -> Array:
    """Return a whole column's codes as int32."""
    parts = [codes_of(batch, name, codes) for batch in intake.stretches()]
    return np.concatenate([np.empty(0, np.int32), *parts])
