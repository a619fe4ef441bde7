"""What makes an item the same in two readings of its feed."""

from __future__ import annotations

from hashlib import sha256

from clapometer.readers.text import clean

from .feed import LIMITS


def identity(told: object, link: str, title: str, published: int | None) -> str:
    """Return what the feed calls the item, else its link, else a hash of its words and its day.

    A name that is too long to keep is told by its hash.
    """
    name = clean(str(told)) if isinstance(told, str | int) and not isinstance(told, bool) else ""
    name = name or link
    if name and len(name) <= LIMITS["id"]:
        return name
    words = name or f"{title}\n{published}"
    return "sha256:" + sha256(words.encode("utf-8", "replace")).hexdigest()
