"""The plain text of what a feed wraps in markup, bounded and fit to keep."""

from __future__ import annotations

import html
import re

from clapometer.readers.text import clean, clean_link, clean_prose

from .feed import LIMITS

_UNSEEN = re.compile(
    r"<(script|style|iframe|svg|math|template|noscript|object|head)\b.*?(?:</\1\s*>|\Z)"
    r"|<!--.*?(?:-->|\Z)|<!\[CDATA\[|\]\]>",
    re.IGNORECASE | re.DOTALL,
)
_BLOCK = re.compile(r"</?(?:p|div|br|li|ul|ol|h[1-6]|blockquote|tr|figure)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z!?][^<>]*(?:>|\Z)")
_MAILED = re.compile(r"(?:mailto:)?[^\s@]{1,80}@[^\s@]{1,120}\s*\((?P<name>[^()]*)\)")
"""How RSS 2.0 writes an author: an address of mail and the name in brackets."""
_MARKUP = re.compile(r"<[a-zA-Z!/]")


def title_of(value: object) -> str:
    """Return a title: one line without markup."""
    return _cut(clean_prose(_bare(_text(value))), LIMITS["title"])


def name_of(value: object) -> str:
    """Return a name: one line without markup, without an address of mail."""
    text = clean_prose(_bare(_text(value)))
    mailed = _MAILED.fullmatch(text)
    words = (mailed["name"] if mailed else text).split(" ")
    return _cut(" ".join(one for one in words if "@" not in one), LIMITS["name"])


def prose_of(value: object, limit: str = "summary") -> str:
    """Return a text of paragraphs without markup; `limit` names its row in LIMITS."""
    most = LIMITS[limit]
    text = _text(value)[: 20 * most]
    if _MARKUP.search(text):
        text = _TAG.sub(" ", _BLOCK.sub("\n", _UNSEEN.sub(" ", text)))
    lines = (clean(line) for line in html.unescape(text).splitlines())
    return _cut("\n".join(line for line in lines if line), most)


def link_of(value: object) -> str:
    """Return an address of http or https, "" for anything else."""
    return clean_link(_text(value)) or ""


def _bare(text: str) -> str:
    text = text[: 20 * LIMITS["title"]]
    return _TAG.sub(" ", _UNSEEN.sub(" ", text)) if _MARKUP.search(text) else text


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
