"""Identifiers of works: `namespace:id`, with those of well-known sites told by their form."""

from __future__ import annotations

import re

NAMESPACES: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    ("imdb", "tt0111161", re.compile(r"(?:imdb:)?(tt\d{7,10})")),
    ("imdb", "https://www.imdb.com/title/tt0111161/",
     re.compile(r"https?://(?:www\.|m\.)?imdb\.com/title/(tt\d{7,10})\b.*")),
    ("wikidata", "Q42", re.compile(r"(?:wikidata:)?(Q[1-9]\d{0,11})")),
    ("wikidata", "https://www.wikidata.org/wiki/Q42",
     re.compile(r"https?://(?:www\.)?wikidata\.org/(?:wiki|entity)/(Q[1-9]\d{0,11})")),
    ("rt", "m/slug, tv/slug/s01",
     re.compile(r"(?:rt:)?/?((?:m/[\w.-]+|tv/[\w.-]+(?:/s\d+(?:/e\d+)?)?))/?", re.ASCII)),
    ("rt", "https://www.rottentomatoes.com/m/slug",
     re.compile(
         r"https?://(?:www\.|editorial\.)?rottentomatoes\.com/"
         r"((?:m/[\w.-]+|tv/[\w.-]+(?:/s\d+(?:/e\d+)?)?))(?:[/?#].*)?", re.ASCII)),
)  # fmt: skip
"""Namespaces known by form: name, an example, and the pattern whose group is the identifier."""
KNOWN_PREFIXES = frozenset({"rt", "imdb", "wikidata", "tvmaze", "tmdb", "file"})
"""Namespaces that a value may bring along itself."""
FILE_PREFIX = "file:"
"""Prefix of identifiers that mean something only within their file."""
_LIKE = re.compile(r"[\w.:/?=&%#~+-]{1,2000}", re.ASCII)


def known_identifier(text: str) -> str:
    """Return the identifier when its form tells the namespace, else ""."""
    for namespace, _, pattern in NAMESPACES:
        found = pattern.fullmatch(text)
        if found:
            return f"{namespace}:{found[1]}"
    return ""


def looks_like_identifier(text: str) -> bool:
    """Whether the text has the letters, digits and signs of an identifier, and no blanks."""
    return _LIKE.fullmatch(text) is not None


def identifier(text: str, prefix: str = "") -> str:
    """Return `namespace:id` of a cleaned text that is not empty.

    A prefix that a profile states is put before every value; without one, namespaces are told by
    their form and other values are kept under `file:`.
    """
    if prefix:
        return prefix + text
    known = known_identifier(text)
    if known:
        return known
    namespace, mark, _ = text.partition(":")
    return text if mark and namespace in KNOWN_PREFIXES else FILE_PREFIX + text
