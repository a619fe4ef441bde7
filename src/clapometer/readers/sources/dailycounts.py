"""Counts of days as two open services answer: page views of Wikipedia, hashtags of Mastodon.

Wikimedia's pageviews of an article (wikitech.wikimedia.org/wiki/Analytics/AQS/Pageviews) name a day
as 2026052000 and leave days without a view out. A Mastodon server's history of a hashtag
(docs.joinmastodon.org/entities/Tag) names a day by its first second of UTC, and has the seven last
days with the present one, all numbers as text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

from ..records import Refusal
from .problems import WorkRefused, read_json, refused_work, source_refused
from .works import as_text, as_whole

WIKIPEDIA, MASTODON = "Wikipedia", "Mastodon"
_STAMP = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?:00)?")
MOST_DAYS = 20_000


class DayCount(NamedTuple):
    """How many there were on a day of UTC: views; or uses and accounts of a hashtag."""

    day: date
    number: int
    accounts: int | None = None


class DayCounts(NamedTuple):
    """The days of an answer, each once and in order, and what could not be read of it."""

    days: tuple[DayCount, ...]
    refusals: tuple[Refusal, ...]


def read_pageviews(body: bytes) -> DayCounts:
    """Return the views of each day. Raises SourceRefused for what is no answer of this kind."""
    found = read_json(body, WIKIPEDIA)
    items = found.get("items") if isinstance(found, dict) else None
    if not isinstance(items, list):
        raise source_refused("no_work", name=WIKIPEDIA, what="the views of an article")
    return _read(items, _views)


def read_tag(body: bytes) -> DayCounts:
    """Return the uses of each day. Raises SourceRefused for what is no answer of this kind."""
    found = read_json(body, MASTODON)
    items = found.get("history") if isinstance(found, dict) else None
    if not isinstance(items, list):
        raise source_refused("no_work", name=MASTODON, what="the history of a hashtag")
    return _read(items, _uses)


def _read(items: Sequence[object], read: Callable[[dict[str, Any]], DayCount]) -> DayCounts:
    days: dict[date, DayCount] = {}
    refusals = []
    for row, item in enumerate(items[:MOST_DAYS], 1):
        try:
            if not isinstance(item, dict):
                raise WorkRefused("not_an_object")
            one = read(item)
            days.setdefault(one.day, one)
        except WorkRefused as problem:
            refusals.append(refused_work(row, problem, item))
    return DayCounts(tuple(days[day] for day in sorted(days)), tuple(refusals))


def _views(item: dict[str, Any]) -> DayCount:
    found = _STAMP.fullmatch(as_text(item.get("timestamp")))
    if found is None:
        raise WorkRefused("no_day", text=item.get("timestamp"))
    return DayCount(_day(*map(int, found.groups())), _count(item.get("views")))


def _uses(item: dict[str, Any]) -> DayCount:
    seconds = as_whole(item.get("day"))
    if seconds is None:
        raise WorkRefused("no_day", text=item.get("day"))
    try:
        day = datetime.fromtimestamp(seconds, UTC).date()
    except (OverflowError, OSError, ValueError):
        raise WorkRefused("no_day", text=seconds) from None
    return DayCount(day, _count(item.get("uses")), _count(item.get("accounts")))


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise WorkRefused("no_day", text=f"{year}-{month}-{day}") from None


def _count(value: object) -> int:
    count = as_whole(value)
    if count is None:
        raise WorkRefused("no_count", text=value)
    return count


def days_over(days: Sequence[DayCount], today: date) -> Iterator[DayCount]:
    """Yield the days that were over before `today` (of UTC): the present one is still counted."""
    return (one for one in days if one.day < today)
