"""From the items of a feed to what is taken in: each once, the newest first time only a few."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any

from django.db import transaction

from clapometer.instants import format_instant, now
from clapometer.readers.feeds.feed import Feed, FeedItem
from clapometer.readers.pages import Page
from clapometer.stories.addressing import story_key

from ..intake.asked import Asked
from ..intake.keeping import keep_page, note, settle
from ..intake.proposing import propose_review_of
from ..intake.taking import take_in
from ..proposals.models import Reading
from .models import FeedItemSeen, FeedSource

FIRST_TIME, LATER = 10, 50
"""Items that are taken at a time: when a feed is asked for the first time, and later."""
_KEPT_KEYS = 2_000
_SURE = 0.9
_PLAIN = "text/plain; charset=utf-8"


def take_items(source: FeedSource, feed: Feed) -> int:
    """Take in the items of a feed that were never seen, the newest first; return how many.

    The first time only some are taken, and all others count as seen: who subscribes a feed does
    not ask for its past.
    """
    first_time = not source.seen.exists()
    new = _unseen(source, feed.items)
    # In the order of time; where a feed tells no time, in its own, in which new ones come first.
    new.sort(key=lambda item: item.published or 0, reverse=True)
    taken = new[: FIRST_TIME if first_time else LATER]
    for item in reversed(taken):
        _take(item, source)
    _mark(source, new if first_time else taken)
    return len(taken)


def _unseen(source: FeedSource, items: Sequence[FeedItem]) -> list[FeedItem]:
    keys = {_key(item): item for item in reversed(items)}
    seen = set(source.seen.filter(key__in=list(keys)).values_list("key", flat=True))
    return [item for item in items if _key(item) not in seen and keys[_key(item)] is item]


def _key(item: FeedItem) -> str:
    return sha256(item.id.encode("utf-8", "replace")).hexdigest()


def _mark(source: FeedSource, items: Iterable[FeedItem]) -> None:
    """Note that items were seen; those seen longest ago are forgotten when there are very many."""
    at = now()
    FeedItemSeen.objects.bulk_create(
        [FeedItemSeen(source=source, key=_key(item), at=at) for item in items],
        ignore_conflicts=True,
    )
    old = source.seen.order_by("-id").values_list("id", flat=True)[_KEPT_KEYS : 2 * _KEPT_KEYS]
    FeedItemSeen.objects.filter(id__in=list(old)).delete()


def _take(item: FeedItem, source: FeedSource) -> None:
    """Put an item on the list; one that says all of its review is taken as it is."""
    published = format_instant(item.published) if item.published is not None else ""
    asked = Asked(
        how="feed",
        link=item.link,
        data=b"" if item.link else _whole(item),
        content_type="" if item.link else _PLAIN,
        published=published,
        headline=item.title,
    )
    if item.review is not None:
        _take_review(item, asked, source.added_by)
    elif not item.link:
        take_in(asked, source.added_by, with_model=True)
    elif not _is_known(item.link):
        note(asked, source.added_by)


def _whole(item: FeedItem) -> bytes:
    """Return the text of an item that stands nowhere but in its feed."""
    return f"{item.title}\n\n{item.text or item.summary}".encode("utf-8", "replace")


def _is_known(link: str) -> bool:
    return Reading.objects.filter(digest=story_key(link, "", "", "")).exists()


def _take_review(item: FeedItem, asked: Asked, by: str) -> None:
    """Propose the review that an item of a film diary is; nothing has to be fetched for it."""
    page = Page.from_json(
        Page(
            url=item.link,
            headline=item.title,
            byline=item.authors,
            published=asked.published or None,
            text=item.text or item.summary,
        ).as_json()
        | {"review": review_told(item)}
    )
    with transaction.atomic():
        reading = keep_page(page, asked, by)
        propose_review_of(reading)
        settle(reading)


def review_told(item: FeedItem) -> dict[str, Any]:
    """Return the review of an item as the reader of pages tells one."""
    review = item.review
    assert review is not None
    return {
        "work": review.title,
        "year": review.year,
        "kind": "series" if review.tmdb.startswith("tv/") else "film",
        "about": "",
        "identifiers": [f"tmdb:{review.tmdb}"] if review.tmdb else [],
        "critic": item.authors[0] if item.authors else "",
        "outlet": "",
        "grade": review.grade,
        "positive": None,
        "verdict": "",
        "published": review.watched or None,
        "link": item.link,
        "quote": "",
        "confidence": _SURE,
        "assumed": [],
        "found": {"work": "feed", "grade": "feed" if review.grade else ""},
        "verdict_by": "",
    }
