"""Reading a feed, whatever its format."""

from __future__ import annotations

from typing import Any

from .feed import Feed
from .jsonfeed import is_json, read_json
from .refusals import FeedRefused
from .xmlfeed import read_xml

MOST_MIB = 8
FORMATS: tuple[tuple[str, str], ...] = (
    ("RSS 0.90 and 1.0", "RDF"),
    ("RSS 0.91 to 2.0", "with Dublin Core, content:encoded and the fields of Letterboxd"),
    ("Atom 0.3 and 1.0", "with xml:base"),
    ("JSON Feed 1 and 1.1", ""),
)
"""Formats that are read, and what of them beside the plain ones."""


def read_feed(data: bytes, url: str = "", content_type: str = "") -> Feed:
    """Return the feed that the bytes are.

    `url`: where it was fetched, against which its links are resolved; `content_type`: what the
    server said of it. Raises FeedRefused.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise FeedRefused("empty")
    if len(data) > MOST_MIB << 20:
        raise FeedRefused("too_large", limit=MOST_MIB)
    return (read_json if is_json(data) else read_xml)(data, url, content_type)


def read_feed_as_json(data: bytes, url: str = "", content_type: str = "") -> dict[str, Any]:
    """Return the feed as JSON can say it: what a process apart is asked for."""
    return read_feed(data, url, content_type).as_json()
