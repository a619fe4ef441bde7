"""The state of a series and each of its seasons at an instant, from what was said of them.

The state is what the strongest kind of statement makes: official ones alone, where there is any
that moves the subject; else reported ones. Whatever else was said stands beside it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, tzinfo

from .beside import Beside, beside_of, denial_of, denials_in
from .course import Course, Heard, Position, course_of
from .moves import GOES_ON, SEASON, SERIES, SPREAD
from .stages import DECIDING, STAGES, UNKNOWN
from .statement import Statement, in_order
from .vocabulary import STATUSES


@dataclass(frozen=True, slots=True)
class State:
    """Where a season (None: the whole) stands, how surely, and what was said besides.

    `position.rests_on` are the statements that brought it there; `certainty` is empty while nothing
    decides. `course` is the whole way, `beside` in order of time.
    """

    season: int | None
    certainty: str
    position: Position
    course: Course
    beside: tuple[Beside, ...]

    @property
    def stage(self) -> str:
        """Return the stage, a key of STAGES."""
        return self.position.stage

    @property
    def word(self) -> str:
        """Return the word for it: of the status that decided, where that says more."""
        status = STATUSES.get(self.position.status)
        stage = STAGES[self.stage].word
        if status is None or not status.by_word or self.stage == "ending":
            return stage
        taken_back = self.position.status == "final-season" and not self.position.final
        return stage if taken_back else status.word


@dataclass(frozen=True, slots=True)
class States:
    """The state of a work as a whole and of each season that is known or was spoken of."""

    whole: State
    seasons: dict[int, State]

    @property
    def every(self) -> tuple[State, ...]:
        """Return the whole and then the seasons in order."""
        return (self.whole, *self.seasons.values())


def states_at(
    statements: Iterable[Statement],
    at: int,
    *,
    known: int | None = None,
    seasons: Collection[int] = (),
    series: bool = True,
    zone: tzinfo = UTC,
) -> States:
    """Return the states at an instant, of what was recorded by `known` (None: of everything).

    `seasons` are numbers to tell of even where nobody spoke of them. `series` is false for a work
    that has no seasons. Days begin in `zone`.
    """
    told = in_order(
        [
            one
            for one in statements
            if one.said_at <= at and (known is None or one.recorded_at <= known)
        ]
    )
    numbers = sorted({*seasons, *(number for one in told for number in one.seasons)})
    courses = {level: _courses(told, level, numbers, at, series, zone) for level in DECIDING}
    every = [_state(subject, told, courses, at) for subject in (None, *numbers)]
    return States(every[0], {one.season: one for one in every[1:] if one.season is not None})


def _state(
    subject: int | None,
    told: Sequence[Statement],
    courses: dict[str, dict[int | None, Course]],
    at: int,
) -> State:
    strongest = courses[DECIDING[0]][subject]
    for level in DECIDING:
        course = courses[level][subject]
        if course.last.stage != UNKNOWN:
            beside = beside_of(subject, told, course, strongest, at)
            return State(subject, level, course.last, course, beside)
    return State(subject, "", strongest.last, strongest,
                 beside_of(subject, told, strongest, strongest, at))  # fmt: skip


def _courses(
    told: Sequence[Statement], level: str, numbers: Sequence[int], at: int, series: bool,
    zone: tzinfo,
) -> dict[int | None, Course]:  # fmt: skip
    """Return the course of every subject by the statements of one certainty."""
    counting = [one for one in told if one.at <= at]
    of_level = [one for one in counting if one.certainty == level]
    denials = denials_in(counting)
    found: dict[int | None, Course] = {}
    for number in numbers:
        heard = [one for one in (_heard_by(number, said) for said in of_level) if one]
        found[number] = course_of(
            _undenied(heard, number, denials, level), SEASON, SPREAD, at, zone
        )
    heard = [Heard(one.at, one.status, one) for one in of_level if _is_of_whole(one, series)]
    heard = _undenied(heard, None, denials, level)
    if series:
        heard = sorted([*heard, *_releases(found)], key=lambda one: one.at)
    found[None] = course_of(heard, SERIES if series else SEASON, SPREAD, at, zone)
    return found


def _heard_by(season: int, said: Statement) -> Heard | None:
    if said.concerns(season):
        return Heard(said.at, said.status, said)
    if not said.seasons and said.status in SPREAD:
        return Heard(said.at, said.status, said, spread=True)
    if STATUSES[said.status].of_series and any(later > season for later in said.seasons):
        return Heard(said.at, GOES_ON, said, spread=True)
    return None


def _is_of_whole(said: Statement, series: bool) -> bool:
    return not said.seasons or (series and STATUSES[said.status].of_series)


def _undenied(
    heard: Sequence[Heard], subject: int | None, denials: Sequence[Statement], level: str
) -> list[Heard]:
    """Return what is heard without the reports that were denied; what is official stands."""
    if level == DECIDING[0]:
        return list(heard)
    return [
        one
        for one in heard
        if not denial_of(one.statement, None if one.status == GOES_ON else subject, denials)
    ]


def _releases(courses: dict[int | None, Course]) -> list[Heard]:
    """Return what the series hears of its seasons: that one is out, by word or by its date."""
    return [
        Heard(one.since, "released", one.decided_by)
        for course in courses.values()
        for one in course.positions
        if one.stage in ("due", "released") and one.since is not None and one.decided_by
    ]
