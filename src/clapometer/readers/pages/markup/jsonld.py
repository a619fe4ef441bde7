"""JSON-LD: each block of a page mended on its own, so that no broken one loses the others."""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

from ..bounds import bound
from ..page import Repaired
from .repairs import Unreadable, parse
from .things import Thing, Things, bare

_KIND = (
    "translate(normalize-space(@type), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')"
)
_BLOCKS = f"//script[starts-with({_KIND}, 'application/ld+json')]"
_KEYWORDS = {"@context", "@type", "@id", "@graph", "@reverse"}


def read_blocks(root: HtmlElement, things: Things) -> list[Repaired]:
    """Add the things of every block to `things`; return what had to be mended, per block."""
    mended = []
    blocks = root.xpath(_BLOCKS)
    if len(blocks) > bound("blocks"):
        mended.append(Repaired("page", ("blocks_cut",)))
    for number, block in enumerate(blocks[: bound("blocks")], 1):
        where = f"JSON-LD block {number}"
        steps = _read_block("".join(block.itertext()), where, things)
        if steps:
            mended.append(Repaired(where, steps))
    return mended


def _read_block(text: str, where: str, things: Things) -> tuple[str, ...]:
    if not text.strip():
        return ()
    if len(text) > bound("block"):
        return ("too_long",)
    try:
        values, steps = parse(text)
    except Unreadable:
        return ("unreadable",)
    for value in values:
        for node in _nodes(value, 0):
            things.add(_thing(node, where, 0))
    return steps


def values_of(text: str) -> list[Any]:
    """Return the JSON values of one block's text. Raises Unreadable."""
    return parse(text)[0]


def _nodes(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Yield the topmost objects: those of lists and of `@graph` stand by themselves."""
    if depth > bound("depth"):
        return
    if isinstance(value, list):
        for one in value:
            yield from _nodes(one, depth + 1)
    elif isinstance(value, dict):
        if "@graph" in value:
            yield from _nodes(value["@graph"], depth + 1)
        if value.keys() - {"@graph", "@context"}:
            yield value


def _thing(node: dict[str, Any], where: str, depth: int) -> Thing:
    told = node.get("@type", ())
    types = [told] if isinstance(told, str) else told if isinstance(told, list) else []
    properties: dict[str, tuple[str | Thing, ...]] = {}
    for name, value in node.items():
        if name not in _KEYWORDS:
            values = tuple(_values(value, where, depth + 1))
            if values:
                properties.setdefault(bare(name) if name[:1] != "@" else name, values)
    identity = node.get("@id")
    return Thing(
        tuple(bare(one) for one in types if isinstance(one, str)),
        properties,
        where,
        identity if isinstance(identity, str) else "",
    )


def _values(value: Any, where: str, depth: int) -> Iterator[str | Thing]:
    if depth > bound("depth"):
        return
    if isinstance(value, list):
        for one in value:
            yield from _values(one, where, depth + 1)
    elif isinstance(value, dict):
        yield _thing(value, where, depth)
    elif isinstance(value, str):
        # Publishing programs escape for HTML what stands in a script, where nobody unescapes it.
        text = html.unescape(value) if "&" in value else value
        if text.strip():
            yield text.strip()
    elif isinstance(value, bool):
        yield "true" if value else "false"
