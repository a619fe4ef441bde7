"""The phrases of a text that weigh most in its verdict."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

REASONS = 5
"""Phrases named at most."""
LEAST = 0.08
"""Share of all that weighs in a text below which a phrase is no reason."""
TWO, THREE = 0.85, 0.7
"""What the weight of a phrase of two or three words counts when phrases are chosen.

A longer phrase is named only where it says clearly more than the words in it.
"""


class Reason(NamedTuple):
    """A phrase of the text and its weight, positive where it speaks for a positive verdict."""

    phrase: str
    weight: float


class Summed(NamedTuple):
    """The words of a text, what each weighs, and the sum.

    `doubles` and `triples` hold what two and three words in a row weigh beyond each by itself, by
    the place of the first.
    """

    words: list[str]
    single: list[float]
    doubles: dict[int, float]
    triples: dict[int, float]
    total: float


def reasons(summed: Summed) -> tuple[Reason, ...]:
    """Return phrases that do not overlap, those that weigh most first."""
    words, single, doubles, triples, _ = summed
    floor = LEAST * sum(map(abs, single))
    two = [one + other for one, other in pairwise(single)]
    for place, weight in doubles.items():
        two[place] += weight
    three = [pair + last for pair, last in zip(two, single[2:], strict=False)]
    for place, weight in doubles.items():
        if place:
            three[place - 1] += weight
    for place, weight in triples.items():
        three[place] += weight
    spans = [
        (-abs(weight) * lighter, start, start + size, weight)
        for size, lighter, weights in ((1, 1.0, single), (2, TWO, two), (3, THREE, three))
        for start, weight in enumerate(weights)
        if not -floor < weight * lighter < floor
    ]
    spans.sort()
    return tuple(_chosen(words, spans))


def _chosen(words: list[str], spans: list[tuple[float, int, int, float]]) -> list[Reason]:
    taken: set[int] = set()
    found: list[Reason] = []
    for _, start, end, weight in spans:
        places = range(start, end)
        if not taken.isdisjoint(places) or not _is_phrase(words, start, end) or not weight:
            continue
        taken.update(places)
        found.append(Reason(" ".join(words[start:end]), weight))
        if len(found) == REASONS:
            break
    return found


def _is_phrase(words: list[str], start: int, end: int) -> bool:
    """Return whether it begins and ends with a word, not with a mark of punctuation."""
    return words[start][0].isalnum() and words[end - 1][0].isalnum()
