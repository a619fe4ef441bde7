"""Words that tell a time, resolved against the day of the story."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from .parts import DatePhrase

if TYPE_CHECKING:
    from .document import Document

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = re.compile(
    r"\b(?P<month>Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? (?P<day>\d{1,2})"
    r"(?:st|nd|rd|th)?(?:,? (?P<year>(?:19|20)\d\d))?\b"
)


def dates_in(document: Document) -> tuple[DatePhrase, ...]:
    """Return the words that tell a time, in order."""
    return tuple(
        DatePhrase(one[0], *one.span(), _resolved(one, document.story.published))
        for one in _DAY.finditer(document.text, document.story.start)
    )


def _resolved(one: re.Match[str], published: date | None) -> str:
    month = _MONTHS.index(one["month"][:3].casefold()) + 1
    year = one["year"] or (published and published.year)
    day = f"-{month:02}-{int(one['day']):02}"
    return f"{year}{day}" if year else f"-{day}"
