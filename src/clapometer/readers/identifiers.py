"""Identifiers of works: `namespace:id`, with those of well-known sites told by their form."""

from __future__ import annotations

import re

from .eidr import looks_like_eidr, read_eidr

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
    ("tmdb", "https://www.themoviedb.org/movie/603-made-up",
     re.compile(r"https?://(?:www\.)?themoviedb\.org/(movie/\d{1,12})(?:[-/?#].*)?", re.ASCII)),
    ("tmdb", "https://www.themoviedb.org/tv/1396-made-up/season/1",
     re.compile(
         r"https?://(?:www\.)?themoviedb\.org/(?P<id>tv/\d{1,12})(?:-[^/?#]*)?"
         r"(?P<part>/season/\d{1,4}(?:/episode/\d{1,5})?)?(?:[/?#].*)?", re.ASCII)),
    ("tvmaze", "https://www.tvmaze.com/shows/82/made-up",
     re.compile(
         r"https?://(?:www\.)?tvmaze\.com/((?:shows|seasons|episodes)/\d{1,12})(?:[/?#].*)?",
         re.ASCII)),
    ("metacritic", "https://www.metacritic.com/tv/made-up/season-1/critic-reviews/",
     re.compile(
         r"https?://(?:www\.)?metacritic\.com/"
         r"(movie/[\w!+.-]+|tv/[\w!+.-]+(?:/season-\d{1,4})?)(?:[/?#].*)?", re.ASCII)),
    ("letterboxd", "https://letterboxd.com/film/made-up/",
     re.compile(r"https?://(?:www\.)?letterboxd\.com/(film/[\w-]+)(?:[/?#].*)?", re.ASCII)),
)  # fmt: skip
"""Namespaces known by form: name, an example, and the pattern whose group is the identifier."""
KNOWN_PREFIXES = frozenset(
    {"rt", "imdb", "wikidata", "tvmaze", "tmdb", "metacritic", "letterboxd", "file"}
)
"""Namespaces that a value may bring along itself."""
FILE_PREFIX = "file:"
"""Prefix of identifiers that mean something only within their file."""
_LIKE = re.compile(r"[\w.:/?=&%#~+-]{1,2000}", re.ASCII)


_PEOPLE: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("imdb", re.compile(r"(?:imdb:|https?://(?:www\.|m\.)?imdb\.com/name/)?(nm\d{7,10})(?:[/?#].*)?")),
    ("wikidata",
     re.compile(r"(?:wikidata:|https?://(?:www\.)?wikidata\.org/(?:wiki|entity)/)?(Q[1-9]\d{0,11})")),
    ("tmdb",
     re.compile(r"(?:tmdb:|https?://(?:www\.)?themoviedb\.org/)(person/\d{1,12})(?:[-/?#].*)?")),
    ("tvmaze",
     re.compile(r"(?:tvmaze:|https?://(?:www\.)?tvmaze\.com/)(people/\d{1,12})(?:[/?#].*)?")),
)  # fmt: skip


class IdentifierRefused(ValueError):
    """A text is no identifier of a work, or of a person; the message is one sentence."""


def known_identifier(text: str) -> str:
    """Return the identifier when its form tells the namespace, else ""."""
    for namespace, _, pattern in NAMESPACES:
        found = pattern.fullmatch(text)
        if found:
            return f"{namespace}:{''.join(part or '' for part in found.groups())}"
    eidr = read_eidr(text)
    return f"eidr:{eidr}" if eidr else ""


def read_identifier(text: str) -> str:
    """Return `namespace:id` of a work, as a person writes or pastes it.

    Raises IdentifierRefused for what no known site writes so, and for an EIDR that was mistyped.
    """
    text = text.strip()
    namespace, mark, own = text.partition(":")
    known = known_identifier(text)
    if not known and looks_like_eidr(text):
        raise IdentifierRefused(
            f"“{text}” has the form of an EIDR, but its check character is wrong: it was mistyped."
        )
    if not known and mark and own and namespace in KNOWN_PREFIXES and looks_like_identifier(text):
        return text
    if not known:
        raise IdentifierRefused(
            f"“{text[:80]}” is no identifier that is known: paste the address of the work’s page"
            " at Wikidata, IMDb, TMDB, TVmaze, Rotten Tomatoes, Metacritic or Letterboxd, or an"
            " EIDR."
        )
    return known


def person_identifier(text: str) -> str:
    """Return `namespace:id` of a person when its form tells the namespace, else ""."""
    for namespace, pattern in _PEOPLE:
        found = pattern.fullmatch(text.strip())
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
