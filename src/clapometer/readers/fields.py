"""What a table of reviews or works may tell, and the column names under which tables tell it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Field:
    """One thing a column may hold."""

    name: str
    takes: str
    """What it takes, for a person."""
    looks: str
    """The look its values have: a key of `looks.LOOKS`, or "" when any text may stand there."""
    synonyms: tuple[str, ...]
    """Names of columns in words, the clearest first."""


FIELDS: tuple[Field, ...] = (
    Field(
        "work",
        "identifier of the work; identifiers of Rotten Tomatoes, IMDb and Wikidata are known by "
        "their form, others are kept under the profile's prefix",
        "identifier",
        (
            "movie id",
            "film id",
            "work id",
            "title id",
            "show id",
            "series id",
            "imdb id",
            "tconst",
            "wikidata id",
            "rotten tomatoes id",
            "rt id",
            "rotten tomatoes link",
            "movie slug",
            "film slug",
            "work slug",
            "slug",
            "movie url",
            "film url",
            "id",
        ),
    ),
    Field(
        "work_title",
        "title of the work, with the year in brackets at the end or not",
        "text",
        (
            "movie title",
            "film title",
            "work title",
            "show title",
            "series title",
            "movie name",
            "film name",
            "show name",
            "title",
            "movie",
            "film",
            "show",
            "series",
            "work",
        ),
    ),
    Field(
        "work_year",
        "year of the work",
        "year",
        ("movie year", "film year", "work year", "release year", "year", "release date"),
    ),
    Field(
        "work_kind",
        "film, series, season or episode (see the words below)",
        "kind",
        ("work kind", "kind", "title type", "work type", "media type", "type"),
    ),
    Field(
        "critic",
        "name of the critic",
        "name",
        (
            "critic name",
            "critic",
            "reviewer name",
            "reviewer",
            "author name",
            "author",
            "byline",
            "journalist",
            "writer",
            "reviewed by",
            "written by",
        ),
    ),
    Field(
        "outlet",
        "name of the outlet",
        "name",
        (
            "outlet name",
            "outlet",
            "publication name",
            "publication",
            "publisher name",
            "publisher",
            "newspaper",
            "magazine",
            "medium",
            "source name",
            "source",
            "site",
            "organization",
        ),
    ),
    Field(
        "source_id",
        "the review's own identifier, by which it is known again",
        "unique",
        ("review id", "source id", "review hash", "guid", "uuid", "id"),
    ),
    Field(
        "verdict",
        "positive or negative (see the words below)",
        "verdict",
        (
            "verdict",
            "review state",
            "fresh",
            "is fresh",
            "score sentiment",
            "sentiment",
            "review type",
            "is positive",
            "positive",
            "recommended",
            "state",
            "label",
            "polarity",
            "review score",
            "freshness",
        ),
    ),
    Field(
        "grade",
        "the grade as printed",
        "grade",
        (
            "original score",
            "grade",
            "rating",
            "review score",
            "critic rating",
            "critic score",
            "review rating",
            "score",
            "stars",
            "mark",
        ),
    ),
    Field(
        "date",
        "day or instant of publication (see the dates below)",
        "date",
        (
            "review date",
            "date published",
            "publication date",
            "published at",
            "published",
            "creation date",
            "created at",
            "posted at",
            "date",
            "first seen",
            "first seen utc",
            "timestamp",
            "datetime",
            "time",
            "day",
        ),
    ),
    Field(
        "top",
        "whether the critic is a top critic: yes or no",
        "yes_no",
        ("top critic", "is top critic", "top"),
    ),
    Field(
        "link",
        "address of the review, http or https",
        "link",
        ("review url", "review link", "link", "url", "href", "permalink"),
    ),
    Field(
        "quote",
        "a sentence or two from the review",
        "text",
        (
            "quote",
            "review quote",
            "pull quote",
            "review content",
            "review text",
            "review",
            "snippet",
            "excerpt",
            "blurb",
            "content",
            "text",
        ),
    ),
    Field(
        "first_episodes",
        "whether the review judges the first episodes only (see the words below)",
        "first_episodes",
        (
            "first episodes only",
            "first episodes",
            "is first episodes",
            "early episodes",
            "partial season",
            "partial",
        ),
    ),
)
"""The fields of a review."""

WORK_FIELDS: tuple[Field, ...] = (
    Field(
        "identifier",
        "identifier of the work, the same as in the table of reviews",
        "identifier",
        ("movie id", "film id", "work id", "title id", "show id", "series id", "wikidata id", "id"),
    ),
    Field(
        "rt",
        "identifier or address at Rotten Tomatoes",
        "identifier",
        (
            "rotten tomatoes id",
            "rt id",
            "movie url",
            "rotten tomatoes link",
            "rotten tomatoes url",
            "rt url",
        ),
    ),
    Field("imdb", "identifier at IMDb", "identifier", ("imdb id", "tconst", "imdb")),
    Field("wikidata", "identifier at Wikidata", "identifier", ("wikidata id", "wikidata", "qid")),
    Field(
        "title",
        "title, with the year in brackets at the end or not",
        "text",
        (
            "movie title",
            "film title",
            "work title",
            "show title",
            "series title",
            "title",
            "movie name",
            "film name",
            "name",
            "label",
            "movie",
            "film",
        ),
    ),
    Field(
        "year",
        "year",
        "year",
        (
            "movie year",
            "film year",
            "release year",
            "year",
            "release date",
            "publication date",
            "theater date",
            "premiered",
        ),
    ),
    Field(
        "kind",
        "film, series, season or episode (see the words below)",
        "kind",
        ("kind", "title type", "work type", "media type", "type"),
    ),
    Field(
        "release",
        "wide or limited, the width of a film's release",
        "release",
        ("release", "release type", "release width"),
    ),
    Field(
        "released",
        "day or instant of release (see the dates below); where no column holds the year, its year",
        "released",
        (
            "released",
            "released at",
            "release date",
            "release day",
            "released on",
            "theatrical release date",
            "release date theaters",
            "release date theatres",
            "theater date",
            "in theaters date",
            "premiere date",
            "premiered",
            "premiere",
            "first aired",
            "air date",
            "original air date",
            "airstamp",
            "publication date",
            "release date streaming",
            "streaming date",
        ),
    ),
    Field(
        "parent",
        "identifier of the series of a season, or of the season of an episode",
        "identifier",
        ("parent", "parent id", "parent identifier", "parent tconst"),
    ),
    Field(
        "number",
        "number of a season in its series, or of an episode in its season",
        "number",
        ("number", "season number", "episode number"),
    ),
)
"""The fields of a work."""


@lru_cache(maxsize=4_096)
def header_key(header: str) -> str:
    """Return a column name without case and separators: "isTopCritic" and "is_top_critic" meet."""
    return re.sub(r"[\W_]+", "", header).casefold()


_KNOWN = frozenset(
    header_key(synonym) for field in (*FIELDS, *WORK_FIELDS) for synonym in field.synonyms
)


def known_header(header: str) -> bool:
    """Whether the text is a known name of a column."""
    return header_key(header) in _KNOWN
