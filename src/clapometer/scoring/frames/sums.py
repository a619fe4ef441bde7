"""The compiled running sums of works, and the columns read from them.

Three numbers of 64 bits run along for each work: count and, above it, positive; graded; the sum of
the grades. A fourth is empty, so that those of one work lie in one line of the cache.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

from .kernel import AHEAD, fetch_ahead
from .words import GRADE_BITS, GRADE_SHIFT, KNOWN, NO_ROW, Array

# Rows whose sums stay in the nearest cache between being added up and being read.
_NEAR = 2048
_GRADE = np.uint64((1 << GRADE_BITS) - 1)
_SHIFT, _NO_ROW = np.uint64(GRADE_SHIFT), np.uint32(NO_ROW)
_HALF, _LOW = np.uint64(32), np.uint64(0xFFFFFFFF)
_1, _2, _4 = np.uint64(1), np.uint64(2), np.uint64(4)
_POSITIVE_UP = np.uint64(31)
_EIGHT_FLAGS = np.uint64(0x0102040810204080)
_SEVEN_BYTES = np.uint64(56)
_LOWEST, _NONE = np.uint64(0x0101010101010101), np.uint64(0xFFFFFFFFFFFFFFFF)
FLAGS = ("row", "share", "mean", "printed")
"""What a row may have, bit by bit of its flags, and bitmap by bitmap."""
_FLAGS = len(FLAGS)


@njit(nogil=True, cache=True, inline="always")
def _counted(word: Any) -> Any:
    """Return the word's verdict as the running number holds it: known, and for in the upper half.

    The bits KNOWN and POSITIVE are the lowest two of a word.
    """
    return (word & _1) | ((word & _2) << _POSITIVE_UP)


@njit(nogil=True, cache=True, error_model="numpy")
def _carry(
    works: Array, before: Array, after: Array, sums: Array, counts: Array, graded: Array,
    grades: Array,
) -> None:  # fmt: skip
    """Carry the sums of each work along, and write them after each row.

    A row that does not count gets all ones as its counts.
    """
    last = works.size - 1
    for i in range(works.size):
        fetch_ahead(sums, np.intp(works[min(i + AHEAD, last)]) << 2)
        if before[i] == _NO_ROW:
            counts[i], graded[i], grades[i] = _NONE, np.uint64(0), np.uint64(0)
            continue
        old, new = np.uint64(before[i]), np.uint64(after[i])
        at = np.uint64(np.uint32(works[i])) << _2
        both = sums[at] + _counted(new) - _counted(old)
        with_grade = sums[at + _1] + (new >> _2 & _1) - (old >> _2 & _1)
        grade = sums[at + _2] + (new >> _SHIFT & _GRADE) - (old >> _SHIFT & _GRADE)
        sums[at], sums[at + _1], sums[at + _2] = both, with_grade, grade
        counts[i], graded[i], grades[i] = both, with_grade, grade


@njit(nogil=True, cache=True, error_model="numpy")
def _lay_down(
    counts: Array, with_grade: Array, grades: Array, count: Array, positive: Array, graded: Array,
    mean: Array,
) -> None:  # fmt: skip
    """Write the running numbers as columns; the count is -1 where a row does not count."""
    for i in range(count.size):
        count[i] = np.int32(counts[i] & _LOW)
        positive[i] = max(np.int32(counts[i] >> _HALF), np.int32(0))
    for i in range(count.size):
        some = np.int32(with_grade[i])
        graded[i] = some
        mean[i] = np.float64(np.int64(grades[i])) / (np.float64(max(some, np.int32(1))) * 10_000.0)


@njit(nogil=True, cache=True, error_model="numpy")
def _read(
    count: Array, positive: Array, graded: Array, minimum: int, share: Array, printed: Array,
    flags: Array,
) -> None:  # fmt: skip
    """Write the share and the printed share, and as flags what there is: see FLAGS.

    The count -1 of a row that does not count gives way to 0.
    """
    least = np.int32(max(minimum, 1))
    for i in range(count.size):
        counted, favourable = count[i], positive[i]
        flags[i] = (
            np.uint8(counted >= 0)
            | np.uint8(counted > 0) << np.uint8(1)
            | np.uint8(graded[i] > 0) << np.uint8(2)
            | np.uint8(counted >= least) << np.uint8(3)
        )
        count[i] = max(counted, np.int32(0))
        part = np.float64(favourable) / np.float64(max(counted, np.int32(1)))
        share[i] = part
        # The rounding floating-half-up, 100 only where nobody is against.
        nearest = np.int32(part * 100.0 + 0.5)
        nearest = np.int32(99) if nearest == 100 and favourable != counted else nearest
        printed[i] = np.int8(nearest if counted >= least else 0)


@njit(nogil=True, cache=True, error_model="numpy")
def _set_bits(flags: Array, size: int, start: int, bits: Array) -> None:
    """Set the bits of four bitmaps from `start` on by four flags of each row.

    Behind the last flag stand zeros, up to a multiple of eight.
    """
    if start % 8:
        for i in range(size):
            for one in range(_FLAGS):
                bit = np.uint8(flags[i] >> one & 1) << ((start + i) & 7)
                bits[one, (start + i) >> 3] |= np.uint8(bit)
        return
    eights = flags.view(np.uint64)
    for one in range(_FLAGS):
        down, line = np.uint64(one), bits[one]
        for byte in range((size + 7) // 8):
            eight = (eights[byte] >> down) & _LOWEST
            line[(start >> 3) + byte] = np.uint8(eight * _EIGHT_FLAGS >> _SEVEN_BYTES)


@njit(nogil=True, cache=True, error_model="numpy")
def tell(
    works: Array, before: Array, after: Array, sums: Array, minimum: int, start: int, count: Array,
    positive: Array, graded: Array, share: Array, mean: Array, printed: Array, bits: Array,
) -> None:  # fmt: skip
    """Carry the sums along and write all that is said after each of the rows from `start` on."""
    counts, with_grade = np.empty(_NEAR, np.uint64), np.empty(_NEAR, np.uint64)
    grades, flags = np.empty(_NEAR, np.uint64), np.zeros(_NEAR, np.uint8)
    for first in range(0, works.size, _NEAR):
        size = min(_NEAR, works.size - first)
        a, b = start + first, start + first + size
        _carry(works[first : first + size], before[first : first + size],
               after[first : first + size], sums, counts, with_grade, grades)  # fmt: skip
        _lay_down(counts, with_grade, grades, count[a:b], positive[a:b], graded[a:b], mean[a:b])
        flags[size:] = 0
        _read(count[a:b], positive[a:b], graded[a:b], minimum, share[a:b], printed[a:b], flags)
        _set_bits(flags, size, a, bits)


@njit(nogil=True, cache=True, error_model="numpy")
def scatter(
    works: Array, before: Array, after: Array, sums: Array, rows: Array, tallies: Array,
    means: Array, graded: Array,
) -> None:  # fmt: skip
    """Carry the sums along and write them to the rows they belong to.

    `tallies` and `means` are the same memory, two numbers for each row: its counts and its mean
    stand side by side, so that one line of the cache is looked for and not two.
    """
    counts, with_grade = np.empty(_NEAR, np.uint64), np.empty(_NEAR, np.uint64)
    grades = np.empty(_NEAR, np.uint64)
    for first in range(0, works.size, _NEAR):
        size = min(_NEAR, works.size - first)
        _carry(works[first : first + size], before[first : first + size],
               after[first : first + size], sums, counts, with_grade, grades)  # fmt: skip
        last = size - 1
        for i in range(size):
            soon = np.intp(rows[first + min(i + AHEAD, last)])
            fetch_ahead(tallies, soon << 1)
            fetch_ahead(graded, soon)
            row, some = np.uint64(rows[first + i]), np.int32(with_grade[i])
            tallies[row << _1] = counts[i]
            means[(row << _1) + _1] = np.float64(np.int64(grades[i])) / (
                np.float64(max(some, np.int32(1))) * 10_000.0
            )
            graded[row] = some


@njit(nogil=True, cache=True, error_model="numpy")
def lay_back(
    tallies: Array, means: Array, start: int, end: int, count: Array, positive: Array, mean: Array
) -> None:
    """Write as columns what scatter() wrote to some rows."""
    for i in range(start, end):
        both = tallies[2 * i]
        count[i] = np.int32(both & _LOW)
        positive[i] = max(np.int32(both >> _HALF), np.int32(0))
        mean[i] = means[2 * i + 1]


@njit(nogil=True, cache=True, error_model="numpy")
def read_through(
    count: Array, positive: Array, graded: Array, minimum: int, start: int, end: int, share: Array,
    printed: Array, bits: Array,
) -> None:  # fmt: skip
    """Write the share, the printed share and the bitmaps of some rows, from a multiple of 8 on."""
    flags = np.zeros(_NEAR, np.uint8)
    for a in range(start, end, _NEAR):
        b = min(a + _NEAR, end)
        flags[b - a :] = 0
        _read(count[a:b], positive[a:b], graded[a:b], minimum, share[a:b], printed[a:b], flags)
        _set_bits(flags, b - a, a, bits)


@njit(nogil=True, cache=True)
def count_up(numbers: Array, start: int, size: int) -> None:
    """Write the numbers of some rows, from `start` on."""
    for i in range(start, start + size):
        numbers[i] = i


@njit(nogil=True, cache=True)
def add_all(works: Array, before: Array, after: Array, sums: Array) -> None:
    """Add what each row changes to the seven sums of its work, one column per part of a Tally."""
    mask = np.int64((1 << GRADE_BITS) - 1)
    for i in range(works.size):
        if before[i] == _NO_ROW or before[i] == after[i]:
            continue
        work = np.intp(works[i])
        for sign, word in ((-1, np.int64(before[i])), (1, np.int64(after[i]))):
            grade = word >> GRADE_SHIFT & mask
            known, positive, top = word & KNOWN, word >> 1 & 1, word >> 3 & 1
            sums[work, 0] += sign * known
            sums[work, 1] += sign * positive
            sums[work, 2] += sign * (word >> 2 & 1)
            sums[work, 3] += sign * grade
            sums[work, 4] += sign * grade * grade
            sums[work, 5] += sign * (known & top)
            sums[work, 6] += sign * (positive & top)


@njit(nogil=True, cache=True)
def meet(works: Array, start: int, firsts: Array) -> None:
    """Write the first row of each work that has none yet (-1); the rows begin at `start`."""
    for i in range(works.size):
        if firsts[works[i]] < 0:
            firsts[works[i]] = start + i
