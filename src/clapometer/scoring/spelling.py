"""From the many spellings of a grade to one plain spelling, before it is read.

Every step is one substitution over a text of bounded length, so the time is linear in it.
"""

from __future__ import annotations

import re
import unicodedata

FILLED = "★⭐🌟✭✮✯*"
HOLLOW = "☆✩✰⚝"
HALF_STARS = "⯨⯪⯫"
QUOTES = "'\"`´“”„‟‘’‚‹›«»"

NUMBERS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen", "twenty",
)  # fmt: skip

WORDS: tuple[tuple[str, str], ...] = (
    (r"(?<=[a-z])-(?=[a-z])", " "),
    (r"^(?:grade|rating|score)\s*:", " "),
    (r"\b(?:per cent|percent|pct)\b", "%"),
    (r"(?:\band|&) (?:a |one )?half\b", " 1/2"),
    (r"(?:\band|&) (?:a |one )?quarter\b", " 1/4"),
    (r"(?:\band|&) (?:three|3) quarters\b", " 3/4"),
    (r"^(?:a |one )?half(?: of)?(?: an?)? (?=star)", "1/2 "),
    (r"^an? (?=star)", "1 "),
    (r"^no (?=stars?\b)", "0 "),
    *((rf"\b{word}\b", str(number)) for number, word in enumerate(NUMBERS)),
    (r"\b(?:out of|of|over|av|sur|von)\b", "/"),
    (r"\bstars?\b", "s"),
    (r"\b(?:points?|pts?)\b", " "),
)
_WORDS = tuple((re.compile(pattern), plain) for pattern, plain in WORDS)

_PLAIN = re.compile(r"[A-Za-z0-9./+ -]*")
_SPACES = re.compile(r"\s+")
_COMMA = re.compile(r"(?<=[0-9]),(?=[0-9])")
_BETWEEN_STARS = re.compile(r"(?<=[★☆]) (?=[★☆])")
_APOSTROPHES = re.compile("['’‘`´]")
_STAR_UNIT = re.compile(r"(?<=[0-9.]) ?★(?![★☆]| ?1/2)")
_SYMBOLS = {
    **dict.fromkeys(FILLED, "★"),
    **dict.fromkeys(HOLLOW, "☆"),
    **dict.fromkeys(HALF_STARS, " 1/2 "),
    **dict.fromkeys("⁄∕", "/"),
    **dict.fromkeys("()[]", " "),
    "\ufe0e": "",
    "\ufe0f": "",
    "−": "-",
}


def _character(char: str) -> str:
    """Return the plain spelling of one character: vulgar fractions open, dashes one dash."""
    if char in _SYMBOLS:
        return _SYMBOLS[char]
    if unicodedata.category(char) == "Pd":
        return "-"
    plain = unicodedata.normalize("NFKC", char)
    return f" {plain.replace('⁄', '/')} " if "⁄" in plain and char != "⁄" else plain


def respell(text: str) -> str:
    """Return the text in lower case with plain figures, dashes, stars and fractions.

    "Three-and-a-half stars out of four" becomes "3 1/2 s / 4", "★★★½☆" becomes "★★★ 1/2☆".
    """
    plain = text if _PLAIN.fullmatch(text) else "".join(map(_character, text))
    plain = _SPACES.sub(" ", plain).strip(QUOTES + " ").rstrip(".!,; ").lower()
    if "★" in plain or "☆" in plain:
        plain = _STAR_UNIT.sub(" s", _BETWEEN_STARS.sub("", plain))
    plain = _COMMA.sub(".", plain)
    return _in_figures(plain) if any(map(str.isalpha, plain)) else plain


def word_key(text: str) -> str:
    """Return the spelling under which a word is looked up: plain, without apostrophes."""
    return without_apostrophes(respell(text))


def without_apostrophes(plain: str) -> str:
    """Return a text in plain spelling as `word_key` spells it."""
    return _APOSTROPHES.sub("", plain)


def _in_figures(plain: str) -> str:
    for pattern, replacement in _WORDS:
        plain = pattern.sub(replacement, plain)
    return _SPACES.sub(" ", plain).strip()
