"""A story as it comes: its text, when it was published and where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_HEADER = re.compile(r"\ufeff?URL: (?P<url>[^\r\n]*)\r?\nDATE: (?P<date>[^\r\n]*)\r?\n(?:\r?\n|\Z)")
_NOT_KNOWN = {"", "unknown", "none"}
LONGEST = 100_000
"""How many characters of a story are read; what comes after them is no story."""


@dataclass(frozen=True, slots=True)
class Story:
    """A story. `text` is the whole text, in whose code points spans are counted; the story itself
    begins at `start`, after the header lines of a file if it has them."""

    text: str
    start: int = 0
    source: str | None = None
    published: date | None = None


def read_story(text: str, published: date | None = None) -> Story:
    """Return the story of a text, which may begin with the lines `URL: …` and `DATE: …`.

    `published` goes before what the text says of its date.
    """
    text = text[:LONGEST]
    head = _HEADER.match(text)
    if head is None:
        return Story(text, len(text) - len(text.lstrip("\ufeff")), None, published)
    url, day = head["url"].strip(), head["date"].strip()
    return Story(
        text,
        head.end(),
        None if url.casefold() in _NOT_KNOWN else url,
        published or _day(day),
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
