"""The parts of a series or season, each with its score as asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext

from clapometer.catalogue.models import Work
from clapometer.reviews.models import WorkScore
from clapometer.reviews.scores import score_of

from . import words
from .addresses import work_address
from .asking import Asked
from .workpage import WorkRecord

# A score at an instant is worked out part by part; of more parts than these only the score now is.
MOST_PARTS = 60


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


def read_seasons(record: WorkRecord) -> Mapping[str, object] | None:
    """Return the section of the work's parts, or of those it stands among."""
    work, asked = record.work, record.asked
    parts, siblings = parts_of(work, asked), siblings_of(work, asked)
    if not parts and not siblings:
        return None
    among = gettext("All of %(parent)s") % {"parent": work.parent.label} if work.parent else ""
    return {"parts": parts, "siblings": siblings, "among": among, "alone": not record.has_own_page}


def parts_of(work: Work, asked: Asked) -> list[Part]:
    """Return the parts of the work in their order."""
    return _parts(work.id, work, asked)


def siblings_of(work: Work, asked: Asked) -> list[Part]:
    """Return all parts of what the work is a part of, itself among them; none for a work alone."""
    found = _parts(work.parent_id, work, asked) if work.parent_id else []
    return found if len(found) > 1 else []


def _parts(parent: int, work: Work, asked: Asked) -> list[Part]:
    found = Work.objects.filter(parent_id=parent).order_by("number", "year", "id")
    works = list(found.select_related("score")[:500])
    if asked.is_now or len(works) > MOST_PARTS:
        return [_now(part, work, asked) for part in works]
    return [_then(part, work, asked) for part in works]


def _now(part: Work, work: Work, asked: Asked) -> Part:
    score: WorkScore | None = getattr(part, "score", None)
    if score is None:
        return _part(part, work, asked, None, "", 0, 0)
    return _part(part, work, asked, score.printed, score.band, score.positive, score.count)


def _then(part: Work, work: Work, asked: Asked) -> Part:
    rule = asked.rule if asked.rule_named else None
    score = score_of(part, rule, asked.at, asked.known).score
    tally = score.tally
    return _part(part, work, asked, score.printed, score.band or "", tally.positive, tally.count)


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
