"""Subscribing feeds, pausing them and letting them go."""

from __future__ import annotations

from collections.abc import Iterable

from clapometer.fetching.links import LONGEST, read_link
from clapometer.fetching.refusals import FetchRefused
from clapometer.instants import now
from clapometer.stories.addressing import story_key

from ..intake.asked import TakingRefused
from .models import FeedSource
from .pace import LEAST, MOST, USUAL

LONGEST_LINK = LONGEST
"""Characters of the address of a feed."""
MOST_FEEDS = 500
"""Feeds that a site subscribes at most."""


def subscribe(link: str, by: str, every: int = USUAL) -> FeedSource:
    """Subscribe a feed by its address; it is asked as soon as it is its turn.

    One that is subscribed already, by this or a like address, stays one, and is asked again.
    Raises TakingRefused.
    """
    if not LEAST <= every <= MOST:
        raise TakingRefused(f"A feed is asked every {LEAST} to {MOST} minutes, not every {every}.")
    try:
        found = str(read_link(link.strip()))
    except FetchRefused as refused:
        raise TakingRefused(str(refused)) from None
    key = story_key(found, "", "", "")
    known = FeedSource.objects.filter(digest=key).first()
    if known is None and FeedSource.objects.count() >= MOST_FEEDS:
        raise TakingRefused(f"{MOST_FEEDS} feeds are subscribed, which is the most; remove one.")
    at = now()
    source, _new = FeedSource.objects.update_or_create(
        digest=key,
        defaults={"state": "on", "every": every, "due_at": at, "failures": 0},
        create_defaults={
            "link": found, "every": every, "due_at": at, "added_at": at, "added_by": by,
        },
    )  # fmt: skip
    return source


def feed_called(name: str) -> FeedSource:
    """Return the feed of a number or an address. Raises TakingRefused."""
    name = name.strip()
    if name.isascii() and name.isdecimal() and len(name) < 16:
        found = FeedSource.objects.filter(id=int(name)).first()
    else:
        found = FeedSource.objects.filter(digest=_key(name)).first()
    if found is None:
        raise TakingRefused(f"No feed is subscribed as “{name[:100]}”; `clapometer feeds list`.")
    return found


def _key(link: str) -> str:
    try:
        return story_key(str(read_link(link)), "", "", "")
    except FetchRefused:
        return ""


def pause(source: FeedSource) -> None:
    """Ask a feed no more until it is resumed."""
    _set(source, "paused")


def resume(source: FeedSource) -> None:
    """Ask a feed again, now."""
    source.due_at, source.failures = now(), 0
    _set(source, "on")


def _set(source: FeedSource, state: str) -> None:
    source.state = state
    source.save(update_fields=["state", "due_at", "failures"])


def remove(source: FeedSource) -> None:
    """Let a feed go; what was taken in from it stays on the desk."""
    source.delete()


def feeds() -> Iterable[FeedSource]:
    """Return all feeds, in the order in which they were subscribed."""
    return FeedSource.objects.order_by("id")
