"""An expression that is tried only where the words stand that it needs.

Of the hundreds of expressions of a grammar hardly one finds anything in a given sentence. Which
can is told by the sentence's words alone, and where it can begin too: the words are looked up once
for all expressions together. What an expression finds is the same as without.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Generic, TypeVar

from .needs import needs_of, pieces, plain_word
from .openings import Opening, openings_of

_MOST_WORDS, _MOST_TEXTS, _MOST_CHOICES = 20_000, 2_000, 5_000
"""So much is remembered of words, of texts and of the rows for them: memory stays flat."""
_START = 3
_GAPS = re.compile(r"(\W+)")
Row = TypeVar("Row")


class _Held:
    """What the words of a text hold of what expressions need and open with, as bits of a number."""

    def __init__(
        self,
        needs: dict[frozenset[str] | frozenset[Opening], int],
        by_start: dict[str, list[tuple[str, Opening | None, int]]],
    ) -> None:
        self.needs = needs
        self._by_start = by_start
        self.words: dict[str, int] = {}
        self._texts: dict[str, int] = {}

    def in_text(self, text: str) -> int:
        """Return what a text holds."""
        held = self._texts.get(text)
        if held is None:
            held = 0
            for piece in pieces(text):
                known = self.words.get(piece)
                held |= self.in_word(piece) if known is None else known
            if len(self._texts) >= _MOST_TEXTS:
                self._texts.clear()
            self._texts[text] = held
        return held

    def in_word(self, word: str) -> int:
        """Return what a word holds that is written plainly."""
        held = 0
        for at in range(len(word)):
            for end in range(at + 1, at + _START + 1):
                for letters, opening, bit in self._by_start.get(word[at:end], ()):
                    if word.startswith(letters, at) and (
                        opening is None or (not at and not (opening.whole and word != letters))
                    ):
                        held |= bit
        if len(self.words) >= _MOST_WORDS:
            self.words.clear()
        self.words[word] = held
        return held


class _Known:
    """The needs of all expressions that were asked for so far."""

    def __init__(self) -> None:
        self._by_start: dict[str, list[tuple[str, Opening | None, int]]] = {}
        self.held = _Held({}, self._by_start)

    def bit_of(self, words: frozenset[str] | frozenset[Opening]) -> int:
        """Return the bit of a need. What is new makes a new table of what texts hold; one that
        reads a story meanwhile goes on with the old."""
        if words not in self.held.needs:
            bit = 1 << len(self.held.needs)
            for word in words:
                letters = word if isinstance(word, str) else word.letters
                opening = None if isinstance(word, str) else word
                self._by_start.setdefault(letters[:_START], []).append((letters, opening, bit))
            self.held = _Held(self.held.needs | {words: bit}, self._by_start)
        return self.held.needs[words]


_KNOWN = _Known()


def held_by(text: str) -> int:
    """Return what a text holds of what expressions need."""
    return _KNOWN.held.in_text(text)


class Wording:
    """An expression and what it needs, both worked out when they are first asked for."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        """Take an expression as `re.compile` does."""
        self.pattern = pattern
        self.flags = flags

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The expression itself."""
        return re.compile(self.pattern, self.flags)

    @cached_property
    def bits(self) -> int:
        """What has to stand in a text that it can be found in."""
        bits = self.opening
        for words in needs_of(self.pattern, self.flags):
            bits |= _KNOWN.bit_of(words)
        return bits

    @cached_property
    def opening(self) -> int:
        """What a word holds with which it can open; nought where it may open with anything."""
        openings = openings_of(self.pattern, self.flags)
        return _KNOWN.bit_of(openings) if openings else 0

    def may_stand_in(self, text: str) -> bool:
        """Return whether a text holds the words that the expression needs."""
        bits = self.bits
        return held_by(text) & bits == bits

    def search(self, text: str) -> re.Match[str] | None:
        """Return where the expression first stands in a text."""
        return self.expression.search(text) if self.may_stand_in(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Return where the expression stands in a text."""
        return self.expression.finditer(text) if self.may_stand_in(text) else iter(())


class Words:
    """The words of a long text, each with its place and with which expressions it can open."""

    def __init__(self, text: str) -> None:
        """Take a text."""
        self.text = text
        self._held: _Held | None = None
        self._places: list[tuple[int, int]] = []
        self._within: tuple[tuple[int, int], list[tuple[int, int]]] = ((0, 0), [])

    @cached_property
    def _words(self) -> tuple[list[int], list[str]]:
        # Words and the gaps between them take turns, so that every other place is a word's.
        parts = _GAPS.split(plain_word(self.text))
        places = list(accumulate(map(len, parts), initial=0))
        return places[:-1:2], parts[::2]

    def all_of(self, wording: Wording, start: int, end: int) -> Iterator[re.Match[str]]:
        """Yield what an expression finds in a stretch of the text, in order."""
        opening = wording.opening
        if not opening:
            yield from wording.expression.finditer(self.text, start, end)
            return
        if self._held is not _KNOWN.held:
            self._look_up()
        match, after = wording.expression.match, start
        for at in [at for at, bits in self._between(start, end) if bits & opening]:
            if at >= after and (one := match(self.text, at, end)) is not None:
                yield one
                after = one.end()

    def _between(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the words of a stretch, which is mostly the one that was asked for before."""
        within = self._within
        if within[0] != (start, end):
            first, last = bisect_left(self._words[0], start), bisect_left(self._words[0], end)
            within = self._within = ((start, end), self._places[first:last])
        return within[1]

    def _look_up(self) -> None:
        held = self._held = _KNOWN.held
        known, look_up = held.words.get, held.in_word
        bits = [look_up(word) if (bits := known(word)) is None else bits for word in self._words[1]]
        self._places = list(zip(self._words[0], bits, strict=True))
        self._within = ((0, 0), [])


class Table(Generic[Row]):
    """Rows of a grammar, each with its wording: of those only a few can read a given text."""

    def __init__(self, rows: Sequence[Row], wordings: Sequence[Wording]) -> None:
        """Take the rows in order, and the wording of each."""
        self.rows = tuple(zip(rows, wordings, strict=True))
        self._choices: dict[int, tuple[tuple[Row, Wording], ...]] = {}

    @cached_property
    def _all_bits(self) -> int:
        together = 0
        for _, wording in self.rows:
            together |= wording.bits
        return together

    def for_text(self, text: str) -> tuple[tuple[Row, Wording], ...]:
        """Return the rows whose words a text holds, in order."""
        bits = self._all_bits
        held = held_by(text) & bits
        rows = self._choices.get(held)
        if rows is None:
            if len(self._choices) >= _MOST_CHOICES:
                self._choices.clear()
            rows = tuple(row for row in self.rows if held & row[1].bits == row[1].bits)
            self._choices[held] = rows
        return rows
