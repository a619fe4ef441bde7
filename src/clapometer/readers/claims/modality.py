"""How a claim is stated: denied, expected, left open, or as the rule has it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .document import Document

SIGNS: tuple[tuple[str, str], ...] = (
    (
        "undecided",
        r"has(?:n't|n’t| not) (?:yet )?(?:been )?(?:announced|revealed|confirmed|specif)",
    ),
    (
        "denied",
        r"\bwill not\b|\bwon['’]t\b|\bno plans\b|\bnot (?:be )?(?:returning|cancelled|canceled)",
    ),
    ("speculated", r"\b(?:could|might|may|expected|rumou?red|likely|teased|hopes?)\b"),
    ("former", r"\b(?:previously|used to|formerly|until)\b"),
)
"""Signs of a modality in a sentence; the first that fits decides."""
_SIGNS = tuple((name, re.compile(sign, re.IGNORECASE)) for name, sign in SIGNS)


def modality_at(document: Document, start: int, _end: int, usual: str) -> str:
    """Return the modality of words at this place."""
    sentence = document.sentence_at(start)
    if sentence is None:
        return usual
    return next((name for name, sign in _SIGNS if sign.search(sentence.text)), usual)
