"""Folding of names, so that spellings a reader takes for the same compare as equal."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NOT_WORD = re.compile(r"[^\w]+", re.UNICODE)


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Return the text without case, accents, punctuation and doubled spaces.

    A text of nothing but punctuation folds to itself, so that it still names something.
    """
    if text.isascii():
        return _NOT_WORD.sub(" ", text.lower()).strip() or text.strip().lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return _NOT_WORD.sub(" ", bare).strip() or text.strip().casefold()
