"""The main text of a page: trafilatura's, or the story that the page's own data tells in full."""

from __future__ import annotations

import logging
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

from ..bounds import bound

_BLOCKS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "dd", "dt", "td")
_SHORT = 20_000
MUCH_LONGER = 1.5
"""How many times longer the text in the page's data has to be to be taken instead."""
ENOUGH = 250
"""Characters from which a text in the page's data is a story and not its first lines."""
DATES = {
    "original_date": True,
    "extensive_search": False,
    "outputformat": "%Y-%m-%d",
    "max_date": "2100-01-01",
}
"""How htmldate looks: not for any year in the text, from which it makes the first of January; and
not at the clock, so that a page reads the same on every day."""
# It warns of every page that holds no story; a Page says so by its empty text.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class Extracted:
    """Paragraphs, one a line; where they are from; the day that trafilatura's htmldate guesses."""

    text: str
    where: str
    day: str = ""


def extract(root: HtmlElement, told: str, url: str, *, dated: bool) -> Extracted:
    """Return the main text of a page; `told` is the text that the page's data gives, or "".

    With `dated`, the day of publishing is looked for too.
    """
    text, day = _extracted(root, url, dated=dated)
    if len(told) >= ENOUGH and len(told) > MUCH_LONGER * len(text):
        return Extracted(told[: bound("text")], "articleBody of the page’s data", day)
    return Extracted(text[: bound("text")], "main text (trafilatura)" if text else "", day)


def _extracted(root: HtmlElement, url: str, *, dated: bool) -> tuple[str, str]:
    # It takes half a second to load, and whoever only needs a `Page` should not wait for it.
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(
            _readable(root),
            url=url or None,
            include_comments=False,
            with_metadata=dated,
            date_extraction_params=DATES,
        )
    except _FAULTS:
        return "", ""
    if found is None or isinstance(found, dict):
        return "", ""
    return _in_paragraphs(found.text or "", root), (found.date or "") if dated else ""


def _readable(root: HtmlElement) -> HtmlElement:
    """Return a copy in which what trafilatura would throw away with its text is told otherwise.

    A date inside a sentence stands in `time`, and old pages stand in `center` as a whole.
    """
    copy = deepcopy(root)
    for element in copy.iter("time", "center"):
        if element.tag == "center":
            element.tag = "div"
        elif any(True for _ in element.iterancestors(*_BLOCKS)):
            element.tag = "span"
    return copy


def _in_paragraphs(text: str, root: HtmlElement) -> str:
    """Return the text of a short page, which comes as one line, in the paragraphs of the page."""
    if "\n" in text.strip() or len(text) > _SHORT:
        return text
    whole = " ".join(text.split())
    blocks = (" ".join("".join(one.itertext()).split()) for one in root.iter(*_BLOCKS))
    lines = [line for line in blocks if line and line in whole]
    covered = len(" ".join(lines))
    return "\n".join(lines) if 0.95 * len(whole) <= covered <= len(whole) else text


# What trafilatura and its parts are known to raise on pages that nobody foresaw. A page whose text
# cannot be taken out still has its headline, its data and its review.
_FAULTS = (
    ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError,
    ValueError, etree.LxmlError,
)  # fmt: skip
