"""A text as words, and what is looked at in it: words, their pieces, pairs and triples of words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

LONGEST = 20_000
"""Characters of a text that are read; a review's quote has a few hundred."""
SHORTEST_PIECE, LONGEST_PIECE = 3, 6
"""Characters of the pieces of a word; its begin and end count as one each."""
LONGEST_WORD = 40
"""Characters of a word that are cut into pieces; what is longer is no word."""

_WORD = re.compile(r"\w+(?:['-]\w+)*|\.\.+|--+|[^\w\s]")
_SIGNS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "—": "-", "–": "-", "…": "."})


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case, and its marks of punctuation, in their order.

    Curly and straight marks are the same; “well-made” and “isn't” are one word each.
    """
    text = text[:LONGEST]
    # Where all is plain there is nothing to translate, and most texts are.
    return _WORD.findall((text if text.isascii() else text.translate(_SIGNS)).lower())


def pairs_of(words: Sequence[str]) -> list[str]:
    """Return every two words that stand side by side, with a blank between them."""
    return [f"{one} {two}" for one, two in pairwise(words)]


def triples_of(words: Sequence[str]) -> list[str]:
    """Return every three words in a row, with blanks between them."""
    rows = zip(words, words[1:], words[2:], strict=False)
    return [f"{one} {two} {three}" for one, two, three in rows]


def pieces_of(word: str) -> list[str]:
    """Return the runs of letters of a word, its begin and end marked by a blank.

    They carry what is known of “disappointing” to “disappointingly”, which may never have been met.
    """
    spaced = f" {word[:LONGEST_WORD]} "
    return [
        spaced[start : start + size]
        for size in range(SHORTEST_PIECE, LONGEST_PIECE + 1)
        for start in range(len(spaced) - size + 1)
    ]
