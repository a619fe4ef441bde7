"""A made-up table of review events: works of very different sizes, in order of time."""

from __future__ import annotations

import numpy as np
import pyarrow

REVISED, WITHDRAWN = 0.05, 0.01
ROWS_PER_WORK = 100
REVIEWERS = 100_000
START, SPAN = 1_262_304_000, 500_000_000


def event_table(rows: int, seed: int = 11) -> pyarrow.Table:
    """Return the table; `review` numbers each (work, reviewer) in the order they come."""
    chance = np.random.default_rng(seed)
    works = max(2, rows // ROWS_PER_WORK)
    weights = np.cumsum(1 / np.arange(1, works + 1) ** 1.05)
    work = np.searchsorted(weights, chance.random(rows) * weights[-1]).astype(np.int32)
    reviewer = chance.integers(0, REVIEWERS, rows, dtype=np.int32)
    draw = chance.random(rows)
    later = (draw < REVISED + WITHDRAWN) & (np.arange(rows) > 0)
    earlier = (chance.random(rows) * np.arange(rows)).astype(np.int64)
    # A row that speaks of an earlier review speaks of the first post behind it.
    while later[earlier[later]].any():
        again = later & later[earlier]
        earlier[again] = earlier[earlier[again]]
    work[later], reviewer[later] = work[earlier[later]], reviewer[earlier[later]]
    kind = np.where(later, np.where(draw < WITHDRAWN, 2, 1), 0).astype(np.int8)
    kinds = pyarrow.array(["posted", "revised", "withdrawn"])
    # No two rows in one second, so that their order is one and the same for every peer.
    step = max(2, SPAN // rows)
    at = (START + np.arange(rows) * step + chance.integers(0, step, rows)) * 1_000_000
    pairs = pyarrow.array(work.astype(np.int64) * REVIEWERS + reviewer)
    review = pairs.dictionary_encode().indices.to_numpy().astype(np.int32)
    return pyarrow.table(
        {
            "work": work,
            "reviewer": reviewer,
            "happened_at": pyarrow.array(at).cast(pyarrow.timestamp("us")),
            "kind": pyarrow.DictionaryArray.from_arrays(pyarrow.array(kind), kinds),
            "positive": pyarrow.array(chance.random(rows) < 0.7),
            "grade": (chance.integers(0, 101, rows) * 100).astype(np.int16),
            "review": review,
        }
    )
