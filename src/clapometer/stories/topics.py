"""Topics: the tags that stories bear, one for all ways to write it."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from django.utils.text import slugify

from clapometer.catalogue.folding import fold
from clapometer.readers.text import clean_prose

LONGEST, MOST = 80, 40
"""Characters of a topic, and topics of a story; what is longer is a sentence, or no list."""


def topic_slug(title: str) -> str:
    """Return the word that names a topic in addresses and in what is followed.

    Case, accents, punctuation and the sign of a hashtag make no other topic. A title in letters
    that addresses do not show is named by a fingerprint of it.
    """
    folded = fold(title.lstrip("#"))
    slug = slugify(folded)[:LONGEST].strip("-_").replace("_", "-")
    if slug and len(slug) >= len(folded.replace(" ", "")) // 2:
        return slug
    return f"t-{sha256(folded.encode()).hexdigest()[:12]}"


def read_topics(printed: Iterable[object]) -> list[str]:
    """Return the topics as printed, cleaned, each once, those that are sentences left out."""
    found: dict[str, str] = {}
    for one in printed:
        title = clean_prose(str(one)).strip("# ,;|")
        if title and len(title) <= LONGEST:
            found.setdefault(topic_slug(title), title)
    return list(found.values())[:MOST]
