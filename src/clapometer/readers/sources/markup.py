"""The text of a fragment of HTML, as catalogues write their synopses."""

from __future__ import annotations

import re
from html import unescape

_BREAKS = re.compile(r"<\s*(?:br|/p|/div|/li)\b[^<>]*>", re.IGNORECASE)
_HIDDEN = re.compile(r"<\s*(script|style)\b.*?(?:</\s*\1\s*>|$)", re.IGNORECASE | re.DOTALL)
_TAGS = re.compile(r"<[^<>]*>")


def text_of(markup: object, longest: int) -> str:
    """Return the text in lines, "" for anything but a text; tags and what they hide are gone."""
    if not isinstance(markup, str):
        return ""
    # What cannot be kept need not be unpacked either.
    bounded = markup[: 4 * longest]
    bare = _TAGS.sub("", _BREAKS.sub("\n", _HIDDEN.sub("", bounded)))
    lines = (" ".join(line.split()) for line in unescape(bare).splitlines())
    text = "\n".join(line for line in lines if line)
    return "".join(one for one in text if one == "\n" or one.isprintable())[:longest].strip()
