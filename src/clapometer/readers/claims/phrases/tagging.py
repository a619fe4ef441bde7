"""A sentence with its people and works as one sign each, so that patterns can speak of them.

A person becomes one code point of PEOPLE, a work one of WORKS (both blocks are for private use, so
no story has them; a story that does have them is read with blanks in their place). The quotation
marks around a work go; a comma within them stays: `"Salt Road," which` is read as `W, which`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from clapometer.readers.claims.parts import PersonMention, Sentence, WorkMention

if TYPE_CHECKING:
    from clapometer.readers.claims.document import Document

PEOPLE = (0xE000, 0xE7FF)
WORKS = (0xE800, 0xEFFF)
PERSON = "[\ue000-\ue7ff]"
WORK = "[\ue800-\uefff]"
SIGN = "\ue000-\uefff"
"""For use within a class of characters: a sign of either."""
_PRIVATE = re.compile(f"[{SIGN}]")
_MOST = PEOPLE[1] - PEOPLE[0]
_QUOTES = "\"'“”‘’"
_START = attrgetter("start")
_CLOSING = re.compile(r"([,.?!:;]?)[\"'“”‘’]")


class _Piece(NamedTuple):
    """A part of the sentence that stands as something else in the tagged one."""

    start: int
    end: int
    text: str


@dataclass(eq=False)
class Tagged:
    """A sentence with signs. `text` is what patterns are matched on; `start` and `end` are those
    of the sentence in the story."""

    document: Document
    sentence: Sentence
    text: str
    people: Sequence[PersonMention]
    works: Sequence[WorkMention]
    _steps: tuple[list[int], list[int]]

    def origin(self, position: int) -> int:
        """Return the place in the story of a place in the tagged text."""
        places, shifts = self._steps
        return position + shifts[bisect_right(places, position) - 1]

    def person(self, sign: str) -> PersonMention:
        """Return the person of a sign."""
        return self.people[ord(sign) - PEOPLE[0]]

    def work(self, sign: str) -> WorkMention:
        """Return the work of a sign."""
        return self.works[ord(sign) - WORKS[0]]

    def words(self, start: int, end: int) -> str:
        """Return the story's own words for a part of the tagged text."""
        return self.document.text[self.origin(start) : self.origin(end - 1) + self._width(end - 1)]

    def _width(self, position: int) -> int:
        return self.origin(position + 1) - self.origin(position) if position >= 0 else 1

    @cached_property
    def signs(self) -> str:
        """The signs of its people, in order."""
        return "".join(re.findall(PERSON, self.text))


def tagged_sentences(document: Document) -> Iterator[Tagged]:
    """Yield the story's sentences with their signs, also those that name nobody."""
    people = sorted(document.people, key=_START)
    works = sorted(document.works, key=_START)
    for sentence in document.told:
        start, end = sentence.start, sentence.end
        yield tagged(
            document,
            sentence,
            people[bisect_left(people, start, key=_START) : bisect_left(people, end, key=_START)],
            works[bisect_left(works, start, key=_START) : bisect_left(works, end, key=_START)],
        )


def tagged(
    document: Document,
    sentence: Sentence,
    people: Sequence[PersonMention],
    works: Sequence[WorkMention],
) -> Tagged:
    """Return one sentence with the signs of the people and the works that stand in it."""
    text, at = document.text, sentence.start
    out: list[str] = []
    places, shifts, length = [0], [sentence.start], 0
    for piece in _pieces(document, sentence, people[:_MOST], works[:_MOST]):
        if piece.start < at:
            continue
        plain = text[at : piece.start]
        out += [plain, piece.text]
        length += len(plain) + len(piece.text)
        at = piece.end
        places.append(length)
        shifts.append(at - length)
    out.append(text[at : sentence.end])
    return Tagged(document, sentence, "".join(out), people, works, (places, shifts))


def _pieces(
    document: Document,
    sentence: Sentence,
    people: Sequence[PersonMention],
    works: Sequence[WorkMention],
) -> list[_Piece]:
    """Return what stands as something else, in order; of two at one place the longer goes first."""
    found = [_Piece(one.start, one.end, chr(PEOPLE[0] + place)) for place, one in enumerate(people)]
    for place, one in enumerate(works):
        found += _work_pieces(document.text, sentence, one, chr(WORKS[0] + place))
    if _PRIVATE.search(sentence.text):
        found += [
            _Piece(sentence.start + one.start(), sentence.start + one.end(), " ")
            for one in _PRIVATE.finditer(sentence.text)
        ]
    return sorted(found, key=lambda one: (one.start, -one.end))


def _work_pieces(text: str, sentence: Sentence, work: WorkMention, sign: str) -> list[_Piece]:
    start, end = work.start, work.end
    if start <= sentence.start or text[start - 1] not in _QUOTES:
        return [_Piece(start, end, sign)]
    closing = _CLOSING.match(text, end)
    if closing is None or closing.end() > sentence.end:
        return [_Piece(start, end, sign)]
    return [
        _Piece(start - 1, end, sign),
        _Piece(closing.end(1), closing.end(), ""),
    ]
