"""Plain texts: whether bytes are HTML, a text or something else, and what a pasted text says."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .fields.dating import instant
from .fields.names import people_of
from .refusals import PageRefused

KINDS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture or a sound"),
    (b"PK\x03\x04", "an archive or an office document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x7fELF", "a program"),
    (b"\x00\x00\x00\x18ftyp", "a video"),
    (b"\x00\x00\x00 ftyp", "a video"),
    (b"ID3", "a sound"),
    (b"OggS", "a sound"),
)
"""What files that are no pages begin with."""
_MARKUP = re.compile(
    r"<(?:!doctype html|html|head|body|title|meta|article|main|section|div|p|h[1-6]|span|script"
    r"|a|ul|table|br"
    r"|link|base|time|img|center|font|b|i|em|strong|blockquote|header)\b[^<>]*>",
    re.IGNORECASE,
)
_FEED = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<\?xml-stylesheet[^>]*>\s*|<!--[^>]*-->\s*)*<(?:rss|feed|rdf:RDF)\b",
    re.IGNORECASE,
)
_HEADER = re.compile(
    r"(url|link|source|date|published|headline|title|by|byline|author)\s*:\s*(.*)", re.IGNORECASE
)
_BYLINE = re.compile(
    r"(?:by|written by|words by|review by|reviewed by)\s+(\S.{2,80})", re.IGNORECASE
)
_DATED = re.compile(
    r"(?:(?:first )?(?:published|posted|updated)\b.{0,12}|(?:mon|tues?|wednes|wed|thurs?|fri"
    r"|satur|sat|sun)\w*,?\s)?"
    r"[^.!?]{0,30}\d{4}[^.!?]{0,30}",
    re.IGNORECASE,
)
HEADER_LINES = 8
"""How many lines from the top may say where, when and by whom."""


@dataclass(frozen=True, slots=True)
class Lines:
    """What a pasted text says: headline, people, date, address, and the story below."""

    headline: str = ""
    byline: tuple[str, ...] = ()
    published: str = ""
    dated: str = ""
    url: str = ""
    text: str = ""


def refuse_other_kinds(data: bytes) -> None:
    """Raise PageRefused for bytes that begin as another kind of file does."""
    for begins, what in KINDS:
        if data.startswith(begins):
            raise PageRefused("binary", what=what)


def refuse_feeds(text: str) -> None:
    """Raise PageRefused for a text that begins as a feed does."""
    if _FEED.match(text[:4000]):
        raise PageRefused("feed")


def looks_like_html(text: str, content_type: str = "") -> bool:
    """Whether a text is HTML; one that the server calls plain text still is, when it begins so."""
    kind = content_type.partition(";")[0].strip().lower()
    if kind in {"text/html", "application/xhtml+xml"}:
        return True
    start = text.lstrip("\ufeff \t\r\n")[:2000]
    if kind == "text/plain":
        return start[:15].lower().startswith(("<!doctype html", "<html"))
    return _MARKUP.search(start) is not None or _MARKUP.search(text[:200_000]) is not None


def read_lines(text: str) -> Lines:
    """Return what the first lines of a text say, and the lines below them."""
    lines = [" ".join(one.split()) for one in text.replace("\0", "").splitlines()]
    lines = [one for one in lines if one]
    told: dict[str, str] = {}
    while lines and (header := _HEADER.fullmatch(lines[0])) and header[1].lower() not in told:
        told[header[1].lower()] = header[2].strip()
        lines.pop(0)
    headline = told.get("headline") or told.get("title") or (lines.pop(0) if lines else "")
    said = told.get("by") or told.get("byline") or told.get("author") or ""
    byline, published = (
        people_of([said]) if said else (),
        instant(told.get("date") or told.get("published") or ""),
    )
    dated = "header of the text" if published else ""
    for line in list(lines[:HEADER_LINES]):
        by, day = _BYLINE.fullmatch(line), _DATED.fullmatch(line) if len(line) < 70 else None
        if by and not byline and (people := people_of([by[1]])):
            byline = people
            lines.remove(line)
        elif day and not published and instant(line):
            published, dated = instant(line), "line of the text"
            lines.remove(line)
    url = told.get("url") or told.get("link") or told.get("source") or ""
    address = url if url.startswith(("https://", "http://")) else ""
    return Lines(headline[:300], byline, published, dated, address, "\n".join(lines))
