"""How it is stated who took part in a work, and in which season."""

from __future__ import annotations

import re

from clapometer.readers.claims.document import Document

_LIKELY = re.compile(r"\b(?:likely|expected|expects?|could|may|might|possibly|rumou?red|hopes?)\b")
_SEASON = re.compile(r"\b(?:seasons?|series|run|S\d)\b", re.IGNORECASE)


def stated(document: Document, place: tuple[int, int]) -> str:
    """Return the modality of words on who took part.

    What denies something in such a sentence mostly denies something else, so a denial counts only
    in the rows that are for denials; and who “will likely” return, though nothing is announced, is
    expected to.
    """
    modality = document.modality_at(*place, "confirmed")
    if modality == "denied":
        return "confirmed"
    if modality == "undecided" and _LIKELY.search(document.text, *place):
        return "speculated"
    return modality


def season_told(document: Document, span: tuple[int, int]) -> int | None:
    """Return the season of words on who took part, where they speak of seasons at all."""
    return document.season_at(*span) if _SEASON.search(document.text, *span) else None
