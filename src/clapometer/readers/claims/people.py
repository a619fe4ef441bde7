"""People in a story: where they are named, by their full name or the last part of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .parts import PersonMention

if TYPE_CHECKING:
    from .document import Document

_NAME = re.compile(r"\b[A-Z][\w'’.-]+(?: (?:[A-Z][\w'’.-]*|de|von|van|la|del)){1,3}\b")


def people_in(document: Document) -> tuple[PersonMention, ...]:
    """Return where people are named, in order."""
    titles = [(one.start, one.end) for one in document.works]
    return tuple(
        PersonMention(one[0], *one.span())
        for one in _NAME.finditer(document.text, document.story.start)
        if not any(start < one.end() and one.start() < end for start, end in titles)
    )
