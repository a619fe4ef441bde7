"""Fetching the page of a link: once, guarded, no larger than a page is, and only a page."""

from __future__ import annotations

from typing import NamedTuple

from clapometer.fetching.client import Client
from clapometer.fetching.refusals import FetchRefused

from .asked import TakingRefused

MOST_BYTES = 8 << 20
SECONDS, PATIENCE = 20.0, 30.0
ACCEPT = "text/html,application/xhtml+xml,text/plain;q=0.8,*/*;q=0.1"
TYPES = frozenset({"text/html", "application/xhtml+xml", "text/plain", "application/xml", ""})
"""Types of content that are read; "" for a server that does not say. Of bytes that lie about what
they are, the reader of pages says so."""


class PageBytes(NamedTuple):
    """What came: the bytes, what the server calls them, and the last address they came from."""

    data: bytes
    content_type: str
    link: str


def fetch_page(client: Client, link: str) -> PageBytes:
    """Return the page of a link. Raises TakingRefused."""
    try:
        got = client.get(
            link, accept=ACCEPT, most_bytes=MOST_BYTES, seconds=SECONDS, patience=PATIENCE
        )
    except FetchRefused as refused:
        raise TakingRefused(str(refused)) from None
    told = got.headers.get("content-type", "")
    kind = told.partition(";")[0].strip().casefold()
    if kind not in TYPES:
        shown = "".join(one for one in kind[:60] if one.isprintable())
        raise TakingRefused(
            f"The address leads to {shown}, not to a page; give the address of the story’s page."
        )
    return PageBytes(got.body, told[:200], got.link)
