"""RSS of every version, RDF and Atom, read by feedparser from a document without a prolog."""

from __future__ import annotations

import calendar
import io
import time
from collections.abc import Iterator, Mapping
from typing import Any

import feedparser

from .advertised import advertised
from .decoding import decode
from .feed import LIMITS, Feed, FeedItem
from .identity import identity
from .prolog import without_prolog
from .refusals import FeedRefused, remark
from .reviewing import FILM_SPACES, review_of
from .texts import link_of, name_of, prose_of, title_of

_MOST_MINUTES = 7 * 24 * 60
_PERIODS = {"hourly": 60, "daily": 24 * 60, "weekly": _MOST_MINUTES}


def read_xml(data: bytes, url: str, content_type: str) -> Feed:
    """Return an RSS or Atom feed. Raises FeedRefused."""
    decoded = decode(data, content_type)
    document, before = _document(decoded.text, url)
    parsed = _parsed(document, url)
    remarks = [remark("before")] if before else []
    if decoded.mistaken:
        remarks.append(remark("encoding", said=decoded.mistaken[:40], read=decoded.encoding))
    if parsed["bozo"]:
        remarks.append(remark("not_well_formed"))
    entries = parsed["entries"]
    if not entries and not parsed["feed"]:
        raise FeedRefused("no_feed")
    if len(entries) > LIMITS["items"]:
        remarks.append(remark("more_items", limit=LIMITS["items"]))
    prefixes = _prefixes(parsed["namespaces"])
    items = [_item(entry, prefixes) for entry in entries[: LIMITS["items"]]]
    whole = tuple(one for one in items if one.title or one.link)
    if len(whole) < len(items):
        remarks.append(remark("empty_items", count=len(items) - len(whole)))
    about = parsed["feed"]
    return Feed(
        title=title_of(about.get("title")),
        link=link_of(about.get("link")),
        form=str(parsed.get("version") or "xml"),
        items=whole,
        language=name_of(about.get("language"))[:35],
        minutes=_minutes(about),
        remarks=tuple(remarks),
    )


def _document(text: str, url: str) -> tuple[str, bool]:
    """Return the document from its root on; a page is refused with the feed that it names."""
    try:
        return without_prolog(text)
    except FeedRefused as refused:
        link = advertised(text, url) if refused.code == "web_page" else ""
        if link:
            raise FeedRefused("advertised", link=link[:300]) from None
        raise


def _parsed(document: str, url: str) -> Mapping[str, Any]:
    # feedparser takes a text for an address or a file to be opened; a stream is neither.
    headers = {"content-type": "application/xml; charset=utf-8", "content-location": url}
    try:
        found: Mapping[str, Any] = feedparser.parse(
            io.BytesIO(document.encode("utf-8", "replace")),
            response_headers=headers,
            sanitize_html=False,
        )
    except (ValueError, LookupError, TypeError, AttributeError, AssertionError) as problem:
        # What its loose parser stumbles over differs from release to release.
        raise FeedRefused("broken", why=type(problem).__name__) from None
    except RecursionError:
        raise FeedRefused("broken", why="it is nested too deeply") from None
    return found


def _prefixes(namespaces: Mapping[str, str]) -> dict[str, str]:
    """Return the prefixes of this feed whose elements speak of films -> what they are called."""
    told = {uri.rstrip("/"): prefix for prefix, uri in namespaces.items() if prefix}
    return {told[uri].casefold(): name for uri, name in FILM_SPACES.items() if uri in told}


def _item(entry: dict[str, Any], prefixes: Mapping[str, str]) -> FeedItem:
    title, link = title_of(entry.get("title")), _link(entry)
    published = _instant(dict.get(entry, "published_parsed"))
    modified = _instant(dict.get(entry, "updated_parsed"))
    text = "\n".join(prose_of(one.get("value"), "text") for one in _content(entry))
    return FeedItem(
        id=identity(entry.get("id"), link, title, published),
        link=link,
        title=title,
        published=published if published is not None else modified,
        modified=modified,
        authors=_authors(entry),
        topics=_names(entry.get("tags"), "term", LIMITS["topics"]),
        summary=prose_of(entry.get("summary")),
        text=text[: LIMITS["text"]],
        review=review_of(title, dict(_film_words(entry, prefixes))),
    )


def _link(entry: dict[str, Any]) -> str:
    """Return where an item is to be read: not at a service that counts who reads feeds, and at the
    address of the item itself where it names no page."""
    told = [entry.get("feedburner_origlink"), entry.get("link")]
    links = entry.get("links")
    found = links[:20] if isinstance(links, list) else []
    told += [one.get("href") for one in found if one.get("rel") == "self"]
    return next((link for one in told if (link := link_of(one))), "")


def _authors(entry: dict[str, Any]) -> tuple[str, ...]:
    raw = entry.get("author")
    if isinstance(raw, str) and "@" in raw:
        # feedparser takes an address apart only where its last part is short.
        name = name_of(raw)
        return (name,) if name else ()
    return _names(entry.get("authors"), "name", LIMITS["authors"])


def _content(entry: dict[str, Any]) -> list[Mapping[str, Any]]:
    found = entry.get("content")
    return found[:5] if isinstance(found, list) else []


def _film_words(entry: dict[str, Any], prefixes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for key, value in entry.items():
        prefix, _, name = key.partition("_")
        if prefix in prefixes and isinstance(value, str):
            yield f"{prefixes[prefix]}_{name}", value.strip()


def _names(found: object, field: str, most: int) -> tuple[str, ...]:
    told = found if isinstance(found, list) else []
    names = (name_of(one.get(field)) for one in told[: 2 * most] if isinstance(one, Mapping))
    return tuple(dict.fromkeys(name for name in names if name))[:most]


def _instant(moment: time.struct_time | None) -> int | None:
    """Return the instant of a time in UTC."""
    if moment is None:
        return None
    try:
        return calendar.timegm(moment) * 1_000_000
    except (ValueError, OverflowError, TypeError):
        return None


def _minutes(about: Mapping[str, Any]) -> int:
    """Return how long the feed asks to be left alone: `ttl` of RSS, or the module Syndication."""
    ttl = str(about.get("ttl", "")).strip()
    if ttl.isascii() and ttl.isdecimal():
        return min(int(ttl[:6]), _MOST_MINUTES)
    period = _PERIODS.get(str(about.get("sy_updateperiod", "")).strip().casefold(), 0)
    times = str(about.get("sy_updatefrequency", "1")).strip()
    return period // max(int(times[:4]), 1) if times.isascii() and times.isdecimal() else period
