"""What is known of a word apart from the texts of a training: its opinion, and its vector."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np

from .leanings import leaning_of
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

    def with_words(self, words: Iterable[str]) -> Senses:
        """Return these with the words that were missing and of which an opinion is known."""
        more = [word for word in words if word not in self.places and leaning_of(word)]
        start = len(self.places)
        places = self.places | {word: start + place for place, word in enumerate(more)}
        rows = np.zeros((len(more), self.size), np.float32)
        rows[:, :OPINION_SIZE] = [opinion_row(word) for word in more] or 0
        return Senses(places, np.vstack([self.rows, rows]))


def opinion_row(word: str) -> tuple[int, int]:
    """Return the numbers of a word's opinion: how far it is for, how far against."""
    strength = leaning_of(word)
    return max(strength, 0), min(strength, 0)


def known_senses(vectors: bool = True) -> Senses:
    """Return what is known of words; without `vectors`, or their package, opinions alone."""
    found = word_vectors() if vectors else None
    words = list(dict.fromkeys([*(found.words if found else ()), *OPINIONS]))
    places = {word: place for place, word in enumerate(words)}
    opinions = np.array([opinion_row(word) for word in words], np.float32)
    if found is None:
        return Senses(places, opinions)
    rows = np.zeros((len(words), found.rows.shape[1]), np.float32)
    rows[: len(found.words)] = found.rows
    return Senses(places, np.hstack([opinions, rows]))
