"""The feed that a web page names as its own (`link rel="alternate"`, as browsers look for it)."""

from __future__ import annotations

import html
import re
from urllib.parse import urljoin

from .texts import link_of

TYPES = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json"})
"""Types of what is a feed; of several the page's first is its main one."""
_SEARCHED = 300_000
_LINK = re.compile(r"<link\s[^<>]{1,2000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"""\b(rel|type|href)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE
)


def advertised(page: str, url: str) -> str:
    """Return the address of the feed that a page at `url` names, "" where it names none."""
    for one in _LINK.finditer(page[:_SEARCHED]):
        told = {name.lower(): a or b or c for name, a, b, c in _ATTRIBUTE.findall(one[0])}
        kind = told.get("type", "").partition(";")[0].strip().lower()
        if kind in TYPES and "alternate" in told.get("rel", "").lower().split():
            return _joined(url, html.unescape(told.get("href", "")))
    return ""


def _joined(url: str, href: str) -> str:
    try:
        return link_of(urljoin(url, href.strip()))
    except ValueError:
        return ""
