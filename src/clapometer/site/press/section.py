"""The sections of a work's page that the press fills: stories, and what is there as reported."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from clapometer.facts.reading import Fact, facts_about
from clapometer.site.about.marks import Mark, mark_of
from clapometer.site.factwords import line_of, spoken_when, title_of
from clapometer.site.workpage import WorkRecord
from clapometer.stories.facts import FACT_KINDS, QUOTATION
from clapometer.stories.reading import about_works

from .addresses import work_stories
from .rows import rows_of

SHOWN = 8
_KINDS = tuple(kind.name for kind in FACT_KINDS if kind is not QUOTATION)


class ReportedFact(NamedTuple):
    """A fact as reported: its kind, what it says, when, and its mark."""

    title: str
    line: str
    when: str
    mark: Mark


class Quoted(NamedTuple):
    """Words that somebody said: the words, who, to whom or where."""

    words: str
    speaker: str
    venue: str
    mark: Mark


def read_stories(record: WorkRecord) -> Mapping[str, object] | None:
    """Return the newest stories that state something of the work or its parts; None for none."""
    works = [one.id for one in record.kin.family]
    found = about_works(works, record.asked.known)
    if record.asked.at is not None:
        found = found.filter(at__lte=record.asked.at)
    count = found.count()
    if not count:
        return None
    rows = rows_of(list(found[:SHOWN]))
    return {"rows": rows, "count": count, "address": work_stories(record.work.id)}


def read_reported(record: WorkRecord) -> Mapping[str, object] | None:
    """Return places on charts, numbers, takings, badges and dates as reported, the latest first;
    None where nothing is."""
    facts = _facts(record, *_KINDS)
    told = [_reported(fact, record.asked.known) for fact in reversed(facts)]
    return {"rows": told, "count": len(told)} if told else None


def read_quotations(record: WorkRecord) -> Mapping[str, object] | None:
    """Return what people said of the work, the latest first; None where nobody is quoted."""
    told = [_quoted(fact, record.asked.known) for fact in reversed(_facts(record, QUOTATION.name))]
    return {"rows": told, "count": len(told)} if told else None


def _facts(record: WorkRecord, *kinds: str) -> list[Fact]:
    asked = record.asked
    return facts_about([record.work.id], *kinds, at=asked.at, known=asked.known)


def _reported(fact: Fact, known: int | None) -> ReportedFact:
    return ReportedFact(title_of(fact.kind), line_of(fact), spoken_when(fact), mark_of(fact, known))


def _quoted(fact: Fact, known: int | None) -> Quoted:
    said = fact.said
    return Quoted(
        str(said.get("words", "")), said["speaker"], str(said.get("venue", "")),
        mark_of(fact, known),
    )  # fmt: skip
