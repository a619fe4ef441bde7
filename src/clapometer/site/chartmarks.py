"""What is marked by a number in the chart of a score: releases, what was announced, badges."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from django.utils.translation import gettext

from clapometer.catalogue.facts.releases import RELEASE
from clapometer.catalogue.models import Work
from clapometer.reviews.moments import moment_words

from . import words
from .addresses import entry_address, fact_address, work_address
from .announced.status import announced_marks
from .asking import query_of, text_of
from .workpage import WorkRecord


class ChartMark(NamedTuple):
    """A mark: its number in order of time, what happened, on which day, and the page about it."""

    at: int
    number: int
    text: str
    day: str
    url: str


def chart_marks(record: WorkRecord) -> list[ChartMark]:
    """Return what is marked, up to the instant asked for, numbered in order of time."""
    until = record.asked.at
    found = sorted({*_releases(record), *announced_marks(record), *_badges(record)})
    past = [one for one in found if until is None or one[0] <= until]
    return [
        ChartMark(at, number, text, words.starts(at), url)
        for number, (at, text, url) in enumerate(past, start=1)
    ]


def _releases(record: WorkRecord) -> Iterator[tuple[int, str, str]]:
    """Yield the release of the work and of each season: the fact about it, where one is told."""
    known = query_of(known=text_of(record.asked.known))
    told = {
        (fact.about, fact.happened_at): fact_address(fact.id, known)
        for fact in record.kin.with_parts(RELEASE.name)
    }
    for work in record.kin.family:
        if work.released is None or (work.kind == "episode" and work.id != record.work.id):
            continue
        page = work_address(work, record.asked.query())
        yield work.released, _released(work, record.work), told.get((work.id, work.released), page)


def _released(work: Work, page_of: Work) -> str:
    if work.id == page_of.id:
        return gettext("Released")
    return gettext("%(part)s released") % {"part": work.title}


def _badges(record: WorkRecord) -> Iterator[tuple[int, str, str]]:
    for one in record.moments:
        if one.kind.startswith("badge-"):
            yield one.happened_at, moment_words(one), entry_address(one.cause)
