"""What is known of a word apart from the texts of a training: its opinion, and its vector."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from .opinions import OPINIONS
from .vectors import word_vectors

OPINION_SIZE = 2
"""Numbers for an opinion: how far it is for, how far against."""


@dataclass(frozen=True, slots=True)
class Senses:
    """Rows of numbers for words: first the opinion, then the vector where there are vectors."""

    places: dict[str, int]
    rows: Any

    @property
    def size(self) -> int:
        """Return how many numbers a word has."""
        return int(self.rows.shape[1])

    @property
    def has_vectors(self) -> bool:
        """Return whether word vectors are among the numbers."""
        return self.size > OPINION_SIZE


def known_senses(vectors: bool = True) -> Senses:
    """Return what is known of words; without `vectors`, or their package, opinions alone."""
    found = word_vectors() if vectors else None
    words = list(dict.fromkeys([*(found.words if found else ()), *OPINIONS]))
    places = {word: place for place, word in enumerate(words)}
    opinions = np.zeros((len(words), OPINION_SIZE), np.float32)
    for word, strength in OPINIONS.items():
        opinions[places[word]] = max(strength, 0), min(strength, 0)
    if found is None:
        return Senses(places, opinions)
    rows = np.zeros((len(words), found.rows.shape[1]), np.float32)
    rows[: len(found.words)] = found.rows
    return Senses(places, np.hstack([opinions, rows]))
