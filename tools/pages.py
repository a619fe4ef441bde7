"""The documentation as data: its pages, and in each its links, anchors and blocks of code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tools.machine import ROOT

COMMENT = re.compile(r"<!--\s*(?P<word>not run|file|exits):?\s*(?P<rest>.*?)\s*-->", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Block:
    """One fenced block: where it stands, its language, its text, and what a comment above it says.

    `note` is ("not run", reason), ("file", name), ("exits", code), or ("", "").
    """

    page: Path
    line: int
    language: str
    text: str
    note: tuple[str, str]


def pages() -> list[Path]:
    """Every page of documentation."""
    front = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")]
    front.append(ROOT / "conformance" / "README.md")
    return [*front, *sorted((ROOT / "docs").rglob("*.md"))]


def tokens(page: Path) -> list[Token]:
    """The page, parsed."""
    return MarkdownIt("commonmark").enable("table").parse(page.read_text(encoding="utf-8"))


def blocks(page: Path) -> Iterator[Block]:
    """The fenced blocks of a page, in order."""
    note = ("", "")
    for token in tokens(page):
        if token.type == "html_block" and (found := COMMENT.match(token.content.strip())):
            note = (found["word"], found["rest"])
        elif token.type == "fence":
            line = token.map[0] + 1 if token.map else 0
            yield Block(page, line, token.info.strip(), token.content, note)
            note = ("", "")
        else:
            note = ("", "")  # A comment speaks of the block right under it.


def links(page: Path) -> Iterator[str]:
    """The targets of a page's links and images, as written."""
    for token in tokens(page):
        for child in token.children or ():
            target = child.attrGet("href") or child.attrGet("src")
            if target:
                yield str(target)


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, formed as the usual hosts of Markdown form them."""
    parsed = tokens(page)
    found = set()
    for opening, inline in pairwise(parsed):
        if opening.type == "heading_open":
            text = "".join(one.content for one in inline.children or ())
            found.add(re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-"))
    return found


def headings(page: Path, level: int) -> list[str]:
    """The texts of a page's headings of one level, in order."""
    return [
        inline.content
        for opening, inline in pairwise(tokens(page))
        if opening.type == "heading_open" and opening.tag == f"h{level}"
    ]


def first_column(page: Path) -> list[str]:
    """The first cell of every row of a page's tables, without its marks for code."""
    parsed = tokens(page)
    cells = []
    for row, cell, inline in zip(parsed, parsed[1:], parsed[2:], strict=False):
        if row.type == "tr_open" and cell.type == "td_open":
            cells.append(inline.content.strip("`"))
    return cells
