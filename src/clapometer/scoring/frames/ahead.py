"""Two workers: one finds what the next rows change while the other adds up the rows before."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
_PAYS_FROM = 500_000


def ahead(items: Iterator[Item], rows: int) -> Iterator[Item]:
    """Yield the items, each made while the one before it is used, where that is worth a thread.

    What the compiled loops do holds no lock of the interpreter, so both run at once.
    """
    if rows < _PAYS_FROM or (os.cpu_count() or 1) < 2:
        yield from items
        return
    with ThreadPoolExecutor(1, "clapometer-frames") as worker:
        coming = worker.submit(next, items, None)
        while (item := coming.result()) is not None:
            coming = worker.submit(next, items, None)
            yield item
