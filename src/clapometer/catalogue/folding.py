"""Folding of names, so that spellings a reader takes for the same compare as equal."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NOT_WORD = re.compile(r"[\W_]+", re.ASCII)
# Letters that Unicode does not take apart, and what people write who do not have them at hand.
LETTERS = {
    "ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th",
}  # fmt: skip
_LETTERS = str.maketrans(LETTERS)
# Classes of marks that readers leave out: Hebrew and Arabic points, and the accents above, below
# and through a letter. The signs of other scripts (a Thai or Hindi vowel, the two strokes that
# make か into が) tell words apart, and stay.
_ACCENTS = frozenset({1, *range(10, 37), *range(200, 241)})


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Return the text without case, accents, punctuation and doubled spaces.

    A text of nothing but punctuation folds to itself, so that it still names something. Folding
    follows Unicode's compatibility caseless matching (section 3.13, D146) up to the accents.
    """
    if text.isascii():
        return _NOT_WORD.sub(" ", text.lower()).strip() or _printable(text.lower())
    # Taking letters apart can bring capitals to light (㎅ is KB), so case is folded twice.
    opened = unicodedata.normalize("NFKD", text.casefold()).casefold().translate(_LETTERS)
    bare = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", opened)
        if unicodedata.combining(letter) not in _ACCENTS
    )
    words = "".join(letter if _is_in_word(letter) else " " for letter in bare).split()
    return unicodedata.normalize("NFC", " ".join(words)) or _printable(text.casefold())


def _is_in_word(letter: str) -> bool:
    return letter.isalnum() or unicodedata.category(letter)[0] == "M"


def _printable(text: str) -> str:
    """Return the text without what no database and no page can hold, and without doubled spaces."""
    kept = (letter if letter.isprintable() else " " for letter in text)
    return " ".join("".join(kept).split())
