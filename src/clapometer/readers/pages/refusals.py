"""Why bytes are not read as a page: a table of sentences."""

from __future__ import annotations

PAGE_REFUSALS: dict[str, str] = {
    "empty": "The page is empty.",
    "too_large": "The page has more than {limit} bytes, so it was not read; save only the story "
    "itself and read that.",
    "too_many_elements": "The page has more than {limit} elements, so it was not read; save only "
    "the story itself and read that.",
    "binary": "This is {what}, not a web page or a text; give the address of the story’s page.",
    "feed": "This is a feed, not a page; subscribe to it, or give the address of one story in it.",
    "unreadable": "This cannot be read as HTML; save the page again, or paste its text.",
}
"""Reasons by code, each a sentence with its places."""


class PageRefused(Exception):
    """The bytes are no page that is read; `code` is a key of PAGE_REFUSALS, `sentence` says why."""

    def __init__(self, code: str, **places: object) -> None:
        self.code = code
        self.sentence = PAGE_REFUSALS[code].format(**places)
        super().__init__(self.sentence)
