"""What a page says, as values: the story, who wrote it, where and when, and what was mended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .reviewfound import ReviewFound

PAGE_REPAIRS: dict[str, str] = {
    "bytes_mended": "bytes that do not fit the page’s encoding were read as Windows-1252",
    "attributes_cut": "an element has more attributes than are read",
    "depth_cut": "the page is nested deeper, or has a longer text, than is read; its end is gone",
    "blocks_cut": "the page has more blocks of JSON-LD than are read",
    "unreadable": "the block could not be mended and was left out",
    "too_long": "the block is longer than is read and was left out",
}
"""What was done to read a page or a block, beside the steps of the table REPAIRS."""


@dataclass(frozen=True, slots=True)
class Repaired:
    """What had to be mended in one place: keys of the tables PAGE_REPAIRS and REPAIRS, in order."""

    where: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A page as read. Instants are in ISO 8601, with their zone where the page tells it.

    `found` says for each field where it was found; `review` is the page's own review, `reviews` all
    that its structured data holds (readers' ones too); `left_out` counts the lines of the text that
    were taken for clutter, by the rule of the table CLUTTER.
    """

    url: str = ""
    canonical: str = ""
    headline: str = ""
    byline: tuple[str, ...] = ()
    outlet: str = ""
    published: str | None = None
    modified: str | None = None
    language: str = ""
    topics: tuple[str, ...] = ()
    description: str = ""
    text: str = ""
    review: ReviewFound | None = None
    reviews: tuple[ReviewFound, ...] = ()
    encoding: str = ""
    repairs: tuple[Repaired, ...] = ()
    left_out: Mapping[str, int] = field(default_factory=dict)
    found: Mapping[str, str] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """Return the page as an object that `json` writes and `from_json` reads back."""
        return {
            "url": self.url,
            "canonical": self.canonical,
            "headline": self.headline,
            "byline": list(self.byline),
            "outlet": self.outlet,
            "published": self.published,
            "modified": self.modified,
            "language": self.language,
            "topics": list(self.topics),
            "description": self.description,
            "text": self.text,
            "review": self.review.as_json() if self.review else None,
            "reviews": [one.as_json() for one in self.reviews],
            "encoding": self.encoding,
            "repairs": [{"where": one.where, "steps": list(one.steps)} for one in self.repairs],
            "left_out": dict(self.left_out),
            "found": dict(self.found),
        }

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> Page:
        """Return the page that `as_json` wrote."""
        plain = {**told}
        plain["review"] = ReviewFound.from_json(told["review"]) if told["review"] else None
        plain["reviews"] = tuple(map(ReviewFound.from_json, told["reviews"]))
        plain["repairs"] = _repairs(told["repairs"])
        plain["byline"], plain["topics"] = tuple(told["byline"]), tuple(told["topics"])
        return cls(**plain)


def _repairs(told: Sequence[Mapping[str, Any]]) -> tuple[Repaired, ...]:
    return tuple(Repaired(one["where"], tuple(one["steps"])) for one in told)
