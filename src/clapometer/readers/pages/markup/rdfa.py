"""RDFa Lite: `vocab`, `typeof`, `property` and `resource`, as schema.org's pages use it."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from ..bounds import bound
from .microdata import value_of
from .things import Thing, Things, bare

FOREIGN = frozenset({"og", "fb", "twitter", "article", "al", "dc", "dcterms", "foaf", "sioc"})
"""Prefixes of vocabularies that say nothing of schema.org's things."""
_TOPMOST = "//*[@typeof and not(@property and ancestor::*[@typeof])]"


def read_rdfa(root: HtmlElement, base: str, things: Things) -> None:
    """Add the topmost things of a page, with all in them, to `things`."""
    reader = _Reader(base)
    for number, element in enumerate(root.xpath(_TOPMOST)[: bound("things")], 1):
        things.add(reader.thing(element, f"RDFa item {number}", 0))


class _Reader:
    def __init__(self, base: str) -> None:
        self._base = base
        self._elements = bound("elements")

    def thing(self, element: HtmlElement, where: str, depth: int) -> Thing:
        properties: dict[str, list[str | Thing]] = {}
        for one in self._owned(element):
            names = [bare(name) for name in (one.get("property") or "").split()[:10] if _ours(name)]
            value = self._value(one, names, where, depth) if names else ""
            for name in names if value else ():
                properties.setdefault(name, []).append(value)
        types = tuple(bare(one) for one in (element.get("typeof") or "").split()[:10])
        told = {name: tuple(values) for name, values in properties.items()}
        return Thing(types, told, where, element.get("resource") or element.get("about") or "")

    def _owned(self, element: HtmlElement) -> Iterator[HtmlElement]:
        waiting = list(reversed(element))
        while waiting and self._elements > 0:
            self._elements -= 1
            one = waiting.pop()
            if one.get("property"):
                yield one
            if one.get("typeof") is None and isinstance(one.tag, str):
                waiting += reversed(one)

    def _value(self, element: HtmlElement, names: list[str], where: str, depth: int) -> str | Thing:
        if element.get("typeof") is not None:
            return self.thing(element, where, depth + 1) if depth < bound("depth") else ""
        if element.get("content") is None and element.get("resource"):
            return str(element.get("resource")).strip()
        return value_of(element, self._base, names)


def _ours(name: str) -> bool:
    prefix, mark, _ = name.partition(":")
    return not mark or prefix.lower() not in FOREIGN
