"""The rows that count put together work by work, and the tally carried along within each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numba import njit

from .following import Change
from .words import KNOWN, NO_ROW, TOP, Array


@dataclass(frozen=True, slots=True)
class Grouped:
    """Rows by work: those of work `w` lie from starts[w] up to ends[w], in published order.

    `rows`: where each stands in the table. `before`, `after`: the words it takes away and adds.
    """

    starts: Array
    ends: Array
    rows: Array
    before: Array
    after: Array


@dataclass(frozen=True, slots=True)
class Told:
    """Some works told: `sums` after each row, and one line for each instant of a work.

    `base`: the first of the rows. The columns of `sums` are count, positive, top_count and
    top_positive. Of each instant: its work, its first row and its last, counted from `base`; when
    it is; how many verdicts have come into force; by when all was recorded; and whether a review
    already posted was changed at it.
    """

    base: int
    sums: Array
    works: Array
    firsts: Array
    lasts: Array
    at: Array
    arrived: Array
    recorded: Array
    touched: Array


@njit(nogil=True, cache=True)
def _count(works: Array, numbers: Array, starts: Array) -> None:
    for work in works:
        starts[numbers[work] + 1] += 1


@njit(nogil=True, cache=True)
def _put(
    works: Array, before: Array, after: Array, rows: Array, first_row: int, numbers: Array,
    ends: Array, all_rows: Array, all_before: Array, all_after: Array,
) -> None:  # fmt: skip
    """Put the rows of a stretch behind those of their works; left-out rows are put nowhere."""
    for i in range(works.size):
        if before[i] == NO_ROW:
            continue
        work = numbers[works[i]]
        at = ends[work]
        ends[work] = at + 1
        all_rows[at] = rows[i] if rows.size else first_row + i
        all_before[at], all_after[at] = before[i], after[i]


def grouped(found: Iterable[Change], codes: Iterable[Array], numbers: Array, size: int) -> Grouped:
    """Return the rows by work. `codes` are the works of all rows, `numbers` their new numbers."""
    starts = np.zeros(numbers.size + 1, np.int64)
    for works in codes:
        _count(works, numbers, starts)
    starts = starts.cumsum()
    ends = starts[:-1].copy()
    rows, before, after = (np.empty(size, np.uint32) for _ in range(3))
    start, none = 0, np.empty(0, np.uint32)
    for change in found:
        where = none if change.rows is None else change.rows
        _put(change.works, change.before, change.after, where, start, numbers, ends, rows, before,
             after)  # fmt: skip
        start += change.works.size
    return Grouped(starts, ends, rows, before, after)


@njit(nogil=True, cache=True)
def _tell(
    first_work: int, starts: Array, ends: Array, rows: Array, before: Array, after: Array,
    instants: Array, recorded: Array, kinds: Array, sums: Array, marks: Array, lines: Array,
) -> Any:  # fmt: skip
    """Fill sums, one row each, and lines, one instant each; return how many instants there are."""
    base, found = starts[0], 0
    for work in range(ends.size):
        running, arrived, known = np.zeros(4, np.int64), 0, np.int64(0)
        for i in range(starts[work], ends[work]):
            row, old, new = np.intp(rows[i]), np.int64(before[i]), np.int64(after[i])
            at, count = instants[row], running[0]
            for sign, word in ((-1, old), (1, new)):
                positive, top = word >> 1 & word & 1, (word & TOP) != 0
                running[0] += sign * (word & KNOWN)
                running[1] += sign * positive
                running[2] += sign * (word & KNOWN & top)
                running[3] += sign * (positive & top)
            arrived += running[0] > count
            first = i == starts[work]
            known = recorded[row] if first else max(known, recorded[row])
            if first or lines[found - 1, 3] != at:
                lines[found, 0], lines[found, 1] = first_work + work, i - base
                marks[found] = False
                found += 1
            line = found - 1
            lines[line, 2], lines[line, 3] = i - base, at
            lines[line, 4], lines[line, 5] = arrived, known
            marks[line] |= kinds[row] != 0 and old != new
            sums[i - base] = running
    return found


def told(
    group: Grouped, first: int, after: int, instants: Array, recorded: Array, kinds: Array
) -> Told:
    """Return the works from `first` to before `after`. The arrays are by row of the table."""
    starts, ends = group.starts[first:after], group.ends[first:after]
    size = int(ends[-1] - starts[0])
    sums = np.empty((size, 4), np.int64)
    marks, lines = np.empty(size, np.bool_), np.empty((size, 6), np.int64)
    found = _tell(
        first, starts, ends, group.rows, group.before, group.after, instants, recorded, kinds, sums,
        marks, lines,
    )  # fmt: skip
    works, firsts, lasts, at, arrived, known = lines[:found].T
    return Told(int(starts[0]), sums, works, firsts, lasts, at, arrived, known, marks[:found])
