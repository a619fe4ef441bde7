"""The moments of a work as a page prints them: in words, with the day and the entry behind each."""

from __future__ import annotations

from dataclasses import dataclass

from clapometer.reviews.moments import moment_words
from clapometer.scoring.moments import Moment

from . import words
from .addresses import entry_address, work_address
from .asking import query_of, text_of
from .workpage import WorkRecord


@dataclass(frozen=True, slots=True)
class ToldMoment:
    """A moment: what happened, on which day, the page as it stood then, the entry that did it."""

    text: str
    day: str
    undated: bool
    url: str
    entry_url: str
    entry: int


def told_moments(record: WorkRecord) -> list[ToldMoment]:
    """Return the moments up to the instant shown, the newest first."""
    return [_told(record, moment) for moment in reversed(record.moments)]


def _told(record: WorkRecord, moment: Moment) -> ToldMoment:
    asked, at = record.asked, moment.happened_at
    rule = asked.rule.name if asked.rule_named else ""
    query = query_of(at=text_of(at), known=text_of(asked.known), rule=rule)
    return ToldMoment(
        text=moment_words(moment),
        day=words.day_of(at) if words.is_start_of_day(at) else words.moment_of(at),
        undated=moment.undated,
        url=work_address(record.work, query),
        entry_url=entry_address(moment.cause),
        entry=moment.cause,
    )
