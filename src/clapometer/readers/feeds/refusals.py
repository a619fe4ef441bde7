"""Why a feed is not read, and what was put right in one that is, as tables of sentences."""

from __future__ import annotations

from clapometer.readers.problems import Refused

FEED_REFUSALS: dict[str, str] = {
    "empty": "The feed is empty.",
    "too_large": "The feed is larger than {limit} MiB; no feed of stories is.",
    "entities": "The feed declares entities of its own, with which a few lines unfold to a whole"
    " memory; it is not read.",
    "web_page": "That is a web page, not a feed; look on it for RSS, Atom or a JSON Feed.",
    "advertised": "That is a web page, not a feed; it names {link} as its feed.",
    "no_feed": "That is no feed: it is neither RSS nor Atom nor a JSON Feed.",
    "broken_json": "The feed is no valid JSON ({why}).",
    "broken": "The feed is too broken to be read ({why}).",
}
"""code -> sentence with its places."""

FEED_REMARKS: dict[str, str] = {
    "not_well_formed": "The feed is not well-formed XML; what could be read of it was read.",
    "before": "Something stands before the feed that does not belong to it; it was left out.",
    "encoding": "The feed is not written in {said}, as it says; it was read as {read}.",
    "more_items": "The feed has more than {limit} items; the first {limit} were read.",
    "empty_items": "{count} items have neither a title nor a link and were left out.",
}
"""code -> sentence with its places."""


class FeedRefused(Refused):
    """The bytes are no feed that is read; `code` is a key of FEED_REFUSALS."""

    def __init__(self, code: str, **places: object) -> None:
        super().__init__(code, FEED_REFUSALS[code].format(**places))


def remark(code: str, **places: object) -> str:
    """Return the sentence for something that was put right."""
    return FEED_REMARKS[code].format(**places)
