"""Meta and link elements: Open Graph, Twitter cards, Dublin Core and the plain ones."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from ..bounds import bound

_NAMES = ("property", "name", "itemprop", "http-equiv")


@dataclass(frozen=True, slots=True)
class Metas:
    """Values of meta elements by name in lower case, and addresses of links by relation."""

    values: dict[str, list[str]] = field(default_factory=dict)
    links: dict[str, list[str]] = field(default_factory=dict)

    def first(self, *names: str) -> tuple[str, str]:
        """Return the first value of the first name that has one, and that name; else "" twice.

        A page that repeats a property means the first one; that is how Open Graph is read.
        """
        for name in names:
            for value in self.values.get(name, ()):
                return value, name
        return "", ""

    def all(self, *names: str) -> Iterable[tuple[str, str]]:
        """Return every value of the names, each with its name."""
        return [(value, name) for name in names for value in self.values.get(name, ())]


def read_metas(root: HtmlElement) -> Metas:
    """Return the meta and link elements of a page, wherever they stand."""
    metas = Metas()
    for element in root.xpath("//meta[@content]")[: bound("metas")]:
        value = " ".join((element.get("content") or "").split())
        for kind in _NAMES:
            # An RDFa element may name several properties at once.
            for name in (element.get(kind) or "").lower().split() if value else ():
                metas.values.setdefault(name, []).append(value)
    for element in root.xpath("//link[@rel and @href]")[: bound("metas")]:
        for relation in (element.get("rel") or "").lower().split():
            metas.links.setdefault(relation, []).append((element.get("href") or "").strip())
    return metas
