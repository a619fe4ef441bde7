"""Microformats told as things of schema.org, so that one reader of reviews reads both."""

from __future__ import annotations

import re
from typing import Any

from .microformats import Item
from .things import Thing

TYPES: dict[str, str] = {
    "h-review": "Review",
    "h-review-aggregate": "AggregateRating",
    "h-entry": "BlogPosting",
    "h-card": "Person",
    "h-product": "Product",
    "h-event": "Event",
    "h-item": "Thing",
}
"""Types of microformats and schema.org's word for the same."""
NAMES: dict[str, str] = {
    "item": "itemReviewed",
    "author": "author",
    "reviewer": "author",
    "published": "datePublished",
    "reviewed": "datePublished",
    "updated": "dateModified",
    "summary": "description",
    "description": "reviewBody",
    "content": "reviewBody",
    "category": "keywords",
    "name": "name",
    "url": "url",
}
"""Properties of microformats and schema.org's word for the same."""


LONGEST_NAME = 150
"""Characters of a name; a longer one is the whole text."""


def thing_of(item: Item, where: str) -> Thing:
    """Return a microformat as a thing; its rating becomes one of its own, as schema.org has it."""
    told: dict[str, list[str | Thing]] = {}
    for name, values in item.properties.items():
        if name == "name" and len(str(values[0])) > LONGEST_NAME:
            # Without a name of its own an item is named by all of its text.
            continue
        if name in NAMES:
            told.setdefault(NAMES[name], []).extend(_value(one, where) for one in values)
    rating = _rating(item, where)
    if rating:
        told["reviewRating"] = [rating]
    properties = {name: tuple(one for one in values if one) for name, values in told.items()}
    types = tuple(TYPES[one] for one in item.types if one in TYPES)
    return Thing(types, properties, where)


def _value(value: Any, where: str) -> str | Thing:
    if isinstance(value, Item):
        return thing_of(value, where)
    text = value["value"] if isinstance(value, dict) else str(value)
    return " ".join(text.split())


def _rating(item: Item, where: str) -> Thing | None:
    parts = {"ratingValue": "rating", "bestRating": "best", "worstRating": "worst"}
    told = {
        name: (" ".join(str(item.properties[own][0]).split()),)
        for name, own in parts.items()
        if item.properties.get(own)
    }
    if "ratingValue" not in told:
        return None
    if "bestRating" not in told and (best := _best(told["ratingValue"][0], item.text)):
        told["bestRating"] = (best,)
    return Thing(("Rating",), told, where)


def _best(value: str, text: str) -> str:
    """Return the best that stands beside the value in the review's text, "" for none."""
    found = re.search(rf"(?<![\d.]){re.escape(value)}\s*(?:/|out of|of)\s*(\d{{1,3}})\b", text)
    return found[1] if found else ""
