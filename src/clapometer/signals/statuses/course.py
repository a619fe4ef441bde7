"""The course of one subject: stage after stage, from what is heard of it and from passing time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import tzinfo
from typing import NamedTuple

from .moves import BACK, GOES_ON, KEEP, Moves
from .periods import passes_at
from .stages import UNKNOWN
from .statement import Statement


class Heard(NamedTuple):
    """What a subject hears at an instant: a status, by a statement that may be about another.

    `spread`: it is said of the series as a whole and reaches a season.
    """

    at: int
    status: str
    statement: Statement
    spread: bool = False


class Held(NamedTuple):
    """What a cancellation interrupted, to go back to."""

    stage: str
    status: str
    date: str


@dataclass(frozen=True, slots=True)
class Position:
    """Where a subject stands since an instant, and the statements that brought it there, in order.

    `status` is the one that led to the stage, `since` when it did; `at` is when anything last
    changed, which may be no more than the date. `by_time`: the date passed, nobody said anything.
    """

    stage: str = UNKNOWN
    status: str = ""
    since: int | None = None
    at: int | None = None
    date: str = ""
    carrier: str = ""
    final: bool = False
    by_time: bool = False
    decided_by: Statement | None = None
    rests_on: tuple[Statement, ...] = ()
    held: Held | None = None


class Course(NamedTuple):
    """Every position of a subject in order, and what was heard without a change."""

    positions: tuple[Position, ...]
    idle: tuple[Heard, ...]

    @property
    def last(self) -> Position:
        """Return where the subject stands at the end."""
        return self.positions[-1]

    def before(self, at: int) -> Position:
        """Return where it stood just before an instant."""
        found = [one for one in self.positions if one.at is None or one.at < at]
        return found[-1]


def course_of(
    heard: Iterable[Heard], moves: Moves, spread: Moves, until: int, zone: tzinfo
) -> Course:
    """Return the course of a subject; `heard` is in order of time and ends by `until`."""
    positions, idle = [Position()], []
    for one in heard:
        _let_pass(positions, one.at, zone)
        table = spread if one.spread else moves
        reached = _after(positions[-1], one, table)
        if reached is None:
            idle.append(one)
        else:
            positions.append(reached)
    _let_pass(positions, until, zone)
    return Course(tuple(positions), tuple(idle))


def _let_pass(positions: list[Position], until: int, zone: tzinfo) -> None:
    """Add the position that the passing of the announced date leads to, if it has passed."""
    last = positions[-1]
    if last.stage not in ("dated", "delayed") or not last.date:
        return
    passes = passes_at(last.date, zone)
    if passes <= until:
        since = max(passes, last.at or passes)
        due = replace(last, stage="due", status="released", since=since, at=since, by_time=True)
        positions.append(due)


def _after(before: Position, heard: Heard, moves: Moves) -> Position | None:
    """Return the position after what was heard; None where it changes nothing."""
    to = moves.get(heard.status, {}).get(before.stage)
    if to is None:
        return None
    if to == BACK:
        return _back(before, heard)
    said = heard.statement
    after = replace(before, final=_is_final(before, heard, to))
    if heard.status != GOES_ON:
        date = said.date or ("" if _undates(heard, to) else before.date)
        after = replace(after, date=date, carrier=said.carrier or before.carrier)
    says_nothing_new = to == KEEP or (to == before.stage and to in ("dated", "delayed"))
    if says_nothing_new and after == before:
        return None
    if to != KEEP:
        after = _moved(after, heard, to)
    if to == "cancelled":
        after = replace(after, held=Held(before.stage, before.status, before.date))
    return replace(after, at=heard.at, rests_on=_resting(before, heard))


def _is_final(before: Position, heard: Heard, to: str) -> bool:
    """Return whether it is the last; who orders anew, or a later season, says that it is not."""
    if heard.status == "final-season":
        return True
    return before.final and to != "ordered" and heard.status != GOES_ON


def _undates(heard: Heard, to: str) -> bool:
    """Return whether a date that was announced before holds no longer."""
    return heard.status == "delayed" or to in {"ordered", "in-development", "cancelled"}


def _moved(after: Position, heard: Heard, to: str) -> Position:
    """Return the position at another stage; `after` has all but the stage."""
    return replace(
        after,
        stage=to,
        status=heard.status,
        since=heard.at,
        by_time=False,
        decided_by=heard.statement,
        held=None,
    )


def _back(before: Position, heard: Heard) -> Position | None:
    """Return the position that was cancelled; with its series goes only what it took along."""
    held = before.held
    by = before.decided_by
    if held is None or by is None or (heard.spread and by.seasons):
        return None
    return replace(
        before,
        stage=held.stage,
        status=held.status,
        date=held.date,
        since=heard.at,
        at=heard.at,
        by_time=False,
        decided_by=heard.statement,
        rests_on=_resting(before, heard),
        held=None,
    )


def _resting(before: Position, heard: Heard) -> tuple[Statement, ...]:
    said = heard.statement
    return before.rests_on if said in before.rests_on else (*before.rests_on, said)
