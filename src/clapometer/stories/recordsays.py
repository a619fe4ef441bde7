"""A score that somebody printed beside what this site's own record says of that very time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

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


def record_says(work: Work | None, fact: Fact) -> RecordSays | None:
    """Return what the record says instead of a printed score of critics; None where it says the
    same, or has no score of that time, or the time is not known to the day."""
    printed = _percent(fact)
    if work is None or printed is None or fact.dated not in ("day", "instant"):
        return None
    whole_day = fact.dated == "day"
    told = [one for one in _scores(work, fact.at, whole_day=whole_day) if _value(one) is not None]
    own = fold(str(fact.said["printed_by"])) == fold(settings.SITE["name"])
    if not told or any(_value(one) == round(printed) for one in told):
        return None
    last = told[-1]
    at = fact.at if last.at is None else last.at
    tally = last.score.tally
    return RecordSays(str(fact.said["value"]), _text(last), tally.count, at, whole_day, own)


def _percent(fact: Fact) -> float | None:
    """Return the printed score in per cent, None for one that is not of critics in per cent."""
    said = fact.said
    if fact.kind != "outside-score" or said["panel"] != "critics" or said["scale"] != "percent":
        return None
    found = _PERCENT.fullmatch(str(said["value"]).strip())
    return float(found[1].replace(",", ".")) if found else None


def _scores(work: Work, at: int, *, whole_day: bool) -> Iterator[WorkScoreAt]:
    """Yield the scores that the record held at the instant, or one after the other in the day."""
    yield score_of(work, at=at)
    if whole_day:
        moved = {step.at for step in steps_of(work, in_force()) if at < step.at < at + DAY}
        yield from (score_of(work, at=one) for one in sorted(moved))


def _value(found: WorkScoreAt) -> int | None:
    """Return the score as printed, in whole per cent; None where there is none."""
    printed, printing = found.score.printed, found.rule.printing
    if printed is None or printing.unit != "%":
        return None
    return round(printing.number(printed))


def _text(found: WorkScoreAt) -> str:
    printed = found.score.printed
    assert printed is not None
    printing = found.rule.printing
    return f"{printing.number(printed):.{printing.decimals}f} %"
