"""Classic microformats by their new names: which class is a root, and which a property of it."""

from __future__ import annotations

ROOTS: dict[str, str] = {
    "hreview": "h-review",
    "hreview-aggregate": "h-review-aggregate",
    "hentry": "h-entry",
    "hnews": "h-entry",
    "vcard": "h-card",
    "vevent": "h-event",
    "hproduct": "h-product",
    "adr": "h-adr",
}
"""Classes that are the root of a classic microformat."""
REVIEWS = frozenset({"h-review", "h-review-aggregate"})
"""Items in which the class `item` alone begins an item of its own."""
_ITEM = {"fn": ("p", "name"), "url": ("u", "url"), "photo": ("u", "photo")}
_REVIEW = {
    "summary": ("p", "name"), "description": ("e", "description"), "item": ("p", "item"),
    "reviewer": ("p", "author"), "dtreviewed": ("dt", "published"), "rating": ("p", "rating"),
    "best": ("p", "best"), "worst": ("p", "worst"), "average": ("p", "average"),
    "count": ("p", "count"), "votes": ("p", "votes"), "permalink": ("u", "url"),
}  # fmt: skip
PROPERTIES: dict[str, dict[str, tuple[str, str]]] = {
    "h-review": _REVIEW,
    "h-review-aggregate": _REVIEW,
    "h-item": _ITEM,
    "h-product": {**_ITEM, "description": ("e", "description"), "review": ("p", "review")},
    "h-entry": {
        "entry-title": ("p", "name"), "entry-content": ("e", "content"),
        "entry-summary": ("p", "summary"), "published": ("dt", "published"),
        "updated": ("dt", "updated"), "author": ("p", "author"), "bookmark": ("u", "url"),
    },
    "h-card": {
        **_ITEM, "org": ("p", "org"), "tel": ("p", "tel"), "email": ("u", "email"),
        "adr": ("p", "adr"), "role": ("p", "role"), "title": ("p", "job-title"),
    },
    "h-event": {
        "summary": ("p", "name"), "description": ("p", "description"), "url": ("u", "url"),
        "dtstart": ("dt", "start"), "dtend": ("dt", "end"), "location": ("p", "location"),
    },
    "h-adr": {
        name: ("p", name)
        for name in ("street-address", "locality", "region", "postal-code", "country-name")
    },
}  # fmt: skip
"""Classes that are a property inside such an item: how it is read, and its new name."""
