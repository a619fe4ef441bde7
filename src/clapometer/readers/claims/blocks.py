"""The blocks of a story and what each is for: body, subheads, and the clutter around them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .parts import Block

if TYPE_CHECKING:
    from .document import Document

ROLES: dict[str, str] = {
    "headline": "the headline",
    "subhead": "a heading within the story",
    "body": "a paragraph of the story",
    "item": "a line of a list",
    "byline": "who wrote it, where and when",
    "caption": "what a picture shows",
    "promotion": "what the outlet advertises: newsletters, games, notifications",
    "related": "the link to another story",
    "signoff": "who the writer is, how the story was made",
}
"""What a block is for."""
CLUTTER = frozenset({"byline", "promotion", "related", "signoff"})
"""Blocks in which nothing is stated that a claim could stand on."""
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")


def blocks_of(document: Document) -> tuple[Block, ...]:
    """Return the blocks of a story in order."""
    found = [one.span() for one in _PARAGRAPH.finditer(document.text, document.story.start)]
    return tuple(
        Block("headline" if place == 0 else "body", start, end)
        for place, (start, end) in enumerate(found)
    )
