"""From changes to the table that comes out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pyarrow

from clapometer.scoring.rounding import ROUNDINGS
from clapometer.scoring.rules import Rule

from . import sums
from .following import Change
from .intake import STRETCH, Intake
from .packing import codes_of
from .words import Array, room

# The one rounding that is compiled; the others run as they are defined, which takes longer.
_COMPILED = "floating-half-up"


def history_table(intake: Intake, rule: Rule, found: Iterator[Change]) -> Any:
    """Return one row per row that came in, with the tally after it."""
    size = intake.size
    count, positive, graded = (room(size, np.int32) for _ in range(3))
    mean, share, printed = room(size, float), room(size, float), room(size, np.int8)
    running = np.zeros(intake.works.span * 4, np.int64)
    tallies, start = np.empty((STRETCH, 4), np.int64), 0
    for change in found:
        part = tallies[: change.works.size]
        sums.add_up(change.works, change.before, change.after, running, part)
        if change.rows is not None:
            sums.spread(part, change.rows, count, positive, graded, mean)
            continue
        here = slice(start, start := start + change.works.size)
        sums.lay_down(part, count[here], positive[here], graded[here], mean[here])
        sums.read_through(count[here], positive[here], rule.minimum, share[here], printed[here])
    sums.read_through(count[start:], positive[start:], rule.minimum, share[start:], printed[start:])
    if rule.rounding != _COMPILED:
        _round(rule, count, positive, printed)
    bits = np.empty((4, (size + 7) // 8), np.uint8)
    left_out = sums.mark_values(count, positive, graded, mean, rule.minimum, bits)
    mask = bits[0] if left_out else None
    return pyarrow.table(
        {
            "seq": _seq(intake),
            "work": intake.work,
            "count": _column(count, mask),
            "positive": _column(positive, mask),
            "share": _column(share, bits[1]),
            "mean": _column(mean, bits[2]),
            "graded": _column(graded, mask),
            "printed": _column(printed, bits[3]),
        }
    )


def _round(rule: Rule, count: Array, positive: Array, printed: Array) -> None:
    """Write the printed score by the rounding as it is defined, which takes arrays too."""
    define = ROUNDINGS[rule.rounding].printed
    for start in range(0, count.size, STRETCH):
        here = slice(start, start + STRETCH)
        enough = (count[here] > 0) & rule.enough(count[here])
        shown = define(positive[here].astype(np.int64), np.maximum(count[here], 1).astype(np.int64))
        printed[here] = np.where(enough, shown, 0)


def scores_table(intake: Intake, rule: Rule, found: Iterator[Change]) -> Any:
    """Return one row per work, in the order of their first rows."""
    totals = np.zeros((intake.works.span, 7), np.int64)
    for change in found:
        sums.add_all(change.works, change.before, change.after, totals)
    firsts = first_rows(intake)
    order = np.flatnonzero(firsts >= 0)
    order = order[firsts[order].argsort()]
    return _scores(intake.work.take(pyarrow.array(firsts[order])), rule, totals[order])


def first_rows(intake: Intake) -> Array:
    """Return the first row of each work by its code, -1 where no row has it."""
    firsts, start = np.full(intake.works.span, -1, np.int64), 0
    for works in work_codes(intake):
        sums.meet(works, start, firsts)
        start += works.size
    return firsts


def work_codes(intake: Intake) -> Iterator[Array]:
    """Yield the codes of the works, stretch after stretch of the rows as they came."""
    for batch in intake.stretches():
        yield codes_of(batch, "work", intake.works)


def _scores(works: Any, rule: Rule, totals: Array) -> Any:
    count, positive, graded, grade_sum, squares, top, top_positive = totals.T.copy()
    some, with_grade = count > 0, graded > 0
    share, printed = np.empty(count.size), np.empty(count.size, np.int8)
    sums.read_through(count, positive, rule.minimum, share, printed)
    if rule.rounding != _COMPILED:
        _round(rule, count, positive, printed)
    return pyarrow.table(
        {
            "work": works,
            "count": count.astype(np.int32),
            "positive": positive.astype(np.int32),
            "share": pyarrow.array(share, mask=~some),
            "mean": pyarrow.array(grade_sum / np.maximum(graded * 10_000, 1), mask=~with_grade),
            "graded": graded.astype(np.int32),
            "printed": pyarrow.array(printed, mask=~(some & rule.enough(count))),
            "grade_sum": grade_sum,
            "grade_squares": squares,
            "top_count": top,
            "top_positive": top_positive,
        }
    )


def _seq(intake: Intake) -> Any:
    if intake.seq is not None:
        return intake.seq.cast(pyarrow.int64())
    numbers = room(intake.size, np.int64)
    for start in range(0, intake.size, STRETCH):
        part = numbers[start : start + STRETCH]
        part[:] = np.arange(start, start + part.size)
    return _column(numbers, None)


def _column(values: Array, bits: Array | None) -> Any:
    mask = None if bits is None else pyarrow.py_buffer(bits)
    kind = pyarrow.from_numpy_dtype(values.dtype)
    return pyarrow.Array.from_buffers(kind, values.size, [mask, pyarrow.py_buffer(values)])
