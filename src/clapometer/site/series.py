"""Many parts of a season or series, each with the score it has now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from clapometer.catalogue.models import Work
from clapometer.reviews.models import WorkScore

from . import words
from .addresses import work_address
from .asking import Asked


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its name, page, printed score, and how many of how many reviews were positive."""

    title: str
    url: str
    year: int | None
    printed: int | None
    band: str
    positive: int
    count: int
    is_this: bool
    shown: str


def cards_of(works: Sequence[Work], work: Work, asked: Asked) -> list[Part]:
    """Return works as cards with the scores that they have now."""
    return [_now(part, work, asked) for part in works]


def _now(part: Work, work: Work, asked: Asked) -> Part:
    score: WorkScore | None = getattr(part, "score", None)
    if score is None:
        return _part(part, work, asked, None, "", 0, 0)
    return _part(part, work, asked, score.printed, score.band, score.positive, score.count)


def _part(
    part: Work, work: Work, asked: Asked, printed: int | None, band: str, positive: int, count: int
) -> Part:
    return Part(
        title=part.title,
        url=work_address(part, asked.query()),
        year=part.year,
        printed=printed,
        band=words.band_label(asked.rule, band),
        positive=positive,
        count=count,
        is_this=part.id == work.id,
        shown=words.printed(printed, asked.rule) if printed is not None else "",
    )
