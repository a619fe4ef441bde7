"""The forms of a title under which two spellings of one work meet.

Titles of one work differ from source to source by articles, numerals, signs, a subtitle, another
name in brackets, and by text that was decoded wrongly on its way. Each form says how it was got,
because a form that leaves more out proves less.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from ..folding import fold

ARTICLES = frozenset({
    "the", "a", "an", "le", "la", "les", "l", "une", "el", "los", "las", "il", "lo", "gli", "uno",
    "una", "der", "das", "eine", "het", "een",
})  # fmt: skip
"""Articles that lists put first, last, or leave out. Those that are also words of other languages
(“die”, “i”, “as”, “o”) stay."""
NUMERALS = {
    "ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "xi": "11",
    "xii": "12", "xiii": "13", "xiv": "14", "xv": "15", "xvi": "16", "xvii": "17", "xviii": "18",
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13",
    "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "hundred": "100",
    "first": "1", "second": "2", "third": "3", "1st": "1", "2nd": "2", "3rd": "3",
}  # fmt: skip
"""Numbers in letters. Single letters (V, X) are left alone: they are words more often."""
SAME_WORDS = {"&": " and ", "+": " and ", "vs.": " versus ", "vs ": " versus "}
COUNTERS = frozenset({"part", "chapter", "volume", "vol", "episode", "no", "pt"})
"""Words in front of a number that some sources leave out."""
TAILS = ("the movie", "the film", "the motion picture", "3d", "in 3d", "3 d")
"""Endings that some sources add to tell a film from a series, or how it was shown."""

_BRACKETS = re.compile(r"\(([^()]*)\)")
_SUBTITLE = re.compile(r"\s*(?::|\s[-–—])\s+")
_APOSTROPHES = re.compile(r"['’‘`´]")
_FRACTION = re.compile("(?<=[0-9])(?=[¼½¾⅓⅔])")
_YEAR_OR_KIND = re.compile(r"(?:\d{4}|.*\b(?:film|movie|miniseries|series)\b.*)", re.IGNORECASE)


class Form(NamedTuple):
    """One form of a title: the text by which forms are compared, and its way (a key of WAYS).

    `numbers`: those of the form, numerals read: parts of one series differ in them.
    """

    key: str
    way: str
    numbers: tuple[str, ...] = ()


WAYS: dict[str, str] = {
    "printed": "the title is the same",
    "normal": "the title is the same but for articles, numerals and signs",
    "named": "one title stands in the other as another name",
    "tail": "the title is the same but for an ending like “the movie”",
    "main": "the main title is the same, a subtitle is told by one side only",
}
"""How a form was got -> what two equal ones say, from the surest."""


@lru_cache(maxsize=65_536)
def forms(title: str) -> tuple[Form, ...]:
    """Return the forms of a title, each key once, the surest way first."""
    mended = mend(title)
    found = {fold(mended): "printed", fold(title): "printed"}
    bare = _BRACKETS.sub(" ", mended)
    found.setdefault(normal(bare), "normal")
    for other in _other_names(mended):
        found.setdefault(normal(other), "named")
    found.setdefault(_without_tail(normal(bare)), "tail")
    main = _SUBTITLE.split(bare, maxsplit=1)
    if len(main) > 1 and main[0].strip():
        found.setdefault(normal(main[0]), "main")
    printed = numbers(normal(bare))
    return tuple(
        Form(key, way, printed if way == "printed" else numbers(key))
        for key, way in found.items()
        if key
    )


def normal(title: str) -> str:
    """Return the title folded, without articles, with numbers as digits and without blanks.

    Blanks go because sources differ in them (Spider-Man, Spiderman); a blank that parts two numbers
    stays, since 2 1/2 is not 21/2.
    """
    text = _FRACTION.sub(" ", _APOSTROPHES.sub("", title.casefold()))
    for sign, word in SAME_WORDS.items():
        text = text.replace(sign, word)
    words = _numbered(_without_articles(fold(text).split()))
    return "".join(
        f" {word}" if word[0].isdigit() and before[-1:].isdigit() else word
        for before, word in zip(["", *words], words, strict=False)
    )


def numbers(key: str) -> tuple[str, ...]:
    """Return the numbers in a normal form, in order."""
    return tuple(re.findall(r"[0-9]+", key))


@lru_cache(maxsize=65_536)
def mend(title: str) -> str:
    """Return the title with UTF-8 that was once read as another encoding read right."""
    if title.isascii():
        return title
    for encoding in ("cp1252", "latin-1", "mac_roman"):
        try:
            mended = title.encode(encoding).decode()
        except UnicodeError:
            continue
        if mended.isprintable():
            return unicodedata.normalize("NFC", mended)
    return title


def _other_names(title: str) -> list[str]:
    """Return the names in brackets, which tell no year and no kind, and those after “aka”."""
    names = [name for name in _BRACKETS.findall(title) if not _YEAR_OR_KIND.fullmatch(name.strip())]
    return [part for name in names for part in re.split(r"(?i)\baka\b|/", name) if part.strip()]


def _without_articles(words: list[str]) -> list[str]:
    if len(words) > 1 and words[0] in ARTICLES:
        return words[1:]
    if len(words) > 2 and words[-1] in ARTICLES:
        return words[:-1]
    return words


def _numbered(words: list[str]) -> list[str]:
    """Return the words with numbers as digits, and without the counters in front of them."""
    # A title that is nothing but a number is a name: “Nine” and “9” are two films.
    digits = [NUMERALS.get(word, word) for word in words] if len(words) > 1 else words
    return [
        word
        for word, after in zip(digits, [*digits[1:], "", ""], strict=False)
        if not (word in COUNTERS and after.isdigit())
    ]


def _without_tail(key: str) -> str:
    for tail in TAILS:
        end = tail.replace(" ", "")
        if key.endswith(end) and len(key) > len(end):
            return key.removesuffix(end)
    return key
