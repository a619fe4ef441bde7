"""Numbers as people print them: “over 4.3 billion”, “2.6M”, “≥ 1,700”, with their bound."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from .problems import CellRefused
from .text import clean, clean_word

BOUNDS: dict[str, str] = {
    "=": "exactly so many",
    "≥": "at least so many, as in “over 4 million”",
    "~": "about so many, as in “some 4 million”",
    "≤": "at most so many, as in “almost 4 million”",
}
"""What a printed number says of the true one."""
BOUND_WORDS: dict[str, str] = {
    **dict.fromkeys(
        ("≥", ">=", ">", "over", "more than", "just over", "well over", "at least", "above",
         "upwards of", "exceeding", "a whopping"),
        "≥",
    ),
    **dict.fromkeys(
        ("~", "≈", "about", "around", "some", "roughly", "approximately", "circa", "ca.", "c."),
        "~",
    ),
    **dict.fromkeys(
        ("≤", "<=", "<", "almost", "nearly", "just under", "under", "below", "less than",
         "fewer than", "up to", "at most", "close to"),
        "≤",
    ),
    **dict.fromkeys(("=", "", "exactly"), "="),
}  # fmt: skip
"""Words and signs in front of a number, and the bound they state. “A whopping” praises a number
that is given as reached."""
MULTIPLES: dict[str, int] = {
    "": 1,
    **dict.fromkeys(("k", "thousand", "tsd"), 10**3),
    **dict.fromkeys(("m", "mn", "mio", "million", "millions"), 10**6),
    **dict.fromkeys(("b", "bn", "billion", "billions"), 10**9),
    **dict.fromkeys(("tn", "trillion"), 10**12),
}
"""Words that stand for zeros, in the short scale of English."""
LARGEST = 2**53 - 1
MOST_PLACES = 9
_PLAIN = 16
_NUMBER = re.compile(
    r"(?P<number>\d{1,3}(?:[, '’\u00a0\u202f]\d{3}){1,5}(?:\.\d{1,9})?|\d{1,16}(?:\.\d{1,9})?)"
    r"(?P<plus>\+?) ?(?P<word>[a-z]*)(?P<after>\+?)",
    re.ASCII,
)
_GROUPS = re.compile(r"[, '’\u00a0\u202f]")


class Amount(NamedTuple):
    """An exact number, never below nought, and what its print says of the true one (of BOUNDS)."""

    value: Decimal
    bound: str = "="


def read_amount(text: str, bound: str = "") -> Amount:
    """Return the number of a text like “over 4.3 billion”; `bound` is a cell of its own, if any.

    “4.3B+” says at least. Raises CellRefused for what is no number, or is beyond 2^53.
    """
    if len(text) < _PLAIN and text.isascii() and text.isdigit() and not bound:
        return Amount(Decimal(text))
    words, number = _parted(clean_word(text))
    found = _NUMBER.fullmatch(number)
    stated = BOUND_WORDS.get(words)
    if found is None or stated is None or found["word"] not in MULTIPLES:
        raise CellRefused("unreadable_amount", text=text)
    value = Decimal(_GROUPS.sub("", found["number"])) * MULTIPLES[found["word"]]
    value = value.normalize() if value else Decimal(0)
    places = max(0, -int(value.as_tuple().exponent))
    if places > MOST_PLACES or abs(value.scaleb(places)) > LARGEST:
        raise CellRefused("unreadable_amount", text=text)
    if found["plus"] or found["after"]:
        stated = "≥"
    return Amount(value, read_bound(bound) if clean(bound) else stated)


def read_bound(text: str) -> str:
    """Return the bound of a sign or a word. Raises CellRefused for an unknown one."""
    found = BOUND_WORDS.get(clean(text).casefold())
    if found is None:
        raise CellRefused("unreadable_bound", text=text)
    return found


def _parted(text: str) -> tuple[str, str]:
    """Return the words in front of the first digit, and the rest; both in lower case."""
    text = text.casefold()
    start = next((place for place, one in enumerate(text) if one.isdigit()), len(text))
    return text[:start].strip(), text[start:].strip()
