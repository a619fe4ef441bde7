"""The compiled running sums of works, and the columns read from them."""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

from .kernel import AHEAD, fetch_ahead
from .words import GRADE_BITS, GRADE_SHIFT, GRADED, KNOWN, NO_ROW, POSITIVE, Array

_GRADE = (1 << GRADE_BITS) - 1


@njit(nogil=True, cache=True)
def add_up(works: Array, before: Array, after: Array, sums: Array, tallies: Array) -> None:
    """Carry the sums of each work along; write count, positive, graded and sum after each row.

    A row that does not count gets the count -1.
    """
    rows = works.size
    for i in range(rows):
        if i + AHEAD < rows:
            fetch_ahead(sums, np.intp(works[i + AHEAD]) * 4)
        at = np.intp(works[i]) * 4
        old, new = np.int64(before[i]), np.int64(after[i])
        if old == NO_ROW:
            tallies[i, 0] = -1
            continue
        if old != new:
            sums[at] += (new & KNOWN) - (old & KNOWN)
            sums[at + 1] += ((new & POSITIVE) - (old & POSITIVE)) >> 1
            sums[at + 2] += ((new & GRADED) - (old & GRADED)) >> 2
            sums[at + 3] += (new >> GRADE_SHIFT & _GRADE) - (old >> GRADE_SHIFT & _GRADE)
        for column in range(4):
            tallies[i, column] = sums[at + column]


@njit(nogil=True, cache=True)
def add_all(works: Array, before: Array, after: Array, sums: Array) -> None:
    """Add what each row changes to the seven sums of its work, one column per part of a Tally."""
    for i in range(works.size):
        if before[i] == NO_ROW or before[i] == after[i]:
            continue
        work = np.intp(works[i])
        for sign, word in ((-1, np.int64(before[i])), (1, np.int64(after[i]))):
            grade = word >> GRADE_SHIFT & _GRADE
            known, positive, top = word & KNOWN, word >> 1 & 1, word >> 3 & 1
            sums[work, 0] += sign * known
            sums[work, 1] += sign * positive
            sums[work, 2] += sign * (word >> 2 & 1)
            sums[work, 3] += sign * grade
            sums[work, 4] += sign * grade * grade
            sums[work, 5] += sign * (known & top)
            sums[work, 6] += sign * (positive & top)


@njit(nogil=True, cache=True)
def printed_half_up(positive: int, count: int) -> Any:
    """Return rounding.floating_half_up of whole numbers; a test compares them pair by pair."""
    nearest = int(positive / count * 100 + 0.5)
    return 99 if nearest == 100 and positive != count else nearest


@njit(nogil=True, cache=True)
def spread(
    tallies: Array, rows: Array, count: Array, positive: Array, graded: Array, mean: Array
) -> None:
    """Write the tallies, which stand in time order, to the rows they belong to."""
    for i in range(rows.size):
        if i + AHEAD < rows.size:
            soon = np.intp(rows[i + AHEAD])
            fetch_ahead(count, soon)
            fetch_ahead(positive, soon)
            fetch_ahead(graded, soon)
            fetch_ahead(mean, soon)
        row, with_grade = np.intp(rows[i]), tallies[i, 2]
        count[row] = tallies[i, 0]
        positive[row], graded[row] = tallies[i, 1], with_grade
        mean[row] = tallies[i, 3] / (with_grade * 10_000) if with_grade else 0.0


@njit(nogil=True, cache=True)
def lay_down(tallies: Array, count: Array, positive: Array, graded: Array, mean: Array) -> None:
    """Write the tallies to as many rows in a line."""
    for i in range(count.size):
        with_grade = tallies[i, 2]
        count[i], positive[i], graded[i] = tallies[i, 0], tallies[i, 1], with_grade
        mean[i] = tallies[i, 3] / (with_grade * 10_000) if with_grade else 0.0


@njit(nogil=True, cache=True)
def read_through(count: Array, positive: Array, minimum: int, share: Array, printed: Array) -> None:
    """Write the share and, from `minimum` reviews on, the printed share; 0 where there is none."""
    for i in range(count.size):
        counted, favourable = np.int64(count[i]), np.int64(positive[i])
        share[i] = favourable / counted if counted > 0 else 0.0
        enough = counted > 0 and counted >= minimum
        printed[i] = printed_half_up(favourable, counted) if enough else 0


@njit(nogil=True, cache=True)
def mark_values(
    count: Array, positive: Array, graded: Array, mean: Array, minimum: int, bits: Array
) -> Any:
    """Set the validity bits of: the row, share, mean, printed; return how many rows are left out.

    The count -1 of a row that does not count gives way to 0.
    """
    left_out, rows = 0, count.size
    for byte in range((rows + 7) // 8):
        row_bits = share_bits = mean_bits = printed_bits = 0
        for bit in range(min(8, rows - byte * 8)):
            i = byte * 8 + bit
            if count[i] < 0:
                count[i] = positive[i] = graded[i] = 0
                mean[i] = 0.0
                left_out += 1
                continue
            row_bits |= 1 << bit
            share_bits |= (count[i] > 0) << bit
            mean_bits |= (graded[i] > 0) << bit
            printed_bits |= (count[i] > 0 and count[i] >= minimum) << bit
        bits[0, byte], bits[1, byte] = row_bits, share_bits
        bits[2, byte], bits[3, byte] = mean_bits, printed_bits
    return left_out


@njit(nogil=True, cache=True)
def meet(works: Array, start: int, firsts: Array) -> None:
    """Write the first row of each work that has none yet (-1); the rows begin at `start`."""
    for i in range(works.size):
        if firsts[works[i]] < 0:
            firsts[works[i]] = start + i
