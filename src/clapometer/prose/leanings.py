"""How strongly any word of criticism speaks, by our list and by the words it is made of."""

from __future__ import annotations

from functools import lru_cache

from .opinions import OPINIONS

STRONGEST = 3
"""Strength of the clearest word, for or against."""
ENDINGS: tuple[tuple[str, str], ...] = (
    ("ly", ""), ("ily", "y"), ("ness", ""), ("iness", "y"), ("s", ""), ("es", ""), ("ed", ""),
    ("ed", "e"), ("d", ""), ("ing", ""), ("ing", "e"), ("er", ""), ("est", ""), ("ier", "y"),
    ("iest", "y"), ("fully", "ful"), ("ment", ""),
)  # fmt: skip
"""Ends of words, and what stands there in the word that they are made from."""
ADDED = ("ly", "s", "ing", "ed", "ness")
"""Ends that the list may have where the text has the word without."""
WITHOUT = "less"
"""An end that turns praise to blame: “charm”, “charmless”."""
NEGATING = ("un", "in", "im")
"""Begins that do: “compelling”, “uncompelling”."""
TURNED = -2
"""Strength of a word so made."""
SHORTEST = 6
"""Letters of a word that is taken apart; shorter ones only look as if they were made of others."""
_REMEMBERED = 50_000


@lru_cache(maxsize=_REMEMBERED)
def leaning_of(word: str) -> int:
    """Return how strongly a word is for (above 0) or against (below), 0 for no opinion.

    What is not on the list is taken apart: “dullness” is as strong as “dull”, “charmless” speaks
    against, and “razor-sharp” says what its parts say together.
    """
    known = OPINIONS.get(word)
    if known is not None:
        return known
    found = _made_of(word) if len(word) >= SHORTEST else 0
    if not found and "-" in word:
        found = sum(leaning_of(part) for part in word.split("-") if part)
    return max(-STRONGEST, min(STRONGEST, found))


def _made_of(word: str) -> int:
    if word.endswith(WITHOUT) and OPINIONS.get(word.removesuffix(WITHOUT), 0) > 0:
        return TURNED
    if word.startswith(NEGATING) and OPINIONS.get(word[2:], 0) > 0:
        return TURNED
    shorter = (word.removesuffix(end) + stem for end, stem in ENDINGS if word.endswith(end))
    longer = (word + end for end in ADDED)
    return next((OPINIONS[one] for one in (*shorter, *longer) if one in OPINIONS), 0)
