"""The state of each season at an instant, and its dated steps, from announcements and releases."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from django.conf import settings

from clapometer.catalogue.facts.releases import RELEASE
from clapometer.catalogue.models import Work
from clapometer.catalogue.releases import is_public, releases_of
from clapometer.facts.days import read_when
from clapometer.facts.reading import Fact, facts_about
from clapometer.instants import now
from clapometer.ledger.reading import read_some

from .announcing import ANNOUNCEMENT
from .statuses.stages import STAGES
from .statuses.state import State, States, states_at
from .statuses.statement import Statement
from .statuses.vocabulary import STATUSES

KINDS = (ANNOUNCEMENT.name, RELEASE.name)
"""The kinds of facts that states follow from."""


@dataclass(frozen=True, slots=True)
class WorkStates:
    """The states of the series a work belongs to, or of the work; at an instant, as known at one.

    `whole` is the series, or the work itself where it is of none; `own` is the state of the work
    that was asked for.
    """

    work: Work
    whole: Work
    at: int
    states: States
    facts: dict[int, Fact]

    @property
    def own(self) -> State:
        """Return the state of the work that was asked for."""
        number = self.work.number
        if self.work.id == self.whole.id or number is None:
            return self.states.whole
        return self.states.seasons[number]


def states_of(work: Work, at: int | None = None, known: int | None = None) -> WorkStates:
    """Return the states of a work and its seasons, in a constant number of queries.

    `at`: None is now. A season answers with its series and all that was said of that.
    """
    until = now() if at is None else at
    whole = _whole_of(work)
    parts = _seasons_of(whole)
    family = [whole.id, *(one.id for one in parts)]
    facts = facts_about(family, *KINDS, at=until, known=known)
    return states_from(work, [whole, *parts], facts, until, known)


def states_from(
    work: Work, family: Sequence[Work], facts: Iterable[Fact], at: int, known: int | None
) -> WorkStates:
    """Return states_of() a work, from facts of KINDS that were read before.

    `family` is the series, or a work of none, and then the seasons; facts of others are left out.
    """
    whole, *parts = family
    numbers = {one.id: one.number for one in parts if one.number is not None}
    series = whole.kind == "series"
    about = {whole.id, *numbers}
    own = [fact for fact in facts if fact.about in about]
    told = [one for one in (_statement(fact, numbers, series) for fact in own) if one]
    told += _releases(_without_facts(family, own, known), numbers, known)
    zone = ZoneInfo(settings.SITE["time_zone"])
    states = states_at(told, at, known=known, seasons=numbers.values(), series=series, zone=zone)
    return WorkStates(work, whole, at, states, {fact.id: fact for fact in own})


def _whole_of(work: Work) -> Work:
    if work.kind == "season" and work.number is not None and work.parent is not None:
        return work.parent
    return work


def _seasons_of(whole: Work) -> list[Work]:
    if whole.kind != "series":
        return []
    return list(Work.objects.filter(parent_id=whole.id, kind="season").order_by("number", "id"))


def _statement(fact: Fact, numbers: Mapping[int, int], series: bool) -> Statement | None:
    """Return a fact as a statement; None for a showing, and for a later part of a release."""
    said = fact.said
    own = numbers.get(fact.about)
    seasons = tuple(said.get("seasons", ())) if series else ()
    base = Statement(
        seq=fact.id,
        status="released",
        certainty="official",
        said_at=fact.at,
        recorded_at=fact.since,
        seasons=seasons if own is None else (own,),
        by=said.get("by", ""),
        source=said.get("source", ""),
        carrier=said.get("carrier", ""),
        fact=fact.id,
    )
    if fact.kind == RELEASE.name:
        first = is_public(fact) and said.get("part", 1) == 1
        return base._replace(by=base.carrier) if first else None
    return base._replace(
        status=said["status"],
        certainty=said["certainty"],
        date=said.get("date", ""),
        effective_at=_effective(said),
    )


def _effective(said: Mapping[str, Any]) -> int | None:
    if not said.get("effective"):
        return None
    return read_when(said["effective"], ZoneInfo(settings.SITE["time_zone"])).happened_at


def _without_facts(works: Sequence[Work], facts: Sequence[Fact], known: int | None) -> list[Work]:
    """Return the works whose release the catalogue itself says, and no fact tells.

    A work's own day of release has no versions, so that a fact that was recorded later than what is
    asked for counts here too: the day may have come from it.
    """
    out = [one for one in works if one.released is not None]
    told: Iterable[Fact] = facts
    if known is not None and out:
        told = releases_of([one.id for one in out])
    by_fact = {fact.about for fact in told if fact.kind == RELEASE.name}
    return [one for one in out if one.id not in by_fact]


def _releases(
    works: Iterable[Work], numbers: Mapping[int, int], known: int | None
) -> list[Statement]:
    """Return what the catalogue itself says of releases; it is known since the work is."""
    out = list(works)
    entries = read_some([one.id for one in out]) if known is not None else {}
    return [
        Statement(
            seq=one.id,
            status="released",
            certainty="official",
            said_at=one.released,
            recorded_at=entries[one.id].recorded_at if one.id in entries else 0,
            seasons=(numbers[one.id],) if one.id in numbers else (),
        )
        for one in out
        if one.released is not None
    ]


class Mark(NamedTuple):
    """A dated mark for a chart: the instant, the word, which season (None: the whole), the fact.

    `status` is the one that led there; `fact` is 0 where the catalogue alone says so. `by_time`:
    the announced date passed.
    """

    at: int
    word: str
    season: int | None
    certainty: str
    fact: int
    by_time: bool
    status: str = ""


def marks_of(found: WorkStates, *, of_series: bool = False) -> list[Mark]:
    """Return every step that the work and its seasons took, in order of time, told once each.

    Of a season only its own, or with `of_series` those of its whole series; what is only rumoured
    is no mark.
    """
    own = None if of_series or found.work.id == found.whole.id else found.work.number
    every = found.states.every if own is None else (found.states.seasons[own],)
    marks: dict[tuple[int, str, int | None], Mark] = {}
    for state in every:
        for mark in _steps(state):
            marks.setdefault((mark.at, mark.word, mark.season), mark)
    return sorted(marks.values(), key=lambda mark: (mark.at, mark.season or 0, mark.word))


def _steps(state: State) -> list[Mark]:
    marks, since = [], None
    for one in state.course.positions:
        said = one.decided_by
        if said is None or one.since is None or one.since == since:
            continue
        since = one.since
        if state.season is None and said.seasons:
            continue
        word = STATUSES[one.status].word if one.status in STATUSES else STAGES[one.stage].word
        marks.append(
            Mark(since, word, state.season, state.certainty, said.fact, one.by_time, one.status)
        )
    return marks
