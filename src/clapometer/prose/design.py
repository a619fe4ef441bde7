"""Texts as the columns of numbers that weights are learned for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from math import ceil, sqrt
from typing import Any, NamedTuple

import numpy as np
import scipy.sparse

from .senses import Senses
from .turning import turned_places
from .words import pairs_of, pieces_of, triples_of, words_of

Matrix = Any
"""A matrix of SciPy or an array of NumPy, which say no types that strict reading could use."""
RARE_FROM = 25_000
"""Texts above which what stands in one text only is left out; above twice as many, in two; …"""


class Block(NamedTuple):
    """Counts of one kind of thing: a row for each text, a column for each name."""

    names: list[str]
    counts: Matrix


class Design(NamedTuple):
    """All that is looked at in some texts, a row for each."""

    words: Block
    pieces: Block
    pairs: Block
    triples: Block
    senses: Matrix
    """Sums of the words' senses over the square root of the number of words."""
    turned: Matrix
    """The same of negated words only."""
    known: Senses


def design(texts: Sequence[str], known: Senses) -> Design:
    """Return the columns of the texts."""
    split = [words_of(text) for text in texts]
    least = ceil(len(texts) / RARE_FROM)
    words = _block(split, least=1)
    known = known.with_words(words.names)
    spelled = _block([pieces_of(word) for word in words.names], least=1)
    pieces = Block(spelled.names, words.counts @ spelled.counts)
    return Design(
        _frequent(words, least),
        _frequent(pieces, least),
        _block(map(pairs_of, split), least),
        _block(map(triples_of, split), least),
        _summed(split, known, lambda words: range(len(words))),
        _summed(split, known, turned_places),
        known,
    )


def _block(rows: Iterable[Sequence[str]], least: int) -> Block:
    """Return which names stand in which row, each once; names of fewer rows are left out."""
    sets = [dict.fromkeys(row) for row in rows]
    times = Counter(chain.from_iterable(sets))
    names = [name for name, many in times.items() if many >= least]
    place = {name: number for number, name in enumerate(names)}
    kept = [[place[name] for name in row if name in place] for row in sets]
    ends = np.cumsum([0, *map(len, kept)])
    columns = np.fromiter(chain.from_iterable(kept), np.int32, int(ends[-1]))
    shape = (len(kept), len(names))
    ones = np.ones(len(columns), np.float32)
    return Block(names, scipy.sparse.csr_matrix((ones, columns, ends), shape=shape))


def _frequent(block: Block, least: int) -> Block:
    if least == 1:
        return block
    kept = np.flatnonzero(np.asarray((block.counts > 0).sum(axis=0)).ravel() >= least)
    return Block([block.names[number] for number in kept], block.counts[:, kept])


def _summed(
    split: Sequence[list[str]], known: Senses, places: Callable[[list[str]], Iterable[int]]
) -> Matrix:
    found = np.zeros((len(split), known.size), np.float32)
    for number, words in enumerate(split):
        chosen = [known.places.get(words[place]) for place in places(words)]
        rows = [row for row in chosen if row is not None]
        if rows:
            found[number] = known.rows[rows].sum(axis=0) / sqrt(len(words))
    return found
