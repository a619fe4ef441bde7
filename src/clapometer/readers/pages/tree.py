"""From text to a tree of elements: bounded in size, depth and attributes; no network, no entities.

libxml2 stops at 256 levels and at very long texts by itself. What it does not bound is the number
of attributes of one element, for which its time grows with the square, so those are cut before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from .bounds import bound
from .refusals import PageRefused

_ATTRIBUTE = r"""[\s/]*+[^\s>=/]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+"""
# Every part is possessive, so that the time is linear in the text, whatever the text.
_TAG = re.compile(
    rf"(<[a-zA-Z][^\s<>/]*+(?:{_ATTRIBUTE}){{0,{bound('attributes')}}}+)((?:{_ATTRIBUTE})*+)"
)
_RAW = re.compile(r"<(script|style)(?=[\s>/])", re.IGNORECASE)
_RESOURCE_LIMIT = "ERR_RESOURCE_LIMIT"


@dataclass(frozen=True, slots=True)
class Tree:
    """The root of a page, and what was done to read it (keys of PAGE_REPAIRS)."""

    root: HtmlElement
    repairs: tuple[str, ...] = ()


def read_tree(text: str) -> Tree:
    """Return the tree of a page's text. Raises PageRefused for what is no page, or too large."""
    repairs = []
    parts = list(_parts(text))
    if any(tag[2] for part, is_markup in parts if is_markup for tag in _TAG.finditer(part)):
        text = "".join(_TAG.sub(r"\1", part) if is_markup else part for part, is_markup in parts)
        repairs.append("attributes_cut")
    parser = HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    root = _parsed(text, parser)
    # What stands in these is never shown as it stands.
    etree.strip_elements(root, "template", "iframe", "object", "svg", "math", with_tail=False)
    if any(_RESOURCE_LIMIT in entry.type_name for entry in parser.error_log):
        repairs.append("depth_cut")
    if sum(1 for _ in root.iter()) > bound("elements"):
        raise PageRefused("too_many_elements", limit=f"{bound('elements'):,}")
    return Tree(root, tuple(repairs))


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the text in parts, each with whether it is markup, or what a script or style holds."""
    lower = text.lower() if len(text.lower()) == len(text) else text
    at = 0
    while begins := _RAW.search(lower, at):
        inner = lower.find(">", begins.end()) + 1
        ends = lower.find(f"</{begins[1]}", inner) if inner else -1
        if ends < 0:
            break
        yield text[at:inner], True
        yield text[inner:ends], False
        at = ends
    yield text[at:], True


def _parsed(text: str, parser: HTMLParser) -> HtmlElement:
    try:
        root = document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError, ValueError):
        raise PageRefused("unreadable") from None
    return root
