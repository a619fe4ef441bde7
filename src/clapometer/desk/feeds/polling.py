"""Asking the feeds whose time has come, one after the other, and saying of each what came of it."""

from __future__ import annotations

import http
import random
import time
from collections.abc import Callable
from typing import NamedTuple

from clapometer.fetching.client import Client, Fetched
from clapometer.fetching.refusals import FetchRefused
from clapometer.instants import now
from clapometer.stories.addressing import story_key

from ..intake.apart import read_feed_apart
from ..intake.asked import TakingRefused
from ..intake.clients import polite_client
from .items import take_items
from .models import FeedSource
from .pace import due_after, minutes_until

ACCEPT = (
    "application/atom+xml,application/rss+xml,application/feed+json,application/xml;q=0.9,"
    "text/xml;q=0.9,application/json;q=0.8,*/*;q=0.1"
)
MOST_BYTES = 8 << 20
SECONDS, PATIENCE = 20.0, 5.0
LEASE = 15 * 60 * 1_000_000
"""Microseconds for which a feed is left to the worker that began with it."""
_GONE = http.HTTPStatus.GONE


class Polled(NamedTuple):
    """What came of asking a feed: how many items were taken, and why it failed, "" if not."""

    source: FeedSource
    taken: int = 0
    problem: str = ""


def poll_due(
    seconds: float, client: Client | None = None, clock: Callable[[], float] = time.monotonic
) -> list[Polled]:
    """Ask the feeds whose time has come until there is none or the time is over."""
    until, done = clock() + seconds, []
    while clock() < until and (source := _next_due()) is not None:
        done.append(poll(source, client))
    return done


def _next_due() -> FeedSource | None:
    """Return the feed that waits longest, and keep it from the other workers for a while."""
    at = now()
    due = FeedSource.objects.filter(state="on", due_at__lte=at).order_by("due_at", "id")
    while (source := due.first()) is not None:
        mine = FeedSource.objects.filter(id=source.id, state="on", due_at=source.due_at)
        if mine.update(due_at=at + LEASE):
            return source
    return None


def poll(
    source: FeedSource, client: Client | None = None, chance: Callable[[], float] = random.random
) -> Polled:
    """Ask one feed now, and take in what is new in it."""
    at = now()
    try:
        got = _fetched(source, client or polite_client())
        taken = _read(source, got)
    except FetchRefused as refused:
        if refused.status == _GONE:
            source.state = "gone"
        return _failed(source, str(refused), at, chance(), refused.after)
    except TakingRefused as refused:
        return _failed(source, str(refused), at, chance())
    source.failures, source.asked_at = 0, at
    source.taken += taken
    source.result = _RESULTS[min(taken, 2)].format(count=taken)
    source.due_at = due_after(at, minutes_until(source.every, source.hint, 0), chance())
    _save(source)
    return Polled(source, taken)


_RESULTS = ("Nothing is new.", "One new item was taken in.", "{count} new items were taken in.")


def _fetched(source: FeedSource, client: Client) -> Fetched:
    got = client.get(
        source.link, accept=ACCEPT, most_bytes=MOST_BYTES, seconds=SECONDS, patience=PATIENCE
    )
    if got.lasting and got.lasting != source.link:
        _move(source, got.lasting)
    return got


def _move(source: FeedSource, link: str) -> None:
    """Note where a feed has moved for good, unless that one is subscribed beside it."""
    key = story_key(link, "", "", "")
    if not FeedSource.objects.filter(digest=key).exclude(id=source.id).exists():
        source.link, source.digest = link, key


def _read(source: FeedSource, got: Fetched) -> int:
    """Take in what is new. What the server says has not changed is looked through all the same:
    whoever read it last may have died over it."""
    feed = read_feed_apart(got.body, got.link, got.headers.get("content-type", "")[:200])
    source.title, source.home, source.hint = feed.title or source.title, feed.link, feed.minutes
    return take_items(source, feed)


def _failed(
    source: FeedSource, problem: str, at: int, chance: float, asked_for: float = 0.0
) -> Polled:
    source.failures += 1
    source.result, source.asked_at = problem[:500], at
    wait = minutes_until(source.every, source.hint, source.failures)
    source.due_at = due_after(at, wait, chance, asked_for)
    _save(source)
    return Polled(source, problem=problem)


def _save(source: FeedSource) -> None:
    """Keep what came of it; that an editor paused or removed it meanwhile goes before."""
    told = {
        name: getattr(source, name)
        for name in (
            "link", "digest", "title", "home", "hint", "asked_at", "due_at", "result", "failures",
            "taken",
        )
    }  # fmt: skip
    found = FeedSource.objects.filter(id=source.id)
    found.update(**told)
    if source.state == "gone":
        found.update(state="gone")
