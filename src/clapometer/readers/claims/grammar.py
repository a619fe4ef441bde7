"""A row of a grammar: a rule's name, its expression, and a sentence of our own that it reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from .parts import Sentence
from .wording import Table, Wording

if TYPE_CHECKING:
    from .document import Document


class Rule:
    """A row of a grammar. `modality` is what its words say where nothing around them says more."""

    def __init__(
        self, name: str, pattern: str, example: str, *, modality: str = "confirmed", value: str = ""
    ) -> None:
        """Take the name that claims bear, the expression, and a made-up sentence that it reads."""
        self.name = name
        self.pattern = pattern
        self.wording = Wording(pattern)
        self.loud = Wording(pattern, re.IGNORECASE)
        self.example = example
        self.modality = modality
        self.value = value

    @property
    def expression(self) -> re.Pattern[str]:
        """The expression, compiled when it is first needed."""
        return self.wording.expression

    def found_in(self, document: Document, sentence: Sentence) -> Iterator[re.Match[str]]:
        """Yield where the rule reads a sentence, in positions of the whole text."""
        if self.wording.may_stand_in(sentence.text):
            yield from document.all_of(self.wording, sentence.start, sentence.end)


@cache
def _table(rules: tuple[Rule, ...], *, loud: bool) -> Table[Rule]:
    return Table(rules, [rule.loud if loud else rule.wording for rule in rules])


def is_loud(document: Document, sentence: Sentence) -> bool:
    """Return whether a sentence sets capitals where others have none: a headline, or words in
    title case."""
    if document.blocks[sentence.block].role == "headline":
        return True
    return in_title_case(sentence.text)


@lru_cache(maxsize=500)
def in_title_case(text: str) -> bool:
    """Return whether most words have capitals, as in American headlines: there a capital shows no
    title."""
    words = [word for word in text.split() if word[0].isalpha()]
    return sum(word[0].isupper() for word in words) > _LOUD * len(words)


_LOUD = 0.7
"""The share of words with capitals above which a sentence is a headline in title case."""


def first_of(
    rules: tuple[Rule, ...], document: Document, sentence: Sentence
) -> Iterator[tuple[Rule, re.Match[str]]]:
    """Yield what the rules read in a sentence, the first rule first; no two read the same words.
    Capitals count for nothing in headlines."""
    taken: list[tuple[int, int]] = []
    loud = is_loud(document, sentence)
    for rule, wording in _table(rules, loud=loud).for_text(sentence.text):
        for one in document.all_of(wording, sentence.start, sentence.end):
            start, end = one.span()
            if all(end <= first or last <= start for first, last in taken):
                taken.append((start, end))
                yield rule, one
