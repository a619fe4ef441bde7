"""A number for each reviewer of each work: found without a sort, by both cores.

Each pair is mixed into a number of 64 bits that stands for it and no other. Pairs are laid out by
the upper bits into groups so small that the table each is looked up in stays in the processor's
cache; the groups have nothing in common, so several are worked on at once.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
from numba import njit

from .ahead import at_once, cuts_for, places_for, workers_for
from .blocks import Spare, spare_for
from .words import Array

# About so many pairs (2 to the power) share a table, and at most so many tables are there.
_GROUP_BITS, _MOST_BITS = 15, 12
_SPREAD, _AGAIN = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xD6E8FEB86659FD93)
_HALF, _1, _64 = np.uint64(32), np.uint64(1), np.uint64(64)


@njit(nogil=True, cache=True, inline="always")
def _mixed(first: Any, second: Any) -> Any:
    """Return a number that is different for each pair, and never 0; its upper bits are spread."""
    key = ((np.uint64(np.uint32(first)) << _HALF) | np.uint64(np.uint32(second))) + _1
    key *= _SPREAD
    key ^= key >> _HALF
    return key * _AGAIN


@njit(nogil=True, cache=True)
def _count(first: Array, second: Array, shift: Any, counts: Array) -> None:
    for i in range(first.size):
        counts[_mixed(first[i], second[i]) >> shift] += 1


@njit(nogil=True, cache=True)
def _lay_out(first: Array, second: Array, shift: Any, places: Array, cells: Array) -> None:
    for i in range(first.size):
        mixed = _mixed(first[i], second[i])
        place = places[mixed >> shift]
        places[mixed >> shift] = place + _1
        cells[place] = mixed


@njit(nogil=True, cache=True)
def _number(cells: Array, ends: Array, low: int, high: int, bits: Any, found: Array) -> None:
    """Put a number from 0 in place of each pair of the groups; `found` gets how many there are."""
    keys, numbers = np.empty(2, np.uint64), np.empty(2, np.uint32)
    for group in range(low, high):
        start, end = np.int64(ends[group - 1]) if group else 0, np.int64(ends[group])
        room_bits = 1
        while 2 << room_bits < 3 * (end - start):
            room_bits += 1
        size = 1 << room_bits
        if keys.size < size:
            keys, numbers = np.empty(size, np.uint64), np.empty(size, np.uint32)
        keys[:size] = 0
        down, mask, count = _64 - np.uint64(room_bits), np.uint64(size - 1), np.uint32(0)
        for i in range(start, end):
            key = cells[i]
            cell = (key << bits) >> down
            while keys[cell] != 0 and keys[cell] != key:
                cell = (cell + _1) & mask
            if keys[cell] == 0:
                keys[cell], numbers[cell] = key, count
                count += np.uint32(1)
            cells[i] = np.uint64(numbers[cell])
        found[group] = count


@njit(nogil=True, cache=True)
def _collect(
    first: Array, second: Array, shift: Any, places: Array, cells: Array, bases: Array,
    numbers: Array,
) -> None:  # fmt: skip
    """Write the number of each row, in the order of rows."""
    for i in range(first.size):
        group = _mixed(first[i], second[i]) >> shift
        place = places[group]
        places[group] = place + _1
        numbers[i] = np.int32(cells[place] + bases[group])


def numbered(first: Array, second: Array, spare: Spare | None = None) -> tuple[Array, int]:
    """Return a number for each distinct pair of codes, from 0, and how many pairs there are.

    The codes are int32, those of `first` from 0, those of `second` from -1. The numbers of pairs
    follow no order, and lie in `spare` where that is given.
    """
    size = first.size
    bits = max(1, min(_MOST_BITS, (size >> _GROUP_BITS).bit_length()))
    shift, groups, workers = np.uint64(64 - bits), 1 << bits, workers_for(size)
    cuts = cuts_for(size, workers)
    parts = [(first[a:b], second[a:b]) for a, b in pairwise(cuts)]
    counts = np.zeros((workers, groups), np.uint64)
    cells, _, numbers = spare or spare_for(size)
    at_once(lambda one: _count(*parts[one], shift, counts[one]), workers)
    places, ends = places_for(counts), np.cumsum(counts.sum(axis=0))
    then = places.copy()
    at_once(lambda one: _lay_out(*parts[one], shift, places[one], cells), workers)
    found, turns = np.zeros(groups, np.uint64), cuts_for(groups, workers)
    upper = np.uint64(bits)
    at_once(lambda n: _number(cells, ends, turns[n], turns[n + 1], upper, found), workers)
    bases = np.cumsum(found) - found
    outs = [numbers[a:b] for a, b in pairwise(cuts)]
    at_once(lambda one: _collect(*parts[one], shift, then[one], cells, bases, outs[one]), workers)
    return numbers, max(int(found.sum()), 1)
