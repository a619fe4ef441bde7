"""One fact to cite, and the set of them for a work at an instant."""

from __future__ import annotations

from dataclasses import dataclass

from clapometer.catalogue.models import Work
from clapometer.scoring.timetable import Rules
from clapometer.sentences.voice import Voice
from clapometer.sentences.writing import Fact, write

from .links import Fixed, absolute, cite_path

# What kinds of facts a set holds, in its order.
KINDS = {
    "score": "the printed score at the instant, and what it has been since",
    "debut": "the first printed score, and what it has been since",
    "verdicts": "how many reviews were positive",
    "grades": "the mean grade",
    "badge": "since when the badge is held, or when it was lost",
    "extremes": "the highest and the lowest printed score",
    "consensus": "the critics’ consensus, word for word",
    "announcement": "what was announced, by whom, how sure it is",
    "release": "a date of release",
    "chart": "the weeks on a chart and the best place",
    "countries": "in how many countries it was on a chart, counted in three named ways",
    "counter": "a counter with its bound",
    "uplift": "a number that rose, in per cent and as a multiple",
    "streak": "for how many weeks it was on a list, as announced",
    "outside": "a score as another site printed it",
}


@dataclass(frozen=True, slots=True)
class Item:
    """A fact to cite: `key` is unique within its set; `entry` the entry or fact behind it.

    `source` and `link` are who says so where it is not this site's own score, `instant` when the
    fact took place.
    """

    key: str
    kind: str
    about: Work
    fact: Fact
    instant: int
    entry: int | None = None
    source: str = ""
    link: str = ""

    def sentence(self, voice: Voice) -> str:
        """Return the fact in words."""
        return write(self.fact, voice)


@dataclass(frozen=True, slots=True)
class Cited:
    """Every fact to cite of a work, answered from a ledger position; `rules` scored it."""

    work: Work
    fixed: Fixed
    position: int
    rules: Rules
    items: tuple[Item, ...]

    def permalink(self, item: Item | None = None, voice: Voice | None = None) -> str:
        """Return the address that shows this set for ever, or one fact of it."""
        more = {"style": voice.style, "language": voice.language} if voice else {}
        anchor = f"#{item.key}" if item else ""
        return absolute(cite_path(self.work, self.fixed, **more)) + anchor
