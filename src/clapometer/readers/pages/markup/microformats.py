"""Microformats, the new (`h-review`) and the classic (`hreview`), as the parsing rules have them.

An item is what the rules' JSON calls one: its types, its properties, and, inside another, its
value. Of `e-` properties only the text is kept, since no markup of a page is ever used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml.html import HtmlElement

from ..bounds import bound
from . import classic
from .microdata import absolute

_ROOT = re.compile(r"h-(?:[a-z0-9]+-)?[a-z]+(?:-[a-z]+)*")
_PROPERTY = re.compile(r"(p|u|dt|e)-((?:[a-z0-9]+-)?[a-z]+(?:-[a-z]+)*)")
_LINKS = {"a": "href", "area": "href", "link": "href", "img": "src", "video": "src", "audio": "src",
          "source": "src", "iframe": "src", "object": "data"}  # fmt: skip


@dataclass(slots=True)
class Item:
    """A microformat on the page. Values are texts, items, or a picture's `alt` and `value`."""

    types: list[str]
    properties: dict[str, list[Any]] = field(default_factory=dict)
    value: str | None = None
    classic: bool = False
    text: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return the item as the rules write it."""
        told = {
            name: [one.as_json() if isinstance(one, Item) else one for one in values]
            for name, values in self.properties.items()
        }
        plain: dict[str, Any] = {"type": self.types, "properties": told}
        return plain if self.value is None else {"value": self.value, **plain}


def read_microformats(root: HtmlElement, base: str) -> list[Item]:
    """Return the topmost items of a page."""
    said = {one for many in root.xpath("//@class") for one in str(many).split()}
    # Most pages have none, and a look at their classes is much quicker than one at their elements.
    if said.isdisjoint(classic.ROOTS) and not any(map(_ROOT.fullmatch, said)):
        return []
    return list(_Reader(base).items(root))


def classes(element: HtmlElement) -> list[str]:
    """Return the classes of an element."""
    return (element.get("class") or "").split()[:50] if isinstance(element.tag, str) else []


SHOWN = 2_000
"""Characters of a review's text that are kept, for what it prints beside its properties."""


class _Reader:
    def __init__(self, base: str) -> None:
        self._base = base
        self._left = bound("elements")

    def items(self, root: HtmlElement) -> Iterator[Item]:
        waiting = [root]
        while waiting and self._left > 0:
            self._left -= 1
            element = waiting.pop()
            types, is_classic = self._types(element, "")
            if types:
                yield self._item(element, types, is_classic, 0)
            else:
                waiting += reversed(element)

    def _types(self, element: HtmlElement, within: str) -> tuple[list[str], bool]:
        """Return the types that an element is the root of, and whether by its classic name."""
        named = classes(element)
        types = sorted({one for one in named if _ROOT.fullmatch(one)})
        if types:
            return types, False
        old = sorted({classic.ROOTS[one] for one in named if one in classic.ROOTS})
        if not old and within in classic.REVIEWS and "item" in named:
            return ["h-item"], True
        return old, bool(old)

    def _item(self, element: HtmlElement, types: list[str], is_classic: bool, depth: int) -> Item:
        item = Item(types, classic=is_classic)
        if item.types[0] == "h-review":
            item.text = text_of(element)[:SHOWN]
        if depth < bound("depth"):
            for child in element:
                self._gather(child, item, depth)
        if not is_classic:
            self._imply(element, item)
        return item

    def _gather(self, element: HtmlElement, item: Item, depth: int) -> None:
        waiting = [element]
        while waiting and self._left > 0:
            self._left -= 1
            one = waiting.pop()
            properties = self._properties(one, item)
            types, is_classic = self._types(one, item.types[0])
            if types and (properties or not item.classic):
                inner = self._item(one, types, is_classic, depth + 1)
                self._nest(one, inner, item, properties)
                continue
            for kind, name in properties:
                item.properties.setdefault(name, []).append(self._value(one, kind))
            waiting += reversed(one)

    def _properties(self, element: HtmlElement, item: Item) -> list[tuple[str, str]]:
        if item.classic:
            table = classic.PROPERTIES.get(item.types[0], {})
            return [table[one] for one in classes(element) if one in table]
        found = (_PROPERTY.fullmatch(one) for one in classes(element))
        return [(one[1], one[2]) for one in found if one]

    def _nest(
        self, element: HtmlElement, inner: Item, item: Item, properties: list[tuple[str, str]]
    ) -> None:
        for kind, name in properties:
            wanted = inner.properties.get("url" if kind == "u" else "name", [""])[0]
            inner.value = wanted if isinstance(wanted, str) and wanted else text_of(element)
            item.properties.setdefault(name, []).append(inner)
        if not properties:
            item.properties.setdefault("children", []).append(inner)

    def _value(self, element: HtmlElement, kind: str) -> Any:
        if kind == "u":
            return self._address(element)
        if kind == "dt" and element.get("datetime"):
            return str(element.get("datetime")).strip()
        if kind != "e" and (parts := _value_parts(element)):
            return ("T" if kind == "dt" else "").join(parts)
        return _said(element)

    def _address(self, element: HtmlElement) -> Any:
        attribute = _LINKS.get(element.tag)
        if attribute is None or element.get(attribute) is None:
            return absolute(self._base, _said(element))
        address = absolute(self._base, str(element.get(attribute)))
        if element.tag == "img" and element.get("alt") is not None:
            return {"alt": element.get("alt"), "value": address}
        return address

    def _imply(self, element: HtmlElement, item: Item) -> None:
        """Add the name, the picture and the address that an item without its own stands for."""
        told = [name for _, name in self._told(element)]
        nested = any(isinstance(one, Item) for many in item.properties.values() for one in many)
        kinds = {kind for kind, _ in self._told(element)}
        single = element[0] if len(element) == 1 and not classes(element[0]) else None
        if "name" not in told and not kinds & {"p", "e"} and not nested:
            name = next((_alternative(one) for one in (element, single) if _alternative(one)), "")
            item.properties["name"] = [name or text_of(element)]
        if "u" in kinds or nested:
            return
        for one in (element, single):
            self._imply_links(one, item)

    def _imply_links(self, element: HtmlElement | None, item: Item) -> None:
        if element is None:
            return
        if element.tag == "img" and element.get("src"):
            item.properties.setdefault("photo", [self._address(element)])
        if element.tag in {"a", "area"} and element.get("href"):
            item.properties.setdefault("url", [self._address(element)])

    def _told(self, element: HtmlElement) -> list[tuple[str, str]]:
        found = (
            _PROPERTY.fullmatch(one)
            for inner in element.iterdescendants()
            for one in classes(inner)
        )
        return [(one[1], one[2]) for one in found if one]


def text_of(element: HtmlElement) -> str:
    """Return the text of an element as it stands in the page, without blanks around it."""
    return "".join(element.itertext()).strip()


def _alternative(element: HtmlElement | None) -> str:
    if element is None or element.tag not in {"img", "area", "abbr"}:
        return ""
    return (element.get("title" if element.tag == "abbr" else "alt") or "").strip()


def _said(element: HtmlElement) -> str:
    told = {"abbr": "title", "data": "value", "input": "value", "img": "alt", "area": "alt"}
    attribute = told.get(element.tag)
    value = element.get(attribute) if attribute else None
    return value.strip() if value is not None else text_of(element)


def _value_parts(element: HtmlElement) -> list[str]:
    """Return what the elements of class `value` inside say: the value class pattern."""
    parts = []
    for inner in element.iterdescendants():
        named = classes(inner)
        if "value-title" in named and inner.get("title"):
            parts.append(str(inner.get("title")).strip())
        elif "value" in named:
            parts.append(str(inner.get("datetime") or "").strip() or _said(inner))
    return parts[:4]
