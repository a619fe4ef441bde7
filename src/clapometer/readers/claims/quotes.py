"""Quotation marks and what stands between them: speech and titles alike.

Marks are read in one walk over each paragraph. A double mark opens where no double is open and
words follow it; any double mark closes it, because stories mix straight and curly ones. Single
marks are told from apostrophes by the letters beside them. Words quoted within quoted words come
as well. Speech of several paragraphs has its closing mark only in the last one: where a paragraph
ends open and the next begins with a mark again, each paragraph's words are quoted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from .parts import Quoted

if TYPE_CHECKING:
    from .document import Document

LONGEST = 3_000
"""Characters of the longest quotation."""
_MANY = 6
"""Words beyond the first in what is no title that was never closed."""
LONGEST_SINGLE = 400
"""Characters of the longest quotation in single marks."""
_DOUBLE = '“”"„‟«»″'
_OPEN_ONLY = "“„«"
_CLOSE_ONLY = "”»"
_MARK = re.compile(r"[“”\"„‟«»″‘’‚']|``")
_PARAGRAPH = re.compile(r"[^\n]+")
_NEXT_SINGLE = re.compile(
    r"(?P<closes>[,.!?…]['’](?!\w))|(?<=[\s(])['‘](?=\w)|(?<=[\s(])’(?=[A-Z])|\w['’](?=[,.])"
)
"""The next single mark that is no apostrophe: it closes what is open, or opens."""
_CLIPPED = re.compile(r"\d\ds?\b|(?:em|til|cause|tis|twas|n|bout|round|ol|cos)\b", re.IGNORECASE)
"""Words that begin with an apostrophe: ’80s, ’em."""


class _Open(NamedTuple):
    """An opening mark: where it stands, where what it opens begins, whether it is “„”."""

    start: int
    inner: int
    double: bool
    low: bool


def quoted_in(document: Document) -> tuple[Quoted, ...]:
    """Return what stands in quotation marks, in order; the outer before the inner."""
    text = document.text
    found: list[Quoted] = []
    for paragraph in _PARAGRAPH.finditer(text, document.story.start):
        found += _in_paragraph(text, *paragraph.span())
    return tuple(sorted(found, key=lambda one: (one.start, -one.end)))


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Quoted]:
    """Yield what is quoted in one paragraph."""
    opened: list[_Open] = []
    for mark in _MARK.finditer(text, start, end):
        place, double = mark.start(), mark[0] in _DOUBLE or mark[0] == "``"
        before = text[place - 1] if place > start else " "
        after = text[mark.end()] if mark.end() < end else " "
        if _closes(opened, mark[0], before, after, double=double):
            if not double and _is_of_a_word(text, mark.end(), end, before, after):
                continue
            while opened[-1].double is not double:
                opened.pop()
            opening = opened.pop()
            yield from _whole(text, opening, mark)
        elif _opens(opened, text, mark, before, after, double=double):
            opened.append(_Open(place, mark.end(), double, mark[0] == "„"))
    yield from _unclosed(text, opened, start, end)


def _closes(opened: list[_Open], mark: str, before: str, after: str, *, double: bool) -> bool:
    if not any(one.double is double for one in opened) or before.isspace():
        return False
    if double:
        low = any(one.low for one in opened)
        return mark not in _OPEN_ONLY or (low and mark == "“")
    return mark != "‘" and not after.isalnum()


def _is_of_a_word(text: str, place: int, end: int, before: str, after: str) -> bool:
    """Return whether a single mark that could close belongs to a word: the actors' wish, 'n'. It
    does where the next mark of the paragraph that could open or close closes and ends a clause,
    and where there is none and the next paragraph goes on with what is said."""
    if before not in "snSN" or after != " " or not text[place + 1 : place + 2].islower():
        return False
    following = _NEXT_SINGLE.search(text, place, end)
    if following is None:
        return text[end : end + 200].lstrip()[:1] in {"‘", "'"}
    return following["closes"] is not None


def _opens(
    opened: list[_Open], text: str, mark: re.Match[str], before: str, after: str, *, double: bool
) -> bool:
    if after.isspace() or any(one.double is double for one in opened):
        return False
    if double:
        return mark[0] not in _CLOSE_ONLY and not (before.isalnum() and after.isspace())
    if before.isalnum() or mark[0] == "’" or not (after.isalnum() or after in '[(“"…¡¿$£#@'):
        return mark[0] == "’" and before in ' (“"' and _pairs(text, mark)
    return not _CLIPPED.match(text, mark.end())


def _pairs(text: str, mark: re.Match[str]) -> bool:
    """Return whether ’ stands for an opening mark: ’Salt Road’."""
    after = text[mark.end() : mark.end() + 60].partition("\n")[0]
    return after[:1].isupper() and bool(re.match(r"[^’'.!?]{2,50}’(?!\w)", after))


def _whole(text: str, opening: _Open, closing: re.Match[str]) -> Iterator[Quoted]:
    inner = text[opening.inner : closing.start()]
    longest = LONGEST if opening.double else LONGEST_SINGLE
    if inner.strip() and len(inner) <= longest:
        yield Quoted(opening.start, closing.end(), opening.inner, closing.start())


def _unclosed(text: str, opened: list[_Open], start: int, end: int) -> Iterator[Quoted]:
    """Yield speech that goes on in the next paragraph, which begins with a mark again, and long
    speech whose closing mark was forgotten."""
    first = next((one for one in opened if one.double or one.start == start), None)
    if first is None or end - first.start > LONGEST:
        return
    following = text[end : end + 200].lstrip()[:1]
    goes_on = following and following in (_DOUBLE if first.double else "‘'")
    forgotten = text[first.start] == "“" and text[first.inner : end].count(" ") >= _MANY
    if goes_on or forgotten:
        last = len(text[start:end].rstrip()) + start
        if last > first.inner:
            yield Quoted(first.start, last, first.inner, last)
