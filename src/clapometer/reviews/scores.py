"""The score of a work: now, at an instant, as it was known at an instant, under any rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection
from django.db.backends.utils import CursorWrapper

from clapometer.catalogue.models import Work
from clapometer.instants import now
from clapometer.ledger.consumers import cursor_of
from clapometer.ledger.reading import position_at
from clapometer.scoring.badge_course import BadgeCourse, badge_course, held_by
from clapometer.scoring.badges import Distance, Waiting, distance
from clapometer.scoring.events import Event
from clapometer.scoring.history import Step
from clapometer.scoring.rules import Rule, Score, score
from clapometer.scoring.tally import EMPTY, Tally
from clapometer.scoring.timetable import Rules, Timetable, steps_under, timetable_of
from clapometer.scoring.windows import EXPIRED

from .events import events_of_work
from .scoreboard import (
    AS_IN_FORCE,
    EACH,
    ONCE,
    consumer_name,
    in_force,
    size_of,
    stands_as_it_is,
)

_SUMS = "count, positive, graded, grade_sum, grade_squares, top_count, top_positive"


@dataclass(frozen=True, slots=True)
class Badge:
    """Where the badge stands: its state (scoring.badges.STATES), since when, what comes next.

    `waiting`: the next change, where it has begun to settle.
    """

    label: str
    state: str
    since: int | None
    distance: Distance
    waiting: Waiting | None = None


@dataclass(frozen=True, slots=True)
class WorkScoreAt:
    """A work's score at an instant of published time, as known at an instant of recorded time.

    None for an instant means: everything there is. `seq` is the ledger position answered from.
    `undated` counts the reviews whose time is unknown, among those recorded.
    """

    work: Work
    rule: Rule
    at: int | None
    known: int | None
    score: Score
    badge: Badge | None
    undated: int
    seq: int


def score_of(
    work: Work, rule: Rule | None = None, at: int | None = None, known: int | None = None
) -> WorkScoreAt:
    """Return the work's score; without a rule under that which was in force at the instant.

    Under the site's own rules and all that is known it is one index seek.
    """
    if known is None:
        table = in_force()
        if rule is None or (table.only is not None and rule.digest == table.only.digest):
            badge = held_by(table.at(at).badge, size_of(work))
            # What has begun to settle is read off the reviews, not off the points.
            if badge is None or badge.settled is None:
                return _from_points(work, table, at)
    return _from_events(work, rule or in_force(known), at, known)


def steps_of(work: Work, rules: Rules, known: int | None = None) -> list[Step]:
    """Return the work's history as the rules take it, as known at the instant."""
    return steps_from(rules, events_of_work(work.id, known), known)


def steps_from(
    rules: Rules, events: Sequence[Event], known: int | None, gone: int | None = None
) -> list[Step]:
    """Return steps_of() of events that were read before.

    No review leaves a window after `gone`, how far time has gone; None: to `known`, or to now.
    """
    steps = steps_under(rules, events, known)
    if not any(one.rule.window.lasting for one in timetable_of(rules).adoptions):
        return steps
    posted = [step for step in steps if step.event.kind != EXPIRED]
    ends = time_gone(posted, None, known if gone is None else gone)
    return [step for step in steps if step.at <= ends]


def _from_points(work: Work, table: Timetable, at: int | None) -> WorkScoreAt:
    rule = table.at(at)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT undated, copies FROM reviews_workscore WHERE work_id = %s", [work.id]
        )
        undated, copies = cursor.fetchone() or (0, False)
        counts = ONCE if copies and rule.counts == "critic" else EACH
        if not stands_as_it_is(rule):
            counts = AS_IN_FORCE
        until, values = ("", []) if at is None else (" AND at <= %s", [at])
        cursor.execute(
            f"SELECT {_SUMS} FROM reviews_historypoint WHERE work_id = %s AND counts = %s{until}"
            " ORDER BY at DESC LIMIT 1",
            [work.id, counts, *values],
        )
        tally = Tally._make(cursor.fetchone() or EMPTY)
        badge = _badge_from_points(cursor, work, table, at, tally)
    seq = cursor_of(consumer_name())
    return WorkScoreAt(work, rule, at, None, score(rule, tally), badge, undated, seq)


def _badge_from_points(
    cursor: CursorWrapper, work: Work, table: Timetable, at: int | None, tally: Tally
) -> Badge | None:
    size, position = size_of(work), table.position(at)
    badge = held_by(table.at(at).badge, size)
    if badge is None or size is None:
        return None
    # Under a rule without a badge it ends: what was before that says nothing of what is now.
    while position and held_by(table.adoptions[position - 1].rule.badge, size):
        position -= 1
    bounds = (("at <= %s", at), ("at >= %s", table.since(position)))
    given = [(sql, instant) for sql, instant in bounds if instant is not None]
    within = "".join(f" AND {sql}" for sql, _ in given)
    cursor.execute(
        f"SELECT state, at FROM reviews_badgechange WHERE work_id = %s{within}"
        " ORDER BY at DESC LIMIT 1",
        [work.id, *(instant for _, instant in given)],
    )
    state, since = cursor.fetchone() or ("none", None)
    return Badge(badge.label, state, since, distance(badge, state, tally, size))


def _from_events(work: Work, rules: Rules, at: int | None, known: int | None) -> WorkScoreAt:
    seq = cursor_of(consumer_name()) if known is None else position_at(known)
    return read_steps(work, rules, steps_of(work, rules, known), at=at, known=known, seq=seq)


def read_steps(
    work: Work,
    rules: Rules,
    steps: Sequence[Step],
    *,
    at: int | None,
    known: int | None,
    seq: int,
    course: BadgeCourse | None = None,
) -> WorkScoreAt:
    """Return the score at an instant, from a history that was read before (see steps_of).

    The badge's `course` until that instant may be worked out already.
    """
    rule = timetable_of(rules).at(at)
    until = steps if at is None else [step for step in steps if step.at <= at]
    tally = until[-1].tally if until else EMPTY
    if course is None:
        course = badge_course(rules, steps, size_of(work), time_gone(steps, at, known))
    badge = _badge(course, tally, size_of(work))
    undated = len({step.event.reviewer for step in steps if step.undated})
    return WorkScoreAt(work, rule, at, known, score(rule, tally), badge, undated, seq)


def _badge(course: BadgeCourse, tally: Tally, size: str | None) -> Badge | None:
    badge = course.badge
    if badge is None or size is None:
        return None
    far = distance(badge, course.state, tally, size, course.waiting)
    return Badge(badge.label, course.state, course.since, far, course.waiting)


def time_gone(steps: Sequence[Step], at: int | None, known: int | None) -> int:
    """Return how far time has gone for a badge that has to settle: to the instants, or to now.

    A review that is dated later counts already, so time has gone as far as to the last one.
    """
    if at is not None:
        return at
    gone = now() if known is None else known
    return max(gone, steps[-1].at) if steps else gone
