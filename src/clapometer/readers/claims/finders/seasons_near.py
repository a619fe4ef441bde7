"""The season that a figure is about, where its own words name one."""

from __future__ import annotations

import re

from clapometer.readers.claims.document import Document
from clapometer.readers.claims.parts import Sentence

_ORDINALS = {
    "first": 1, "debut": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6,
    "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "one": 1, "two": 2, "three": 3, "four": 4,
    "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "sophomore": 2,
    "freshman": 1,
}  # fmt: skip
_WORDS = "|".join(_ORDINALS)
_SEASON = re.compile(
    rf"\b(?:(?:season|series) (?P<n>\d{{1,2}}|{_WORDS})|(?P<nth>{_WORDS}|\d{{1,2}}(?=st|nd|rd|th))"
    r"(?:st|nd|rd|th)?[- ](?:season|run|instal?ment|outing))\b",
    re.IGNORECASE,
)
_FOR = re.compile(
    rf"[^,.;]{{0,24}}?\b(?:for|of|in|episodes?) (?:the |its |show['’]s |a "
    rf"|their )*(?:[a-z]+ )?{_SEASON.pattern}",
    re.IGNORECASE,
)


def season_near(document: Document, sentence: Sentence, start: int, end: int) -> int | None:
    """Return the season of a figure at this place of a sentence: the one named right behind it
    (“73% for season 1”, “the eight-episode second season”), else nearest before it, else what
    the document says of the place."""
    behind = _FOR.match(sentence.text[end:])
    if behind is not None:
        return _number(behind)
    before = list(_SEASON.finditer(sentence.text, 0, start))
    if before:
        return _number(before[-1])
    return document.season_at(sentence.start + start, sentence.start + end)


def season_in(text: str) -> int | None:
    """Return the first season that words name, None if they name none."""
    found = _SEASON.search(text)
    return _number(found) if found else None


def _number(one: re.Match[str]) -> int | None:
    told = (one["n"] or one["nth"]).casefold()
    return int(told) if told.isdigit() else _ORDINALS.get(told)
