"""Rows put in published order by a radix sort, only where they are not in it already."""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

from .ahead import at_once, cuts_for, places_for, workers_for
from .blocks import Spare, room, spare_for
from .kernel import AHEAD, fetch_ahead
from .words import Array

_DIGIT = 11
_MASK = np.uint64((1 << _DIGIT) - 1)
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
def _pair(
    values: Array, order: Array, low: int, unit: int, skip: int, mask: int, shift: int, pairs: Array
) -> None:
    """Write some bits of each value above the row it stands in, in the order so far."""
    for i in range(order.size):
        if i + AHEAD < order.size:
            fetch_ahead(values, np.intp(order[i + AHEAD]))
        bits = ((values[order[i]] - low) // unit >> skip) & mask
        pairs[i] = np.uint64(bits) << np.uint64(shift) | np.uint64(order[i])


@njit(nogil=True, cache=True)
def _count(pairs: Array, by: Any, counts: Array) -> None:
    for pair in pairs:
        counts[pair >> by & _MASK] += 1


@njit(nogil=True, cache=True)
def _move(pairs: Array, by: Any, places: Array, other: Array) -> None:
    for pair in pairs:
        bucket = pair >> by & _MASK
        place = places[bucket]
        other[place] = pair
        places[bucket] = place + np.uint64(1)


def _sorted_pairs(pairs: Array, other: Array, shift: int, bits: int) -> Array:
    """Return the pairs in the order of the bits from `shift` on; equal ones keep their order."""
    workers = workers_for(pairs.size)
    cuts = cuts_for(pairs.size, workers)
    for digit in range(shift, shift + bits, _DIGIT):
        _sort_by(pairs, other, np.uint64(digit), workers, cuts)
        pairs, other = other, pairs
    return pairs


def _sort_by(pairs: Array, other: Array, by: Any, workers: int, cuts: list[int]) -> None:
    """Write the pairs into the other array, in the order of one digit."""
    counts = np.zeros((workers, 1 << _DIGIT), np.uint64)
    at_once(lambda one: _count(pairs[cuts[one] : cuts[one + 1]], by, counts[one]), workers)
    places = places_for(counts)
    at_once(lambda one: _move(pairs[cuts[one] : cuts[one + 1]], by, places[one], other), workers)


@njit(nogil=True, cache=True)
def _rows(pairs: Array, mask: int, rows: Array) -> None:
    for i in range(pairs.size):
        rows[i] = pairs[i] & np.uint64(mask)


def sorted_rows(values: Array, order: Array, spare: Spare | None = None) -> Array:
    """Return the order further sorted by the values, least significant bits first."""
    low = int(values.min())
    unit = next((unit for unit in _UNITS if _whole(values, low, unit)), 1)
    need = ((int(values.max()) - low) // unit).bit_length()
    shift = max(1, (values.size - 1).bit_length())
    free = 64 - shift - 1
    workers = workers_for(values.size)
    cuts = cuts_for(values.size, workers)
    pairs, other, _ = spare or spare_for(values.size)
    for skip in range(0, need, free):
        bits, start = min(free, need - skip), order

        def pair(one: int, skip: int = skip, bits: int = bits, start: Array = start) -> None:
            part = slice(cuts[one], cuts[one + 1])
            _pair(values, start[part], low, unit, skip, (1 << bits) - 1, shift, pairs[part])

        at_once(pair, workers)
        (order,) = room((values.size, np.uint32))
        _rows(_sorted_pairs(pairs, other, shift, bits), (1 << shift) - 1, order)
    return order


def published_order(instants: Array, seqs: Array | None, spare: Spare | None = None) -> Array:
    """Return the row numbers ordered by (instant, seq), or by (instant, row) without seqs."""
    order = np.arange(instants.size, dtype=np.uint32)
    if seqs is not None:
        order = sorted_rows(seqs, order, spare)
    return sorted_rows(instants, order, spare)


@njit(nogil=True, cache=True)
def gather(cells: Array, rows: Array, words: Array, works: Array, reviewers: Array) -> None:
    """Write the packed events of some rows in a line: cells hold word, work, reviewer, nothing."""
    for i in range(rows.size):
        if i + AHEAD < rows.size:
            fetch_ahead(cells, np.intp(rows[i + AHEAD]) * 4)
        at = np.intp(rows[i]) * 4
        words[i], works[i], reviewers[i] = cells[at], cells[at + 1], cells[at + 2]
