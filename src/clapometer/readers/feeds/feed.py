"""A feed and its items, and what they become in JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

LIMITS: dict[str, int] = {
    "items": 200,
    "title": 300,
    "id": 500,
    "name": 200,
    "authors": 10,
    "topics": 40,
    "summary": 2_000,
    "text": 200_000,
}
"""How many items are read of a feed, how many authors and topics of one of them, and how many
characters of each text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewSaid:
    """What an item says of the film that it reviews; "" and None where it does not.

    `grade` as printed: the stars of the title, else the number with its best (“3.5/5”). `watched`
    is the day it was seen, as a date of ISO 8601. `tmdb` is what The Movie Database calls it:
    movie/603, tv/1396.
    """

    title: str
    year: int | None = None
    grade: str = ""
    watched: str = ""
    again: bool | None = None
    liked: bool | None = None
    tmdb: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedItem:
    """One item. Instants are None where the item tells no time; texts are plain, without markup.

    `id` is what the feed calls it, else its link, else a hash of its words: the same in two
    readings. `text` is the whole text where the feed carries it.
    """

    id: str
    link: str
    title: str
    published: int | None = None
    modified: int | None = None
    authors: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    summary: str = ""
    text: str = ""
    review: ReviewSaid | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed. `form` names its format and version; `minutes`: how long it asks to be left alone, 0
    where it does not; `remarks`: a sentence for each thing that was put right."""

    title: str
    link: str
    form: str
    items: tuple[FeedItem, ...]
    language: str = ""
    minutes: int = 0
    remarks: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the feed as JSON can say it."""
        return asdict(self)

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> Feed:
        """Return the feed that `as_json` told. Raises TypeError, KeyError for anything else."""
        items = tuple(_item(one) for one in told["items"])
        return cls(**{**told, "items": items, "remarks": tuple(told["remarks"])})


def _item(told: Mapping[str, Any]) -> FeedItem:
    review = told["review"]
    known = {name.name for name in fields(FeedItem)}
    return FeedItem(
        **{name: value for name, value in told.items() if name in known}
        | {
            "authors": tuple(told["authors"]),
            "topics": tuple(told["topics"]),
            "review": ReviewSaid(**review) if review is not None else None,
        }
    )
