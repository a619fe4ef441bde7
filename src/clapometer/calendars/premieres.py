"""Premieres: one event for each work and each announced season, from all that was ever said of it.

What was said is folded in order of time. An official date is confirmed, an unofficial one tentative
as long as no official one stands; a cancellation or a delay without a new day cancels the event of
the day that no longer holds. A date of a month or a year is no day and makes no event.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.utils import timezone

from clapometer.catalogue.models import Work
from clapometer.catalogue.releases import first_release
from clapometer.facts.reading import Fact
from clapometer.instants import to_datetime
from clapometer.signals.statuses.periods import span_of

KINDS = ("announcement", "release")
# Statuses that name a day, that take one away, and that bring a cancelled one back.
DATING = frozenset({"dated", "rescheduled", "delayed"})
ENDING = frozenset({"cancelled", "shelved"})
BACK = "un-cancelled"
UNOFFICIAL = frozenset({"reported", "rumoured", "teased"})
_DAY = 10


@dataclass(frozen=True, slots=True)
class Premiere:
    """A premiere as it stands: which season of the work (None: the work), when, how sure.

    `said` names who said so, `last` is the entry that changed it last. `key` is the work, or the
    series with the season's number, so that a season keeps it when it comes into the catalogue.
    """

    work: Work
    season: int | None
    key: tuple[int, int]
    start: date | int
    status: str
    last: int
    said: str


@dataclass(slots=True)
class _Course:
    """What is known of one premiere while its story is told; `day` is the last that was named.

    `decided`: the entry of the statement that decides now, and when it was made.
    """

    day: date | int | None = None
    status: str = ""
    said: str = ""
    before: str = ""
    decided: tuple[int, int] = (0, 0)

    def take(self, fact: Fact) -> None:
        was = (self.day, self.status)
        self._take(fact)
        if (self.day, self.status) != was:
            self.decided = fact.seq, fact.at

    def _take(self, fact: Fact) -> None:
        status, certainty = fact.said["status"], fact.said["certainty"]
        if certainty in UNOFFICIAL:
            if status in DATING and self.status in {"", "TENTATIVE"}:
                self._name(fact, "TENTATIVE")
        elif certainty == "denied":
            if self.status == "TENTATIVE" and _named(fact) in {None, self.day}:
                self.status, self.said = "CANCELLED", _speaker(fact)
        elif certainty == "official":
            self._official(fact, status)

    def _official(self, fact: Fact, status: str) -> None:
        if status in DATING:
            self._name(fact, "CONFIRMED")
        elif status in ENDING and self.status != "CANCELLED":
            self.before, self.status, self.said = self.status, "CANCELLED", _speaker(fact)
        elif status == BACK and self.before:
            self.status, self.before, self.said = self.before, "", _speaker(fact)

    def _name(self, fact: Fact, status: str) -> None:
        """Take the day that is named; where none is, the one named before no longer holds."""
        named = _named(fact)
        if named is not None:
            self.day, self.status = named, status
        elif self.status:
            self.status = "CANCELLED"
        self.said, self.before = _speaker(fact), ""

    def follow(self, out: _Out) -> None:
        """Take the day it came out, unless what was said later than that was noted moves it.

        A day that lay ahead when the statement was made was a plan, and the statement is newer.
        """
        seq, at = self.decided
        if seq > out.seq and out.instant > at:
            self.day = out.start if self.day is None else self.day
            return
        self.day, self.status, self.said = out.start, "CONFIRMED", out.said


class _Out(NamedTuple):
    """When it came out: as a start, as an instant; the entry that says so, and who."""

    start: date | int
    instant: int
    seq: int
    said: str


def _named(fact: Fact) -> date | None:
    text = str(fact.said.get("date") or "")
    return span_of(text)[0] if len(text) == _DAY else None


def _speaker(fact: Fact) -> str:
    return str(fact.said.get("by") or fact.said.get("source") or "")


def premieres_of(works: Sequence[Work], versions: Iterable[Fact]) -> list[Premiere]:
    """Return the premieres of the works and of seasons announced of them.

    `works`: with each series its seasons. `versions`: every version of their facts of KINDS, also
    of those that were taken back.
    """
    by_work: dict[int, list[Fact]] = defaultdict(list)
    for version in versions:
        by_work[version.about].append(version)
    numbered = {(one.parent_id, one.number): one for one in works if one.kind == "season"}
    found: dict[tuple[int, int], Premiere] = {}
    for work in works:
        for season, about in _subjects(work, by_work[work.id], numbered):
            told = _about(work, season, about, by_work)
            premiere = _premiere(work, season, about, told)
            if premiere is not None:
                # Of two records of one season the first is meant.
                found.setdefault(premiere.key, premiere)
    return list(found.values())


def _subjects(
    work: Work, versions: Sequence[Fact], numbered: Mapping[tuple[int | None, int | None], Work]
) -> list[tuple[int | None, Work]]:
    """Return what can premiere: the work, and of a series each season announced and not there."""
    if work.kind != "series":
        return [(None, work)]
    seasons = {one for version in versions for one in version.said.get("seasons") or ()}
    own: list[tuple[int | None, Work]] = [(None, work)]
    return own + [(one, work) for one in sorted(seasons) if (work.id, one) not in numbered]


def _about(
    work: Work, season: int | None, about: Work, by_work: Mapping[int, Sequence[Fact]]
) -> list[Fact]:
    """Return what bears on it: what was said of it itself, and by its number of the series."""
    if season is not None:
        return [one for one in by_work[work.id] if season in (one.said.get("seasons") or ())]
    own = [one for one in by_work[about.id] if not (one.said.get("seasons") and _is_series(about))]
    if about.kind == "season" and about.parent_id is not None:
        own += [
            one
            for one in by_work.get(about.parent_id, ())
            if about.number in (one.said.get("seasons") or ())
        ]
    return own


def _is_series(work: Work) -> bool:
    return work.kind == "series"


def _premiere(
    work: Work, season: int | None, about: Work, versions: Sequence[Fact]
) -> Premiere | None:
    standing = sorted(
        (one for one in versions if one.until is None), key=lambda one: (one.at, one.id)
    )
    course = _Course()
    for fact in standing:
        if fact.kind == "announcement":
            course.take(fact)
    out = _release(about if season is None else None, standing)
    if out is not None:
        course.follow(out)
    if course.day is None:
        course.day = _withdrawn(versions)
        course.status = "CANCELLED"
    if course.day is None:
        return None
    entries = [max(one.seq, one.until or 0) for one in versions]
    entries += [about.released_seq or about.id] if season is None else []
    last = max(entries, default=about.id)
    key = _key(work, season)
    return Premiere(work, season, key, course.day, course.status, last, course.said)


def _key(work: Work, season: int | None) -> tuple[int, int]:
    if work.kind == "season" and work.parent_id is not None and work.number is not None:
        return work.parent_id, work.number
    return work.id, season or 0


def _release(work: Work | None, standing: Sequence[Fact]) -> _Out | None:
    """Return when it came out: by the first fact that says so, else as the catalogue has it."""
    first = first_release([one for one in standing if one.kind == "release"])
    if first is not None and first.happened_at is not None:
        start = _start(first.happened_at, first.dated)
        return _Out(start, first.happened_at, first.seq, str(first.said.get("source") or ""))
    if work is None or work.released is None:
        return None
    return _Out(_start(work.released, ""), work.released, work.released_seq or work.id, "")


def _start(instant: int, dated: str) -> date | int:
    """Return the day in the site's time zone, or the instant where the time is known too."""
    local = to_datetime(instant).astimezone(timezone.get_default_timezone())
    midnight = (local.hour, local.minute, local.second, local.microsecond) == (0, 0, 0, 0)
    return instant if dated == "instant" or not (dated or midnight) else local.date()


def _withdrawn(versions: Sequence[Fact]) -> date | int | None:
    """Return the last day that was named by a fact that has been taken back or changed since."""
    days: list[date | int] = []
    for one in versions:
        if (
            one.kind == "release"
            and one.happened_at is not None
            and one.dated in ("day", "instant")
        ):
            days.append(_start(one.happened_at, one.dated))
        elif one.kind == "announcement" and _named(one) is not None and _is_dating(one):
            days.append(_named(one) or 0)
    return days[-1] if days else None


def _is_dating(fact: Fact) -> bool:
    return fact.said["status"] in DATING and fact.said["certainty"] in {"official", *UNOFFICIAL}
