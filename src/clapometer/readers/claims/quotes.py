"""Quotation marks and what stands between them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .parts import Quoted

if TYPE_CHECKING:
    from .document import Document

LONGEST = 1500
_MARKS = re.compile(
    r"[“\"](?P<double>[^“”\"\n]{1,1500})[”\"]"
    r"|(?<![\w])[‘'](?P<single>[^‘’'\n]{1,120}(?:['’](?=\w)[^‘’'\n]{1,120})*)['’](?!\w)"
)


def quoted_in(document: Document) -> tuple[Quoted, ...]:
    """Return what stands in quotation marks, in order; marks within marks are not parted."""
    return tuple(
        Quoted(one.start(), one.end(), *one.span(one.lastgroup or 0))
        for one in _MARKS.finditer(document.text, document.story.start)
    )
