"""Rows put in published order by a radix sort, only where they are not in it already."""

from __future__ import annotations

import numpy as np
from numba import njit

from .kernel import AHEAD, fetch_ahead
from .words import Array

_DIGIT = 11
# Instants are often whole days or seconds; a sort of these needs fewer digits.
_UNITS = (86_400_000_000, 3_600_000_000, 60_000_000, 1_000_000, 1_000)


@njit(nogil=True, cache=True)
def in_order(instants: Array, seqs: Array) -> bool:
    """Return whether the rows ascend by (instant, seq); no seqs at all is the order of rows."""
    for i in range(1, instants.size):
        if instants[i] < instants[i - 1]:
            return False
        if seqs.size and instants[i] == instants[i - 1] and seqs[i] < seqs[i - 1]:
            return False
    return True


@njit(nogil=True, cache=True)
def _whole(values: Array, low: int, unit: int) -> bool:
    for value in values:  # noqa: SIM110 -- Numba compiles no generator into all()
        if (value - low) % unit:
            return False
    return True


@njit(nogil=True, cache=True)
def _paired(
    values: Array, order: Array, low: int, unit: int, skip: int, mask: int, shift: int
) -> Array:
    """Return some bits of each value above the row it stands in, in the order so far."""
    pairs = np.empty(order.size, np.uint64)
    for i in range(order.size):
        if i + AHEAD < order.size:
            fetch_ahead(values, np.intp(order[i + AHEAD]))
        bits = ((values[order[i]] - low) // unit >> skip) & mask
        pairs[i] = np.uint64(bits) << np.uint64(shift) | np.uint64(order[i])
    return pairs


@njit(nogil=True, cache=True)
def _sorted_pairs(pairs: Array, shift: int, bits: int) -> Array:
    """Return the pairs in the order of the bits from `shift` on; equal ones keep their order."""
    other = np.empty_like(pairs)
    mask = np.uint64((1 << _DIGIT) - 1)
    for digit in range(shift, shift + bits, _DIGIT):
        by = np.uint64(digit)
        places = np.zeros((1 << _DIGIT) + 1, np.int64)
        for pair in pairs:
            places[np.intp(pair >> by & mask) + 1] += 1
        places = np.cumsum(places)
        for pair in pairs:
            bucket = np.intp(pair >> by & mask)
            other[places[bucket]] = pair
            places[bucket] += 1
        pairs, other = other, pairs
    return pairs


@njit(nogil=True, cache=True)
def _rows(pairs: Array, mask: int) -> Array:
    rows = np.empty(pairs.size, np.uint32)
    for i in range(pairs.size):
        rows[i] = pairs[i] & np.uint64(mask)
    return rows


def sorted_rows(values: Array, order: Array) -> Array:
    """Return the order further sorted by the values, least significant bits first."""
    low = int(values.min())
    unit = next((unit for unit in _UNITS if _whole(values, low, unit)), 1)
    need = ((int(values.max()) - low) // unit).bit_length()
    shift = max(1, (values.size - 1).bit_length())
    room = 64 - shift - 1
    for skip in range(0, need, room):
        bits = min(room, need - skip)
        pairs = _paired(values, order, low, unit, skip, (1 << bits) - 1, shift)
        order = _rows(_sorted_pairs(pairs, shift, bits), (1 << shift) - 1)
    return order


def published_order(instants: Array, seqs: Array | None) -> Array:
    """Return the row numbers ordered by (instant, seq), or by (instant, row) without seqs."""
    order = np.arange(instants.size, dtype=np.uint32)
    if seqs is not None:
        order = sorted_rows(seqs, order)
    return sorted_rows(instants, order)


@njit(nogil=True, cache=True)
def gather(cells: Array, rows: Array, words: Array, works: Array, reviewers: Array) -> None:
    """Write the packed events of some rows in a line: cells hold word, work, reviewer, nothing."""
    for i in range(rows.size):
        if i + AHEAD < rows.size:
            fetch_ahead(cells, np.intp(rows[i + AHEAD]) * 4)
        at = np.intp(rows[i]) * 4
        words[i], works[i], reviewers[i] = cells[at], cells[at + 1], cells[at + 2]
