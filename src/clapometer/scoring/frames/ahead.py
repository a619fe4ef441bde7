"""Two workers: one finds what the next rows change while the other adds up the rows before."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from .words import Array

Item = TypeVar("Item")
_PAYS_FROM = 500_000
_MOST = 8


def workers_for(rows: int) -> int:
    """Return how many threads are worth it for so many rows."""
    return 1 if rows < _PAYS_FROM else min(os.cpu_count() or 1, _MOST)


def cuts_for(size: int, workers: int) -> list[int]:
    """Return where each worker's share of so many rows begins, and where the last one ends."""
    return [size * one // workers for one in range(workers + 1)]


def places_for(counts: Array) -> Array:
    """Return where each worker begins to write in each bucket; `counts` has a line per worker."""
    import numpy as np

    in_line = counts.T.reshape(-1)
    return (np.cumsum(in_line) - in_line).reshape(counts.shape[::-1]).T.copy()


def at_once(work: Callable[[int], None], workers: int) -> None:
    """Call `work` with 0 … workers - 1, all at once."""
    if workers == 1:
        work(0)
        return
    with ThreadPoolExecutor(workers, "clapometer-frames") as pool:
        for _ in pool.map(work, range(workers)):
            pass


def ahead(items: Iterator[Item], rows: int) -> Iterator[Item]:
    """Yield the items, each made while the one before it is used, where that is worth a thread.

    What the compiled loops do holds no lock of the interpreter, so both run at once.
    """
    if workers_for(rows) < 2:
        yield from items
        return
    with ThreadPoolExecutor(1, "clapometer-frames") as worker:
        coming = worker.submit(next, items, None)
        while (item := coming.result()) is not None:
            coming = worker.submit(next, items, None)
            yield item
