"""Words that turn what follows: “not”, “hardly”, “too”."""

from __future__ import annotations

from collections.abc import Sequence

TURNERS = frozenset(
    {"not", "no", "never", "nor", "neither", "nothing", "none", "nobody", "nowhere", "without",
     "hardly", "barely", "scarcely", "cannot", "lack", "lacks", "lacking", "lacked", "less", "few",
     "little", "rarely", "seldom", "too"}
)  # fmt: skip
"""Words that turn the ones behind them; so does every word that ends in “n't”."""
REACH = 4
"""Words behind a turner that it turns, up to the next mark of punctuation."""
ENDS = frozenset('.,;:!?()"')


def turned_places(words: Sequence[str]) -> list[int]:
    """Return the places of the words that stand within reach of a turner, in order."""
    places: list[int] = []
    left = 0
    for place, word in enumerate(words):
        if word in ENDS:
            left = 0
            continue
        if left:
            places.append(place)
            left -= 1
        if word in TURNERS or word.endswith("n't"):
            left = REACH
    return places
