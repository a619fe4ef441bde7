"""What stands before the root of an XML document: taken off, and refused where it is a trap.

Declarations of entities unfold a few lines to gigabytes (“billion laughs”), and fetch files. A feed
needs none, so no parser here ever sees a document type.
"""

from __future__ import annotations

import re

from .refusals import FeedRefused

_BEGINNING = re.compile(
    r"<\?xml\b|<!doctype\b|<(?:[\w.-]{1,40}:)?(?:rss|feed|rdf)\b", re.IGNORECASE
)
_ROOT = re.compile(r"<(?:[\w.-]{1,40}:)?(?P<name>[\w.-]{1,40})")
_ROOTS = frozenset({"rss", "feed", "rdf", "channel"})
_PAGES = frozenset({"html", "head", "body", "script", "div", "meta", "title"})
_SEARCHED = 4_000
"""Characters in which a feed begins, whatever a server put before it."""


def without_prolog(text: str) -> tuple[str, bool]:
    """Return the document from its root on, and whether something stood before it that is no XML.

    Raises FeedRefused for entities of its own, for a web page, and where no feed begins.
    """
    text = text.lstrip("\ufeff \t\r\n\0")
    place = _past_prolog(text, 0)
    name = _root_at(text, place)
    before = name not in _ROOTS | _PAGES
    if before and (found := _BEGINNING.search(text, place, place + _SEARCHED)):
        place = _past_prolog(text, found.start())
        name = _root_at(text, place)
    if name in _PAGES:
        raise FeedRefused("web_page")
    if name not in _ROOTS:
        raise FeedRefused("no_feed")
    return text[place:], before


def _root_at(text: str, place: int) -> str:
    found = _ROOT.match(text, place)
    return found["name"].casefold() if found else ""


def _past_prolog(text: str, place: int) -> int:
    """Return where the root begins: past blanks, instructions, comments and a document type."""
    while True:
        while text[place : place + 1].isspace():
            place += 1
        if text.startswith("<?", place):
            place = _past(text, "?>", place)
        elif text.startswith("<!--", place):
            place = _past(text, "-->", place)
        elif text.startswith("<!", place):
            end = _past(text, ">", place)
            if "[" in text[place:end] or text[place:end].casefold().startswith("<!entity"):
                raise FeedRefused("entities")
            place = end
        else:
            return place


def _past(text: str, sign: str, place: int) -> int:
    end = text.find(sign, place)
    if end < 0:
        raise FeedRefused("no_feed")
    return end + len(sign)
