"""The blocks of a story and what each is for: body, subheads, and the clutter around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .clutter import inner_clutter, role_of
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
_LINE = re.compile(r"[^\n]+")
_FINISHED = re.compile(r"[.!?…:;,][\"”'’)\]]*\s*$")
_CUT = re.compile(r"(?:\.\.\.|…)\s*$")
_QUESTION = re.compile(r"\?[\"”'’)]*\s*$")
_NAME_LINE = re.compile(r"(?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w.'’-]+\s*$")
_BULLET = re.compile(r"\s*[•*·▪\-–—]\s")
_NAMES_UNTIL = 5
"""In how many lines after the headline a bare name is a byline."""
_HEADLINE, _SHORT, _HEADING, _LINK = 200, 14, 18, 20
"""The longest headline in characters, the longest line of a list, heading and link in words."""


def blocks_of(document: Document) -> tuple[Block, ...]:
    """Return the blocks of a story in order: its lines, and what clutter stands within them."""
    text, start = document.text, document.story.start
    lines = [one.span() for one in _LINE.finditer(text, start) if not one[0].isspace()]
    size = max(1, len(text) - start)
    found: list[Block] = []
    for place, (begin, end) in enumerate(lines):
        line = text[begin:end]
        role = _headline(lines, place, text) or role_of(line.strip(), (begin - start) / size)
        if role == "related" and (place == 0 or _is_story(line)):
            role = "body"
        role = role or _shape(lines, place, text, found)
        found.extend(_parted(role, begin, end, line))
    return tuple(found)


def _is_story(line: str) -> bool:
    """Return whether a line behind a label is a paragraph: long, and with a full stop."""
    return len(line.split()) > _LINK and line.rstrip().endswith((".", '."', ".”"))


def _parted(role: str, begin: int, end: int, line: str) -> Iterator[Block]:
    """Yield a line's blocks: clutter that a paragraph holds stands apart from it."""
    inner = inner_clutter(line) if role == "body" else []
    here = 0
    for start, stop, inner_role in inner:
        if line[here:start].strip():
            yield Block(role, begin + here, begin + start)
        yield Block(inner_role, begin + start, begin + stop)
        here = stop
    if line[here:].strip():
        yield Block(role, begin + here, end)


def _headline(lines: list[tuple[int, int]], place: int, text: str) -> str | None:
    """Return the role of a first line that is no paragraph, and of one that repeats it."""
    begin, end = lines[0]
    first = text[begin:end].strip()
    if len(first) > _HEADLINE or (
        first.endswith((".", '."', ".”")) and not _CUT.search(first) and len(lines) > 1
    ):
        return None
    here = text[slice(*lines[place])].strip()
    return "headline" if place == 0 or here.casefold() == first.casefold() else None


def _shape(lines: list[tuple[int, int]], place: int, text: str, before: list[Block]) -> str:
    """Return the role that the shape of a line and its neighbours give it."""
    line = text[slice(*lines[place])]
    if _BULLET.match(line) and len(line.split()) > 1:
        return "item"
    if not _unfinished(line):
        return "body"
    after_colon = place > 0 and text[slice(*lines[place - 1])].rstrip().endswith(":")
    named = 0 < place <= _NAMES_UNTIL and _NAME_LINE.match(line.strip())
    if named and not after_colon and not _listed(before):
        return "byline"
    near = [lines[one] for one in (place - 1, place + 1) if 0 < one < len(lines)]
    short = len(line.split()) <= _SHORT and not _QUESTION.search(line)
    in_list = short and (_listed(before) or any(_short(text[slice(*one)]) for one in near))
    if in_list and (after_colon or _listed(before) or (" as " in line and '"' not in line)):
        return "item"
    return "subhead"


def _unfinished(line: str) -> bool:
    """Return whether a line ends as headings do: without a full stop, or as a short question."""
    words = len(line.split())
    if words > _HEADING:
        return False
    asks = line.rstrip().endswith("?") and line.strip()[0] not in '"“'
    return not _FINISHED.search(line) or asks


def _short(line: str) -> bool:
    return len(line.split()) <= _SHORT and not _FINISHED.search(line)


def _listed(before: list[Block]) -> bool:
    return bool(before) and before[-1].role == "item"
