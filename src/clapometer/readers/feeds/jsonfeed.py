"""JSON Feed, versions 1 and 1.1 (jsonfeed.org/version/1.1)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin

from clapometer.instants import from_datetime

from .decoding import decode
from .feed import LIMITS, Feed, FeedItem
from .identity import identity
from .refusals import FeedRefused, remark
from .reviewing import review_of
from .texts import link_of, name_of, prose_of, title_of

_VERSION = "jsonfeed.org/version/"


def is_json(data: bytes) -> bool:
    """Return whether the bytes begin as a JSON object does, in any encoding of Unicode."""
    return data[:64].lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith(b"{")


def read_json(data: bytes, url: str, content_type: str) -> Feed:
    """Return a JSON Feed. Raises FeedRefused."""
    told = _loaded(decode(data, content_type).text)
    items = told.get("items")
    if not isinstance(items, list) or _VERSION not in str(told.get("version", "")):
        raise FeedRefused("no_feed")
    found = [_item(one, url) for one in items[: LIMITS["items"]] if isinstance(one, dict)]
    whole = tuple(one for one in found if one.title or one.link or one.text)
    remarks = []
    if len(items) > LIMITS["items"]:
        remarks.append(remark("more_items", limit=LIMITS["items"]))
    left_out = min(len(items), LIMITS["items"]) - len(whole)
    if left_out:
        remarks.append(remark("empty_items", count=left_out))
    return Feed(
        title=title_of(told.get("title")),
        link=_link(told.get("home_page_url"), url),
        form="json" + str(told["version"]).rpartition("/")[2].replace(".", "")[:4],
        items=whole,
        language=name_of(told.get("language"))[:35],
        remarks=tuple(remarks),
    )


def _loaded(text: str) -> dict[str, Any]:
    try:
        told = json.loads(text.lstrip("\ufeff"))
    except RecursionError:
        raise FeedRefused("broken_json", why="it is nested too deeply") from None
    except ValueError as problem:
        why = " ".join(str(problem).split())[:80]
        raise FeedRefused("broken_json", why=why) from None
    if not isinstance(told, dict):
        raise FeedRefused("no_feed")
    return told


def _item(told: Mapping[str, Any], url: str) -> FeedItem:
    link = _link(told.get("url") or told.get("external_url"), url)
    html, plain = told.get("content_html"), told.get("content_text")
    text = prose_of(html or plain, "text")
    title = title_of(told.get("title"))
    published = _instant(told.get("date_published"))
    modified = _instant(told.get("date_modified"))
    return FeedItem(
        id=identity(told.get("id"), link, title, published),
        link=link,
        title=title,
        published=published if published is not None else modified,
        modified=modified,
        authors=_authors(told),
        topics=tuple(_distinct(told.get("tags"), LIMITS["topics"])),
        summary=prose_of(told.get("summary")) or prose_of(text),
        text=text,
        review=review_of(title, {}),
    )


def _authors(told: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the authors of version 1.1, or the one author of version 1."""
    several = told.get("authors")
    found = several if isinstance(several, list) else [told.get("author")]
    names = [one.get("name") for one in found if isinstance(one, dict)]
    return tuple(_distinct(names, LIMITS["authors"]))


def _distinct(found: object, most: int) -> list[str]:
    names = [name_of(one) for one in found[: 2 * most]] if isinstance(found, list) else []
    return list(dict.fromkeys(name for name in names if name))[:most]


def _link(value: object, url: str) -> str:
    if not isinstance(value, str) or not value:
        return ""
    try:
        return link_of(urljoin(url, value.strip()))
    except ValueError:
        return ""


def _instant(value: object) -> int | None:
    """Return the instant of a time as RFC 3339 writes it; one without an offset is UTC."""
    if not isinstance(value, str):
        return None
    try:
        moment = datetime.fromisoformat(value.strip())
        return from_datetime(moment if moment.tzinfo else moment.replace(tzinfo=UTC))
    except (ValueError, OverflowError):
        return None
