"""Keeping what was read on the desk: one reading for one story, renewed when it is read again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from django.db import transaction

from clapometer.instants import now
from clapometer.readers.pages import Page
from clapometer.readers.text import clean
from clapometer.stories.addressing import story_key

from ..proposals.models import Reading
from .asked import Asked

_LIMITS = {"headline": 500, "outlet": 300, "byline": 300, "published": 40, "language": 20}
_LONGEST_LINK, _LONGEST_PROBLEM = 2_000, 500
_DOORS = ("www.", "m.", "amp.", "mobile.")
_NOT_KEPT = frozenset(
    {"text", "headline", "outlet", "byline", "topics", "language", "canonical", "url"}
)


def note(asked: Asked, by: str) -> Reading:
    """Put a link on the list of what is to be read, again if it was read before; return its
    reading."""
    with transaction.atomic():
        reading, _new = Reading.objects.get_or_create(
            digest=asked.digest,
            defaults={
                "how": asked.how,
                "link": asked.link,
                "headline": asked.headline[: _LIMITS["headline"]],
                "published": asked.published,
                "taken_at": now(),
                "taken_by": by,
            },
        )
        if reading.state != "waiting":
            reading.state, reading.problem, reading.begun_at = "waiting", "", None
            reading.published = asked.published or reading.published
            reading.save(update_fields=["state", "problem", "begun_at", "published"])
    return reading


def keep_page(page: Page, asked: Asked, by: str, came_from: str = "") -> Reading:
    """Keep a page that was read; return its reading, whose claims are still to be read.

    `came_from`: the address at which it was found in the end. A page that says itself which address
    is its own is the same story as that one, if both are of one site.
    """
    own = _own_link(page, came_from or asked.link)
    digest = story_key(own, "", "", "") if own else asked.digest
    with transaction.atomic():
        first = Reading.objects.filter(digest=asked.digest).first()
        reading = Reading.objects.filter(digest=digest).first() or first
        if reading is None:
            reading = Reading(how=asked.how, taken_at=now(), taken_by=by)
        reading.digest = digest
        if first is not None and first.id != reading.id:
            # Another way to the same story: what it proposed before goes on standing there.
            first.backings.all().delete()
            first.delete()
        _fill(reading, page, asked, own)
        reading.save()
    return reading


def _fill(reading: Reading, page: Page, asked: Asked, own: str) -> None:
    told = page.as_json()
    kept: Mapping[str, Any] = {
        "headline": page.headline or asked.headline,
        "outlet": page.outlet,
        "byline": ", ".join(page.byline),
        "published": asked.published or page.published or "",
        "language": page.language,
    }
    for name, most in _LIMITS.items():
        setattr(reading, name, clean(str(kept[name]))[:most])
    reading.link = (asked.link or reading.link)[:_LONGEST_LINK]
    reading.canonical = own[:_LONGEST_LINK] if own != reading.link else ""
    reading.topics = fit(list(page.topics))
    reading.text = story_text(page)
    reading.page = fit({name: value for name, value in told.items() if name not in _NOT_KEPT})
    reading.state, reading.problem, reading.dropped_at = "waiting", "", None


def fit(value: Any) -> Any:
    """Return a value of JSON whose texts hold nothing invisible, and nothing no database takes."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Mapping):
        return {clean(str(name)): fit(one) for name, one in value.items()}
    return [fit(one) for one in value] if isinstance(value, list | tuple) else value


def story_text(page: Page) -> str:
    """Return the text in which claims are read: the headline and the text under it."""
    text = "\n".join(clean(line) for line in page.text.splitlines()).strip()
    head = clean(page.headline)
    if not head or text[: len(head)].casefold() == head.casefold():
        return text
    return f"{head}\n\n{text}" if text else head


def _own_link(page: Page, came_from: str) -> str:
    """Return the address that a page calls its own, if it is one of the site it came from."""
    own = page.canonical
    if not came_from:
        return own or page.url
    return own if own and _site(own) == _site(came_from) else came_from


def _site(link: str) -> str:
    try:
        host = (urlsplit(link).hostname or "").casefold()
    except ValueError:
        return ""
    for door in _DOORS:
        host = host.removeprefix(door)
    return host


def settle(reading: Reading, problem: str = "") -> None:
    """Say that a reading was read, or why it could not be."""
    reading.state = "refused" if problem else "read"
    reading.problem, reading.begun_at = problem[:_LONGEST_PROBLEM], None
    reading.save(update_fields=["state", "problem", "begun_at"])
