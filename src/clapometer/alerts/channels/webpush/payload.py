"""What a push message holds: a small JSON object, the same for every browser.

Nothing in it is about whom it is sent to. The service worker reads its MEMBERS.
"""

from __future__ import annotations

from typing import NamedTuple

import orjson

from clapometer.alerts.messages import Message

from .encryption import LARGEST

MEMBERS = {
    "id": "The notice's name, the same at every try: one that was shown is not shown again.",
    "kind": "What it is about, as in the table of kinds.",
    "title": "The first line.",
    "body": "What happened, in numbers and dates.",
    "url": "The page that a tap opens, as a full address.",
    "tag": "Of two notifications with the same, the browser shows the newer alone.",
    "at": "When it happened, in milliseconds since 1970: it may have waited for days to be shown.",
}
MILLISECOND = 1_000
"""Microseconds, in which instants are counted."""
SHOWN = 400
"""Characters of the text; no system shows more of a notification."""
STEP = 128
"""Payloads are filled up to the next multiple of so many bytes, so that their length does not tell
the push service which of a site's messages it carries."""


class Payload(NamedTuple):
    """The JSON, and how many bytes of padding go with it."""

    text: bytes
    padding: int


class TooLarge(ValueError):
    """Title and address alone are more than a push message holds."""


def payload_of(message: Message) -> Payload:
    """Return the payload of a message, its text cut where it is too long. Raises TooLarge."""
    body = cut(message.text, SHOWN)
    while len(text := _json(message, body)) > LARGEST:
        if not body:
            raise TooLarge(f"A push message holds {LARGEST:,} bytes: this one's title and address"
                           " are longer.")  # fmt: skip
        body = cut(body, len(body) // 2)
    filled = min(-(-len(text) // STEP) * STEP, LARGEST)
    return Payload(text, filled - len(text))


def cut(text: str, longest: int) -> str:
    """Return the text with at most so many characters, ending in … where something was left out."""
    if len(text) <= longest:
        return text
    return text[: longest - 1].rstrip() + "…" if longest > 1 else ""


def _json(message: Message, body: str) -> bytes:
    return orjson.dumps(
        {
            "id": message.id,
            "kind": message.kind,
            "title": message.title,
            "body": body,
            "url": message.url,
            "tag": message.tag,
            "at": message.happened_at // MILLISECOND,
        }
    )
