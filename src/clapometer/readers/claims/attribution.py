"""Who says so: the party or the outlet that a sentence names for what it states."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .choices import one_of
from .companies import NAMES, OUTLETS
from .parts import within

if TYPE_CHECKING:
    from .document import Document

_WHO = one_of([*NAMES, *OUTLETS])
_SAYS = (
    r"(?:announc\w+|confirm\w+|reveal\w+|report\w*|said|says|tweeted|shared|teas\w+|wrote|told|"
    r"claim\w*|unveil\w+|declar\w+)"
)
SIGNS: tuple[tuple[str, str], ...] = (
    (
        rf"[Aa]ccording to (?:a report (?:by|from|in) )?(?:the )?(?P<who>(?:The |the )?{_WHO})",
        "according to X",
    ),
    (
        (
            rf"\b(?P<who>(?:The |the )?{_WHO})(?:,[^,;]{{1,30}},)? (?:has |have |had |also |"
            rf"first |officially |previously )*{_SAYS}"
        ),
        "X announced",
    ),
    (rf"\b(?P<who>{_WHO})(?:[’']s)? (?:has|have|had|is|did)(?:n['’]t| not) ", "X has not"),
    (rf"{_SAYS} (?:by|to|in|on) (?P<who>{_WHO})\b", "announced by X"),
)
"""Forms of saying who says so, with an example of each."""
_SIGNS = tuple(re.compile(sign) for sign, _ in SIGNS)


def said_by(document: Document, start: int, end: int) -> str | None:
    """Return the company or outlet that is named for what a sentence states, None for nobody."""
    sentence = document.sentence_at(start)
    if sentence is None:
        return None
    for sign in _SIGNS:
        found = sign.search(document.text, sentence.start, max(end, sentence.end))
        if found:
            return found["who"]
    for person in within(document.people, sentence.start, sentence.end):
        if _PERSON.match(document.text, person.end):
            return person.name
    return None


_PERSON = re.compile(rf",?[^.,;]{{0,30}},? (?:has |have |had |also |previously )*{_SAYS}")
