"""Figures: printed numbers within their sentence, with the words on both sides, and the rows of
grammar that say what such a number counts."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from clapometer.readers.claims.wording import Wording

from .parts import Number, Sentence

if TYPE_CHECKING:
    from .document import Document

_CLAUSE = re.compile(r"[;:—–]|, (?:while|whereas|but|and)\b|\b(?:while|whereas)\b")
_SAID_BY = Wording(
    r"\b(?i:according to|per|as reported by|reports?|figures from|data from|estimates from|says)"
    r" (?:(?:the )?(?:[a-z]+ ){0,3}(?:from|by|at) )?(?:the |its |analytics firm |data firm "
    r"|tracker )?"
    r"(?P<who>[A-Z][\w.&+'’-]*(?: (?:[A-Z&][\w.&+'’-]*|of|the(?= [A-Z])))*)"
)
SPEECH = 40
"""Quoted words longer than this are speech; shorter ones are titles and grades."""


class Figure(NamedTuple):
    """A number in its sentence. `before` and `after` are the words of the sentence on its two
    sides; `left` and `right` are those of its clause, as far as the next numbers of its sort."""

    number: Number
    sentence: Sentence
    before: str
    after: str
    left: str
    right: str

    @property
    def value(self) -> int | float:
        """The number, whole where it is whole."""
        return whole(self.number.value)


class Row(NamedTuple):
    """A row of a grammar: the name of its rule, a pattern for the words before the number (they
    end at it), one for those after (they begin at it), and a made-up example."""

    rule: str
    before: str
    after: str
    example: str


@cache
def _compiled(row: Row) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    before = re.compile(rf"(?:{row.before})\Z", re.IGNORECASE) if row.before else None
    return before, re.compile(row.after, re.IGNORECASE) if row.after else None


def fits(row: Row, before: str, after: str) -> bool:
    """Return whether the words on both sides of a number fit a row."""
    left, right = _compiled(row)
    return (left is None or left.search(before) is not None) and (
        right is None or right.match(after) is not None
    )


def first_fit(rows: Iterable[Row], before: str, after: str) -> Row | None:
    """Return the first row that fits."""
    return next((row for row in rows if fits(row, before, after)), None)


def whole(value: float) -> int | float:
    """Return a number as an integer where it is one."""
    return int(value) if value == int(value) else value


def figures_in(document: Document) -> tuple[Figure, ...]:
    """Return the figures of the story itself, in order."""
    return tuple(_figures(document, document.told))


def _figures(document: Document, sentences: Sequence[Sentence]) -> Iterator[Figure]:
    numbers = document.numbers
    for sentence in sentences:
        place = bisect_left(numbers, sentence.start, key=lambda one: one.start)
        here = []
        while place < len(numbers) and numbers[place].start < sentence.end:
            here.append(numbers[place])
            place += 1
        for number in here:
            alike = [one for one in here if _sort(one) == _sort(number)]
            index = alike.index(number)
            earlier = alike[index - 1].end if index else sentence.start
            later = alike[index + 1].start if index + 1 < len(alike) else sentence.end
            yield _figure(document.text, sentence, number, earlier, later)


def _sort(number: Number) -> str:
    """Return what a number can be taken for: money, a share, or anything else."""
    return number.unit if number.unit == "%" or number.unit.isupper() else ""


def _figure(text: str, sentence: Sentence, number: Number, earlier: int, later: int) -> Figure:
    before, after = text[sentence.start : number.start], text[number.end : sentence.end]
    left, right = text[earlier : number.start], text[number.end : later]
    begun = max((one.end() for one in _CLAUSE.finditer(left)), default=0)
    ended = _CLAUSE.search(right)
    return Figure(
        number, sentence, before, after, left[begun:], right[: ended.start()] if ended else right
    )


def in_speech(document: Document, start: int) -> bool:
    """Return whether a place lies within words that somebody said."""
    return any(
        one.start < start < one.end and one.inner_end - one.inner_start > SPEECH
        for one in document.quoted
    )


def said_by(sentence: Sentence) -> str | None:
    """Return who is named as the source of a sentence."""
    found = _SAID_BY.search(sentence.text)
    return found["who"].rstrip(".'’") if found else None
