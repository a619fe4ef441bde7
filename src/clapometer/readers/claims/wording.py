"""An expression that is tried only where the words stand that it needs.

Of the hundreds of expressions of a grammar hardly one finds anything in a given sentence. Which
can is told by the sentence's words alone: they are looked up once for all expressions together.
What an expression finds is the same as without.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Generic, TypeVar

from .needs import needs_of, pieces

_MOST_WORDS, _MOST_TEXTS = 20_000, 2_000
"""So many words and texts are remembered with what they hold, no more: memory stays flat."""
_MOST_CHOICES = 5_000
_START = 3
Row = TypeVar("Row")


class _Held:
    """Which of the needs known so far stand in a word or in a text, as bits of a number."""

    def __init__(self, needs: dict[frozenset[str], int]) -> None:
        self.needs = needs
        self._by_start: dict[str, list[tuple[str, int]]] = {}
        for words, bit in needs.items():
            for word in words:
                self._by_start.setdefault(word[:_START], []).append((word, bit))
        self._words: dict[str, int] = {}
        self._texts: dict[str, int] = {}

    def in_text(self, text: str) -> int:
        """Return the needs of which a text holds a word."""
        held = self._texts.get(text)
        if held is None:
            held = 0
            for piece in pieces(text):
                known = self._words.get(piece)
                held |= self._in_word(piece) if known is None else known
            if len(self._texts) >= _MOST_TEXTS:
                self._texts.clear()
            self._texts[text] = held
        return held

    def _in_word(self, word: str) -> int:
        held = 0
        for at in range(len(word)):
            for end in range(at + 1, at + _START + 1):
                for part, bit in self._by_start.get(word[at:end], ()):
                    if word.startswith(part, at):
                        held |= bit
        if len(self._words) >= _MOST_WORDS:
            self._words.clear()
        self._words[word] = held
        return held


class _Known:
    """The needs of all expressions that were asked for so far."""

    def __init__(self) -> None:
        self.held = _Held({})

    def bits_of(self, pattern: str, flags: int) -> int:
        """Return the bits of what an expression needs. What is new makes a new table of what
        texts hold; one that reads a story meanwhile goes on with the old."""
        bits = 0
        for words in needs_of(pattern, flags):
            if words not in self.held.needs:
                self.held = _Held(self.held.needs | {words: 1 << len(self.held.needs)})
            bits |= self.held.needs[words]
        return bits


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
        """What it needs."""
        return _KNOWN.bits_of(self.pattern, self.flags)

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
