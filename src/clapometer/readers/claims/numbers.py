"""Printed numbers: digits and words, with what the words around them say of the true number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from clapometer.readers.amounts import BOUND_WORDS, MULTIPLES

from .parts import Number

if TYPE_CHECKING:
    from .document import Document

_WORDS = "|".join(sorted((re.escape(word) for word in BOUND_WORDS if word), key=len, reverse=True))
_NUMBER = re.compile(
    rf"(?:(?P<bound>{_WORDS})\s+)?[$£€]?(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?:[ -]?(?P<zeros>k|thousand|million|mn|m|billion|bn|b|trillion)\b)?(?P<unit>%| ?[a-z]+)?",
    re.IGNORECASE,
)


def numbers_in(document: Document) -> tuple[Number, ...]:
    """Return the printed numbers of a story, in order."""
    return tuple(
        Number(
            one[0],
            *one.span(),
            float(one["digits"].replace(",", "")) * MULTIPLES[(one["zeros"] or "").casefold()],
            BOUND_WORDS[(one["bound"] or "").casefold()],
            (one["unit"] or "").strip(),
        )
        for one in _NUMBER.finditer(document.text, document.story.start)
    )
