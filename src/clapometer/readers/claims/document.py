"""A story taken apart: blocks, sentences, quoted words, works, people, dates, numbers.

Everything a finder asks about a place in the text is answered here, so that two finders never
disagree on what a sentence is about. Each part is worked out once, when it is first asked for.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from re import Match

from . import (
    aboutness,
    blocks,
    dates,
    discourse,
    figures,
    modality,
    numbers,
    people,
    quotes,
    seasons,
    seasons_shown,
    sentences,
    titles,
    works,
)
from .known import NOTHING_KNOWN, Known
from .parts import (
    Block,
    DatePhrase,
    Number,
    PersonMention,
    Quoted,
    SeasonMention,
    Sentence,
    WorkMention,
)
from .phrases import tagging
from .phrases.tagging import Tagged
from .story import Story
from .wording import Wording, Words


class Document:
    """A story taken apart. All positions are code points of the story's whole text."""

    def __init__(self, story: Story, known: Known = NOTHING_KNOWN) -> None:
        """Take a story, and what a site knows of works."""
        self.story = story
        self.known = known
        self.text = story.text

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Its paragraphs and lines, with their roles."""
        return blocks.blocks_of(self)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences, in order."""
        return sentences.sentences_of(self)

    @cached_property
    def told(self) -> tuple[Sentence, ...]:
        """The sentences that belong to the story itself: no promotions, links, sign-offs."""
        return tuple(
            one for one in self.sentences if self.blocks[one.block].role not in blocks.CLUTTER
        )

    @cached_property
    def quoted(self) -> tuple[Quoted, ...]:
        """What stands in quotation marks, titles and speech alike."""
        return quotes.quoted_in(self)

    @cached_property
    def quoted_titles(self) -> tuple[tuple[int, int, str], ...]:
        """The titles in quotation marks, each with its place."""
        return tuple(titles.quoted_titles(self))

    @cached_property
    def works(self) -> tuple[WorkMention, ...]:
        """Where works are named, in order."""
        return works.works_in(self)

    @cached_property
    def main_works(self) -> tuple[str, ...]:
        """The titles that the story is about, the first of them first."""
        return works.main_works(self)

    @cached_property
    def seasons(self) -> tuple[SeasonMention, ...]:
        """Where seasons are told, in order."""
        return seasons.seasons_in(self)

    @cached_property
    def season_forms(self) -> tuple[SeasonMention, ...]:
        """Where seasons are told, relative ones not resolved."""
        return tuple(seasons.season_forms(self))

    @cached_property
    def season_owners(self) -> dict[int, str | None]:
        """The work of each season told, by where it is told."""
        return {one.start: seasons_shown.whose(self, one) for one in self.season_forms}

    @cached_property
    def season_in_focus(self) -> int | None:
        """The season that the story is about; none where it is about several works, because a
        season of one says nothing of the others."""
        return seasons.focus_of(self) if len(self.main_works) < 2 else None

    @cached_property
    def topics(self) -> discourse.Topics:
        """For each sentence, the work that it is about."""
        return discourse.topics_of(self)

    @cached_property
    def people(self) -> tuple[PersonMention, ...]:
        """Where people are named, in order."""
        return people.people_in(self)

    @cached_property
    def tagged(self) -> tuple[Tagged, ...]:
        """The sentences of `told` with a sign for each person and work, for patterns."""
        return tuple(tagging.tagged_sentences(self))

    @cached_property
    def dates(self) -> tuple[DatePhrase, ...]:
        """Words that tell a time, in order."""
        return dates.dates_in(self)

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """Printed numbers with their bounds and units, in order."""
        return numbers.numbers_in(self)

    @cached_property
    def season_shown(self) -> int | None:
        """The newest season that the story tells as shown, None where it names none or is about
        several works."""
        return seasons_shown.season_shown(self) if len(self.main_works) < 2 else None

    @cached_property
    def seasons_shown(self) -> dict[str, int]:
        """For each work, the newest season of it that the story tells as shown."""
        return seasons_shown.seasons_shown_by_work(self)

    @cached_property
    def figures(self) -> tuple[figures.Figure, ...]:
        """The numbers of the story itself, each within its sentence."""
        return figures.figures_in(self)

    @cached_property
    def _words(self) -> Words:
        return Words(self.text)

    def all_of(
        self, wording: Wording, start: int | None = None, end: int | None = None
    ) -> Iterator[Match[str]]:
        """Yield what an expression finds in a stretch of the text, else in the whole story."""
        return self._words.all_of(
            wording,
            self.story.start if start is None else start,
            len(self.text) if end is None else end,
        )

    def first_of(self, wording: Wording, start: int, end: int) -> Match[str] | None:
        """Return what an expression finds first in a stretch of the text."""
        return next(self.all_of(wording, start, end), None)

    def sentence_at(self, position: int) -> Sentence | None:
        """Return the sentence that holds a position, None between two."""
        place = bisect_right(self._starts, position) - 1
        if place < 0 or position >= self.sentences[place].end:
            return None
        return self.sentences[place]

    @cached_property
    def _starts(self) -> list[int]:
        return [one.start for one in self.sentences]

    def work_at(self, start: int, end: int | None = None) -> str | None:
        """Return the title of the work that words at this place are about, None if unknown."""
        return aboutness.work_about(self, start, start if end is None else end)

    def season_at(self, start: int, end: int | None = None) -> int | None:
        """Return the season that words at this place are about, None if none is told."""
        return seasons.season_at(self, start, start if end is None else end)

    def seasons_at(self, start: int, end: int | None = None) -> tuple[int, ...]:
        """Return all seasons that words at this place are about, none if none is told."""
        return seasons.seasons_at(self, start, start if end is None else end)

    def modality_at(self, start: int, end: int, usual: str) -> str:
        """Return how the words at this place are stated: `usual`, unless the words around them
        deny, expect, leave open or take back what they say."""
        return modality.modality_at(self, start, end, usual)
