"""From changes to the table that comes out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pyarrow

from clapometer.scoring.rounding import ROUNDINGS
from clapometer.scoring.rules import Rule

from . import sums
from .ahead import ahead, at_once, cuts_for, workers_for
from .blocks import Spare, room
from .following import Change, changes
from .intake import STRETCH, Asked, Intake
from .packing import codes_of
from .words import Array

# The one rounding that is compiled; the others run as they are defined, which takes longer.
_COMPILED = "floating-half-up"


class _Columns:
    """The columns of a history, in one block of memory, and the bitmaps of what is not empty."""

    def __init__(self, size: int, numbered: bool) -> None:
        whole, real, small = np.int32, np.float64, np.int8
        kinds: list[Any] = [whole, whole, whole, real, real, small]
        if numbered:
            kinds.append(np.int64)
        self.count, self.positive, self.graded, self.share, self.mean, self.printed, *seq = room(
            *((size, kind) for kind in kinds)
        )
        self.seq = seq[0] if seq else None
        self.bits = np.zeros((4, (size + 7) // 8), np.uint8)

    def spare(self) -> Spare:
        """Return those of the columns that are free to note things in, until they are written."""
        return Spare(self.share.view(np.uint64), self.mean.view(np.uint64), self.count)


def history_table(intake: Intake, rule: Rule) -> Any:
    """Return one row per row that came in, with the tally after it."""
    size = intake.size
    out = _Columns(size, intake.seq is None)
    running = np.zeros(intake.works.span * 4, np.uint64)
    start, spare = 0, None
    found = changes(intake, rule.versions, out.spare())
    for change in ahead(_counted_up(found, out.seq), size):
        if change.rows is None:
            sums.tell(
                change.works, change.before, change.after, running, rule.minimum, start, out.count,
                out.positive, out.graded, out.share, out.mean, out.printed, out.bits,
            )  # fmt: skip
        else:
            if spare is None:
                spare = room((4 * size, np.uint32))[0] if change.spare is None else change.spare
            sums.scatter(
                change.works, change.before, change.after, running, change.rows,
                spare.view(np.uint64), spare.view(np.float64), out.graded,
            )  # fmt: skip
        start += change.works.size
    if spare is not None:
        _read_all(out, rule, spare)
    if rule.rounding != _COMPILED:
        _round(rule, out.count, out.positive, out.printed)
    return _table(intake, out)


def _counted_up(found: Iterator[Change], seq: Array | None) -> Iterator[Change]:
    """Yield the changes, and number as many rows meanwhile where the table does not."""
    start = 0
    for change in found:
        if seq is not None:
            sums.count_up(seq, start, change.works.size)
        start += change.works.size
        yield change


def _read_all(out: _Columns, rule: Rule, spare: Array) -> None:
    """Write the columns from what was scattered over the rows."""
    size = out.count.size
    workers = workers_for(size)
    cuts = [cut // 8 * 8 for cut in cuts_for(size, workers)[:-1]] + [size]

    def read(one: int) -> None:
        sums.lay_back(
            spare.view(np.uint64), spare.view(np.float64), cuts[one], cuts[one + 1], out.count,
            out.positive, out.mean,
        )  # fmt: skip
        sums.read_through(
            out.count, out.positive, out.graded, rule.minimum, cuts[one], cuts[one + 1], out.share,
            out.printed, out.bits,
        )  # fmt: skip

    at_once(read, workers)


def _table(intake: Intake, out: _Columns) -> Any:
    asked = intake.asked
    all_count = asked == Asked() and "voided" not in intake.columns.column_names
    mask = None if all_count else out.bits[0]
    return pyarrow.table(
        {
            "seq": intake.seq if out.seq is None else _column(out.seq, None),
            "work": intake.work,
            "count": _column(out.count, mask),
            "positive": _column(out.positive, mask),
            "share": _column(out.share, out.bits[1]),
            "mean": _column(out.mean, out.bits[2]),
            "graded": _column(out.graded, mask),
            "printed": _column(out.printed, out.bits[3]),
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
    for change in ahead(found, intake.size):
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
    counted, favourable, with_grade, grade_sum, squares, top, top_positive = totals.T.copy()
    count, positive, graded = (one.astype(np.int32) for one in (counted, favourable, with_grade))
    share, printed = np.empty(count.size), np.empty(count.size, np.int8)
    bits = np.zeros((4, (count.size + 7) // 8), np.uint8)
    sums.read_through(count, positive, graded, rule.minimum, 0, count.size, share, printed, bits)
    if rule.rounding != _COMPILED:
        _round(rule, count, positive, printed)
    return pyarrow.table(
        {
            "work": works,
            "count": count,
            "positive": positive,
            "share": _column(share, bits[1]),
            "mean": _column(grade_sum / np.maximum(with_grade * 10_000, 1), bits[2]),
            "graded": graded,
            "printed": _column(printed, bits[3]),
            "grade_sum": grade_sum,
            "grade_squares": squares,
            "top_count": top,
            "top_positive": top_positive,
        }
    )


def _column(values: Array, bits: Array | None) -> Any:
    mask = None if bits is None else pyarrow.py_buffer(bits)
    kind = pyarrow.from_numpy_dtype(values.dtype)
    return pyarrow.Array.from_buffers(kind, values.size, [mask, pyarrow.py_buffer(values)])
