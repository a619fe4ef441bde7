"""The pace of long work: Python looks for reference cycles rarely while rows stream."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# Rows make no cycles, but millions of new tuples would have the collector look at all of them
# again and again: a fifth of the time of an import.
_ALLOCATIONS = 500_000


@contextmanager
def rare_collection() -> Iterator[None]:
    """Let the collector run only after very many allocations; afterwards as before."""
    before = gc.get_threshold()
    gc.set_threshold(_ALLOCATIONS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
