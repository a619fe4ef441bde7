"""Microdata: items by `itemscope`, with `itemref`, nested items and values by kind of element."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin

from lxml.html import HtmlElement

from ..bounds import bound
from .things import Thing, Things, bare

ADDRESSES: dict[str, str] = {
    "a": "href", "area": "href", "link": "href", "audio": "src", "embed": "src", "iframe": "src",
    "img": "src", "source": "src", "track": "src", "video": "src", "object": "data",
}  # fmt: skip
"""Elements whose value is an address, and the attribute that holds it."""
NAMED = frozenset(
    {
        "author",
        "creator",
        "name",
        "publisher",
        "itemReviewed",
        "reviewer",
        "itemreviewed",
        "headline",
    }
)
"""Properties that are a name for people: of a link its text is taken, not its address."""


def read_items(root: HtmlElement, base: str, things: Things) -> None:
    """Add the topmost items of a page, with all in them, to `things`."""
    reader = _Reader(root, base)
    tops = root.xpath("//*[@itemscope and not(@itemprop)]")
    for number, element in enumerate(tops[: bound("things")], 1):
        things.add(reader.item(element, f"microdata item {number}", 0))


class _Reader:
    def __init__(self, root: HtmlElement, base: str) -> None:
        self._root, self._base = root, base
        self._elements = bound("elements")

    def item(self, element: HtmlElement, where: str, depth: int) -> Thing:
        properties: dict[str, list[str | Thing]] = {}
        for one in self._owned(element):
            value = self._value(one, where, depth)
            for name in (one.get("itemprop") or "").split()[:10] if value else ():
                properties.setdefault(bare(name), []).append(value)
        types = tuple(bare(one) for one in (element.get("itemtype") or "").split()[:10])
        told = {name: tuple(values) for name, values in properties.items()}
        return Thing(types, told, where, element.get("itemid") or "")

    def _owned(self, element: HtmlElement) -> Iterator[HtmlElement]:
        """Yield the elements that are properties of the item: inside it, or referred to by it."""
        waiting = list(reversed(element))
        for identity in (element.get("itemref") or "").split()[:20]:
            waiting += self._root.xpath("//*[@id=$id]", id=identity)[:1]
        while waiting and self._elements > 0:
            self._elements -= 1
            one = waiting.pop()
            if one.get("itemprop"):
                yield one
            if one.get("itemscope") is None and isinstance(one.tag, str):
                waiting += reversed(one)

    def _value(self, element: HtmlElement, where: str, depth: int) -> str | Thing:
        if element.get("itemscope") is not None:
            return self.item(element, where, depth + 1) if depth < bound("depth") else ""
        return value_of(element, self._base, (element.get("itemprop") or "").split())


def value_of(element: HtmlElement, base: str, names: list[str]) -> str:
    """Return the value of an element: its own word, an address, an instant or its text."""
    told = element.get("content")
    if told is not None:
        return str(told).strip()
    tag = element.tag
    if tag in ADDRESSES and not (tag == "a" and NAMED.intersection(map(bare, names))):
        return absolute(base, str(element.get(ADDRESSES[str(tag)]) or ""))
    for attribute in ("datetime", "value"):
        if tag in {"time", "data", "meter"} and element.get(attribute):
            return str(element.get(attribute)).strip()
    return text_of(element)


def text_of(element: HtmlElement) -> str:
    """Return what an element reads, with single blanks."""
    return " ".join("".join(element.itertext()).split())


def absolute(base: str, address: str) -> str:
    """Return an address made absolute; one that cannot be is returned as it stands."""
    try:
        return urljoin(base, address.strip())
    except ValueError:
        return address.strip()
