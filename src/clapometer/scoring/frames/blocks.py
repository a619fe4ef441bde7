"""Memory for results and for what is noted on the way, given out again once nobody holds it."""

from __future__ import annotations

import ctypes
import mmap
import os
import weakref
from collections.abc import Sequence
from threading import Lock
from typing import Any, NamedTuple

import numpy as np

from .words import Array

# Columns begin where a line of the processor's cache does.
_LINE = 64
# Memory of this process alone: shared memory is slower at first, and a fork would write into it.
_OWN = mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS
# The share of the machine's memory that blocks nobody holds may take.
_KEPT = 1 / 8


class _Blocks:
    """Blocks that were used before, largest last.

    A page that the system hands out anew costs more than all that is computed in it: on a virtual
    machine ten times as much. So a block is kept when its last user lets it go.
    """

    def __init__(self) -> None:
        self.most = int(_KEPT * os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"))
        self._free: list[mmap.mmap] = []
        self._lock = Lock()

    def take(self, size: int) -> Any:
        """Return a buffer of at least so many bytes, which comes back when nobody holds it."""
        block = self._fitting(size) or mmap.mmap(-1, size, _OWN)
        held = (ctypes.c_char * size).from_buffer(block)
        weakref.finalize(held, self._put_back, block)
        return held

    def _fitting(self, size: int) -> mmap.mmap | None:
        with self._lock:
            for place, block in enumerate(self._free):
                # A much larger block is left to those who need it.
                if size <= len(block) <= 2 * size:
                    return self._free.pop(place)
        return None

    def _put_back(self, block: mmap.mmap) -> None:
        with self._lock:
            self._free.append(block)
            self._free.sort(key=len)
            while sum(map(len, self._free)) > self.most:
                self._free.pop(0)


_blocks = _Blocks()


def keep_at_most(size: int) -> None:
    """Keep no more than so many bytes that nobody holds."""
    _blocks.most = size


def room(*wanted: tuple[int, Any]) -> Sequence[Array]:
    """Return an array for each (length, type), not filled yet, all in one block of memory."""
    starts, end = [], 0
    for length, kind in wanted:
        starts.append(end)
        end += -(-length * np.dtype(kind).itemsize // _LINE) * _LINE
    block = np.frombuffer(_blocks.take(max(end, _LINE)), np.uint8)
    return [
        block[start : start + length * np.dtype(kind).itemsize].view(kind)
        for start, (length, kind) in zip(starts, wanted, strict=True)
    ]


class Spare(NamedTuple):
    """Memory to note things in, which is filled with the result afterwards: 8, 8 and 4 bytes for
    each row of the table. `numbers` is overwritten row by row as the result is told."""

    first: Array
    second: Array
    numbers: Array


def spare_for(rows: int) -> Spare:
    """Return memory of its own, for where no result is as long as the table."""
    first, second, numbers = room((rows, np.uint64), (rows, np.uint64), (rows, np.int32))
    return Spare(first, second, numbers)
