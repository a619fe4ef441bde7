"""Seasons: “Season 4”, “the second run”, “two more instalments”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from text_to_num import alpha2digit

if TYPE_CHECKING:
    from .document import Document

_SEASON = re.compile(
    r"\b(?:season|series) (?P<after>\d{1,2})\b|\b(?P<before>\d{1,2})(?:st|nd|rd|th) season\b",
    re.IGNORECASE,
)


def season_at(document: Document, start: int, _end: int) -> int | None:
    """Return the season that words at this place are about: named in their sentence."""
    sentence = document.sentence_at(start)
    if sentence is None:
        return None
    found = _SEASON.search(alpha2digit(sentence.text, "en"))
    return int(found["after"] or found["before"]) if found else None
