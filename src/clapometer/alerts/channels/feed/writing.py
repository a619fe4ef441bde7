"""Feeds as text: Atom (RFC 4287) and JSON Feed 1.1, both with their hubs (W3C WebSub). Pure."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from clapometer.instants import format_instant

from .entries import Entry


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed. `address` is its own, `home` the page it belongs to; `id` never changes.

    `since`: when it was last changed if it has no entries.
    """

    id: str
    title: str
    address: str
    home: str
    author: str
    language: str
    entries: Sequence[Entry]
    hubs: Sequence[str] = ()
    since: int = 0

    @property
    def updated(self) -> int:
        """Return when any of its entries last changed."""
        return max((one.updated for one in self.entries), default=self.since)


def atom(feed: Feed) -> str:
    """Return the feed as Atom."""
    return "".join(
        [
            '<?xml version="1.0" encoding="utf-8"?>\n',
            f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={_quoted(feed.language)}>\n',
            _element("id", feed.id),
            _element("title", feed.title),
            _element("updated", format_instant(feed.updated)),
            _link("self", feed.address, "application/atom+xml"),
            _link("alternate", feed.home, "text/html"),
            *(_link("hub", one) for one in feed.hubs),
            f"<author>{_element('name', feed.author).strip()}</author>\n",
            "<generator>Clapometer</generator>\n",
            *(_atom_entry(one) for one in feed.entries),
            "</feed>\n",
        ]
    )


def _atom_entry(one: Entry) -> str:
    return "".join(
        [
            "<entry>\n",
            _element("id", one.id),
            _element("title", one.title),
            _element("published", format_instant(one.published)),
            _element("updated", format_instant(one.updated)),
            _link("alternate", one.url, "text/html"),
            f"<category term={_quoted(one.kind)}/>\n",
            f'<content type="text">{_clean(one.text)}</content>\n',
            "</entry>\n",
        ]
    )


def _element(name: str, text: str) -> str:
    return f"<{name}>{_clean(text)}</{name}>\n"


def _link(rel: str, address: str, media: str = "") -> str:
    kind = f" type={_quoted(media)}" if media else ""
    return f'<link rel="{rel}"{kind} href={_quoted(address)}/>\n'


def _quoted(text: str) -> str:
    return quoteattr(_without_controls(text))


def _clean(text: str) -> str:
    return escape(_without_controls(text))


def _without_controls(text: str) -> str:
    """Return the text without what no XML document may hold (XML 1.0, production 2)."""
    return "".join(one for one in text if _may_stand(one))


def _may_stand(one: str) -> bool:
    if one < " ":
        return one in "\t\n"
    return not "\ud800" <= one <= "\udfff" and one not in "\ufffe\uffff"


def json_feed(feed: Feed) -> str:
    """Return the feed as JSON Feed 1.1."""
    told: dict[str, object] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": feed.address,
        "language": feed.language,
        "authors": [{"name": feed.author}],
    }
    if feed.hubs:
        told["hubs"] = [{"type": "WebSub", "url": one} for one in feed.hubs]
    told["items"] = [_item(one) for one in feed.entries]
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _item(one: Entry) -> Mapping[str, object]:
    return {
        "id": one.id,
        "url": one.url,
        "title": one.title,
        "content_text": one.text,
        "date_published": format_instant(one.published),
        "date_modified": format_instant(one.updated),
        "tags": [one.kind],
    }


FORMS: Mapping[str, tuple[str, Callable[[Feed], str]]] = {
    "xml": ("application/atom+xml", atom),
    "json": ("application/feed+json", json_feed),
}
"""By the ending of an address: the type that it is sent as, and what writes it."""
