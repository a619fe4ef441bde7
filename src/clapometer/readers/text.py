"""Texts from files made fit to keep: no control characters, single blanks, NFC, bounded."""

from __future__ import annotations

import html
import re
import unicodedata

LIMITS: dict[str, int] = {
    "work": 200,
    "title": 300,
    "critic": 200,
    "outlet": 200,
    "source_id": 200,
    "grade": 100,
    "link": 2_000,
    "quote": 5_000,
}
"""Characters kept of each text."""
_SCHEMES = ("https://", "http://")
_LINK = LIMITS["link"]
EMPTY_WORDS = frozenset(
    {"\\N", "NULL", "null", "NaN", "nan", "None", "N/A", "n/a", "<NA>", "NaT", "#N/A", "-"}
)
"""What programs write into a cell that is empty; not applied to quotes and titles."""
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_INVISIBLE = re.compile(
    "[\u0000-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e"
    "\u2060\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
"""Control characters, and those that are invisible or turn the direction of what follows."""


def clean(text: str) -> str:
    """Return the text without control characters, with single blanks, in Unicode form NFC."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip(" ")
    text = _INVISIBLE.sub("", text)
    return unicodedata.normalize("NFC", " ".join(text.split()))


def clean_word(text: str) -> str:
    """Return the text cleaned, "" for what programs write into empty cells."""
    text = clean(text)
    return "" if text in EMPTY_WORDS else text


def clean_prose(text: str) -> str:
    """Return the text of people cleaned, with what web pages write for a character read back.

    Only complete forms (`&amp;`, `&#8220;`) are taken for that, not "AT&T" or "&copy=1".
    """
    return clean(_ENTITY.sub(lambda form: html.unescape(form[0]), text) if "&" in text else text)


def clean_name(text: str) -> str:
    """Return a name or grade cleaned, "" for what programs write into empty cells."""
    text = clean_prose(text)
    return "" if text in EMPTY_WORDS else text


def is_plain_link(text: str) -> bool:
    """Whether the text is an address of the web that needs no cleaning, told quickly."""
    return (
        text.startswith(_SCHEMES)
        and (text[8:9] if text[4] == "s" else text[7:8]).isalnum()
        and text.isascii()
        and text.isprintable()
        and " " not in text
        and len(text) <= _LINK
    )


def clean_link(text: str) -> str | None:
    """Return an address of the web, "" for an empty cell, None for anything else."""
    text = clean_word(text)
    if not text:
        return ""
    scheme, mark, rest = text.partition("://")
    known = mark and scheme.lower() in {"http", "https"} and rest[:1] not in {"", "/", "?", "#"}
    if not known or " " in text or len(text) > LIMITS["link"]:
        return None
    return f"{scheme.lower()}://{rest}"
