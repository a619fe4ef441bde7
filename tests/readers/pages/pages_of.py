"""Small pages put together for tests; what is in them is made up."""

from __future__ import annotations

import json
from typing import Any

from clapometer.readers.pages import Page, read_page

ADDRESS = "https://madeup.example/film/the-salt-road"
STORY = (
    "<p>Two keepers share a lighthouse, a secret and one pair of boots all through a winter "
    "that will not end, and the camera never leaves the island.</p><p>It is a film of small "
    "gestures, told with patience, and its last reel is as good as anything this year.</p>"
)


def html(head: str = "", body: str = STORY, lang: str = "en") -> str:
    """A page with such a head and such a story."""
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head>{head}</head>'
        f"<body><article>{body}</article></body></html>"
    )


def ld(*values: Any) -> str:
    """Blocks of JSON-LD; a text stands in its block as it is."""
    return "".join(
        '<script type="application/ld+json">'
        f"{one if isinstance(one, str) else json.dumps(one)}</script>"
        for one in values
    )


def read(head: str = "", body: str = STORY, url: str = ADDRESS) -> Page:
    """The page read."""
    return read_page(html(head, body).encode(), url)
