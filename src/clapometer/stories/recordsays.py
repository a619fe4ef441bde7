"""A score that somebody printed beside what this site's own record says of that very time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.conf import settings

from clapometer.catalogue.folding import fold
from clapometer.catalogue.models import Work
from clapometer.facts.reading import Fact
from clapometer.reviews.scoreboard import in_force
from clapometer.reviews.scores import WorkScoreAt, score_of, steps_of

DAY = 86_400_000_000
_PERCENT = re.compile(r"([0-9]{1,3}(?:[.,][0-9]+)?) ?%?")


@dataclass(frozen=True, slots=True)
class RecordSays:
    """What the record says at a time for which another score was printed.

    `at`: the instant that was asked. `whole_day`: the printed score is known to a day, and at no
    instant of it did the record say the same. `own`: the score is said to be this site's own.
    """

    printed: str
    value: str
    count: int
    at: int
    whole_day: bool
    own: bool


class Record:
    """This site's own record of a work's score, as known at an instant; its history is read once,
    and only when a score that is known to a day asks for it."""

    def __init__(self, work: Work, known: int | None = None) -> None:
        self._work, self._known = work, known

    @cached_property
    def _moved(self) -> list[int]:
        """Return the instants at which the score may have moved, in order."""
        steps = steps_of(self._work, in_force(self._known), self._known)
        return sorted({step.at for step in steps})

    def says(self, fact: Fact) -> RecordSays | None:
        """Return what the record says instead of a printed score of critics in per cent.

        None where it says the same, or has no score of that time, or the time is not known to the
        day.
        """
        printed = _percent(fact)
        if printed is None or fact.dated not in ("day", "instant"):
            return None
        whole_day = fact.dated == "day"
        every = [self._at(one) for one in self._instants(fact.at, whole_day=whole_day)]
        told = [one for one in every if _value(one) is not None]
        if not told or any(_value(one) == round(printed) for one in told):
            return None
        last = told[-1]
        at = fact.at if last.at is None else last.at
        own = fold(str(fact.said["printed_by"])) == fold(settings.SITE["name"])
        count = last.score.tally.count
        return RecordSays(_spaced(str(fact.said["value"])), _text(last), count, at, whole_day, own)

    def _instants(self, at: int, *, whole_day: bool) -> Iterator[int]:
        """Yield the instant, or every one of a day at which the score may have been another."""
        yield at
        if whole_day:
            yield from (one for one in self._moved if at < one < at + DAY)

    def _at(self, at: int) -> WorkScoreAt:
        return score_of(self._work, at=at, known=self._known)


def record_says(work: Work | None, fact: Fact, known: int | None = None) -> RecordSays | None:
    """Return what the record of a work says instead of a printed score, as Record.says() does."""
    return None if work is None else Record(work, known).says(fact)


def _percent(fact: Fact) -> float | None:
    """Return the printed score in per cent, None for one that is not of critics in per cent."""
    said = fact.said
    if fact.kind != "outside-score" or said["panel"] != "critics" or said["scale"] != "percent":
        return None
    found = _PERCENT.fullmatch(str(said["value"]).strip())
    return float(found[1].replace(",", ".")) if found else None


def _value(found: WorkScoreAt) -> int | None:
    """Return the score as printed, in whole per cent; None where there is none."""
    printed, printing = found.score.printed, found.rule.printing
    if printed is None or printing.unit != "%":
        return None
    return round(printing.number(printed))


def _spaced(value: str) -> str:
    """Return a printed percentage with a blank before its sign, as this site prints its own."""
    return re.sub(r"(?<=[0-9])%$", " %", value.strip())


def _text(found: WorkScoreAt) -> str:
    printed = found.score.printed
    assert printed is not None
    printing = found.rule.printing
    return f"{printing.number(printed):.{printing.decimals}f} %"
