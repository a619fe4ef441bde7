"""Sentences: where each begins and ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .parts import Sentence

if TYPE_CHECKING:
    from .document import Document

_ABBREVIATED = (
    "bros dir mr mrs ms dr st jr sr vs no nos vol ep eps approx dept est inc co corp ltd gen gov "
    "sen rep jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat "
    "sun"
)
ABBREVIATIONS = frozenset(_ABBREVIATED.split(" "))
"""Words whose dot ends no sentence."""
LONGEST = 1_500
"""No sentence of a story is longer, in characters; what is longer is none and read in pieces."""
_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]*[A-Z0-9#@])")
_LISTED = re.compile(r"(?:\A|[;:,]|\n)\s*\d{1,2}\Z")
"""The number of an item of a list: its dot ends nothing."""
_WORD = re.compile(r"([A-Za-z.]+)\Z")


def sentences_of(document: Document) -> tuple[Sentence, ...]:
    """Return the sentences of a story in order; none reaches over the end of a block."""
    found: list[Sentence] = []
    for place, block in enumerate(document.blocks):
        for start, end in _parted(document.text, block.start, block.end):
            text = document.text[start:end]
            found.append(Sentence(text, start, end, place, len(found)))
    return tuple(found)


def _parted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for one in _END.finditer(text, start, end):
        if not _abbreviated(text, start, one.start()):
            yield from _cut(text, *_trimmed(text, start, one.end()))
            start = one.end()
    if text[start:end].strip():
        yield from _cut(text, *_trimmed(text, start, end))


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a sentence; one longer than any that a person wrote in pieces."""
    while end - start > LONGEST:
        blank = text.rfind(" ", start, start + LONGEST)
        stop = blank if blank > start else start + LONGEST
        yield start, stop
        start = stop + (blank > start)
    if start < end:
        yield start, end


def _abbreviated(text: str, start: int, dot: int) -> bool:
    if _LISTED.search(text[start:dot][-6:] if dot - start > 6 else text[start:dot]):
        return True
    word = _WORD.search(text, max(start, dot - 12), dot)
    if word is None or text[dot] != ".":
        return False
    if word.start() > start and text[word.start() - 1].isdigit():
        # “£2.6m. In fourth, …”: what stands right behind a number is a unit, not an initial.
        return False
    last = word[1].casefold()
    return last in ABBREVIATIONS or len(last) == 1 or "." in last


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - (len(part) - len(part.rstrip()))
