"""From the many spellings of a grade to one plain spelling, before it is read.

Every step is one substitution over a text of bounded length, so the time is linear in it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable

from clapometer.scoring.wordings import (
    BETWEEN_NUMBERS,
    HALVES,
    LABELS,
    NUMBERS,
    OF_WHOM,
    OUT_OF,
    POINTS,
    STARS,
    TENS,
)

FILLED = "★⭐🌟✭✮✯*♥❤🖤🍿🎬🍅"
HOLLOW = "☆✩✰⚝♡🤍"
HALF_STARS = "⯨⯪⯫"
DRAWN = (("●", "○", "◐"), ("■", "□", "◧"), ("◆", "◇", "⬖"))
"""Filled, hollow and half symbols; two or more of a row are read as stars are, one is not."""
QUOTES = "'\"`´“”„‟‘’‚‹›«»"


def _either(words: Iterable[str]) -> str:
    """Return a pattern for one of the words, the longest first."""
    return f"(?:{'|'.join(re.escape(one) for one in sorted(words, key=len, reverse=True))})"


_SMALL = {word: n for words in NUMBERS.values() for n, word in enumerate(words) if word}
_TENS = {word: 10 * n for n, word in enumerate(TENS, 2)}
_UNITS = NUMBERS["English"][1:10]


def _small(match: re.Match[str]) -> str:
    return str(_SMALL[match[0]])


def _tens(match: re.Match[str]) -> str:
    return str(_TENS[match[1]] + _SMALL.get(match[2], 0))


def _and_a_half(match: re.Match[str]) -> str:
    return f"{_SMALL[match[1]]} 1/2"


_UNIT = _either(STARS)
Replacement = str | Callable[[re.Match[str]], str]
WORDS: tuple[tuple[str, Replacement], ...] = (
    (r"(?<=[a-z0-9])-(?=[a-z])", " "),
    (rf"^(?:{_either(OF_WHOM)} )*{_either(LABELS)} ?(?::|(?<= )) ?(?=\S)", ""),
    (r"\b(?:per cent|percent|pct|prozent)\b", "%"),
    (rf"^(?:an?|one) {_UNIT} and (?:a|one) half\b", "1 1/2 s"),
    (rf"\b({_either(NUMBERS['German'][2:])})einhalb\b", _and_a_half),
    (rf"(?:\b{_either(HALVES)}|& (?:a |one )?half)\b", " 1/2"),
    (r"(?:\band|&) (?:a |one )?quarter\b", " 1/4"),
    (r"(?:\band|&) (?:three|3) quarters\b", " 3/4"),
    (r"(?<=[0-9]) (?:and|&) (?=[1-9]/[2-9])", " "),
    (rf"^(?:a |one )?half(?: of)?(?: an?)? (?={_UNIT}\b)", "1/2 "),
    (rf"^an? (?={_UNIT}\b)", "1 "),
    (rf"^no (?={_UNIT}\b)", "0 "),
    (rf"\b({_either(TENS)})(?: ({_either(_UNITS)}))?\b", _tens),
    (rf"\b{_either(_SMALL)}\b", _small),
    (r"\ba possible (?=[0-9])", ""),
    (r"\bon a scale (?:of|from) (?:[01] ?(?:to|-) ?)?(?=[+-]?[0-9])", "/ "),
    (r"\bon (?=-[0-9]+ ?(?:\.\.|to ))", "/ "),
    (rf"\b{_either(OUT_OF)}\b", "/"),
    (rf"\b{_UNIT}\b", "s"),
    (r"(?<=[0-9]) s +1/2\b", " 1/2 s"),
    (rf"(?<=[0-9s]) {_either(BETWEEN_NUMBERS)} (?=[0-9])", " / "),
    (rf"(?:\b|(?<=[0-9])){_either(POINTS)}\b", " "),
)
_WORDS = tuple((re.compile(pattern), plain) for pattern, plain in WORDS)

_PLAIN = re.compile(r"[A-Za-z0-9./+ -]*")
_SPACES = re.compile(r"\s+")
_COMMA = re.compile(r"(?<=[0-9]),(?=[0-9])")
_BETWEEN_STARS = re.compile(r"(?<=[★☆]) (?=[★☆])")
_APOSTROPHES = re.compile("['’‘`´]")
_STAR_UNIT = re.compile(r"(?<=[0-9.]) ?★(?![★☆]| ?1/2)")
_STAR_IN_FRONT = re.compile(r"^★ ?([0-9]+(?:\.[0-9]+)?)(?= ?/ ?[0-9]|$)(?!/[2-9]$)")
_HALF_BEHIND_A_DASH = re.compile(r"(?<=[0-9])-(?=1/[234](?![0-9]))")
_ACCENTS = re.compile("[\u0300-\u036f]")
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
    plain = text if _PLAIN.fullmatch(text) else _in_plain_characters(text)
    plain = _SPACES.sub(" ", plain).strip(QUOTES + " ").rstrip(".!,; ").lower()
    if "★" in plain or "☆" in plain:
        plain = _STAR_UNIT.sub(" s", _BETWEEN_STARS.sub("", plain))
        plain = _STAR_IN_FRONT.sub(r"\1 s", plain)
    plain = _HALF_BEHIND_A_DASH.sub(" ", _COMMA.sub(".", plain))
    return _in_figures(plain) if "&" in plain or any(map(str.isalpha, plain)) else plain


def _in_plain_characters(text: str) -> str:
    """Return the text with every character in its plain spelling."""
    for filled, hollow, half in DRAWN:
        if text.count(filled) + text.count(hollow) > 1:
            text = text.replace(filled, "★").replace(hollow, "☆").replace(half, " 1/2 ")
    return "".join(map(_character, unicodedata.normalize("NFC", text)))


def word_key(text: str) -> str:
    """Return the spelling under which a word is looked up: plain, without its accents."""
    return without_apostrophes(respell(text))


def without_apostrophes(plain: str) -> str:
    """Return a text in plain spelling as `word_key` spells it."""
    bare = plain if plain.isascii() else _ACCENTS.sub("", unicodedata.normalize("NFD", plain))
    return _APOSTROPHES.sub("", bare)


def _in_figures(plain: str) -> str:
    for pattern, replacement in _WORDS:
        plain = pattern.sub(replacement, plain)
    return _SPACES.sub(" ", plain).strip()
