"""How much of a page is read: every bound in one table."""

from __future__ import annotations

BOUNDS: dict[str, tuple[int, str]] = {
    "bytes": (8_000_000, "bytes of a page; a larger one is refused"),
    "elements": (30_000, "elements of a page; a page with more is refused"),
    "attributes": (200, "attributes of one element; further ones are left out"),
    "blocks": (60, "blocks of JSON-LD read on one page"),
    "block": (1_000_000, "characters of one block of JSON-LD; a longer one is left out"),
    "depth": (40, "levels of things inside things"),
    "things": (3_000, "things of structured data on one page"),
    "metas": (2_000, "values of meta elements on one page"),
    "text": (400_000, "characters of the main text"),
    "line": (40_000, "characters of one paragraph that are tried for clutter"),
    "headline": (300, "characters of a headline"),
    "name": (120, "characters of a person's or an outlet's name"),
    "byline": (12, "people of one byline"),
    "topics": (40, "topics of one page"),
    "topic": (80, "characters of a topic"),
    "quote": (300, "characters of a quote from a review"),
    "grade": (40, "characters of a printed grade"),
    "reviews": (50, "reviews read on one page"),
}
"""Bounds by name: the number and what it bounds."""


def bound(name: str) -> int:
    """Return a bound of the table."""
    return BOUNDS[name][0]
