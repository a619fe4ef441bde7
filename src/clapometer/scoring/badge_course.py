"""A badge across changes of the rule: its state is carried over where both rules have one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from clapometer.scoring.badges import BadgeRule, Waiting, badge_watch, moment_of, waiting_of
from clapometer.scoring.history import Step
from clapometer.scoring.settling import Instant, Turn, instants
from clapometer.scoring.timetable import Rules, Timetable, timetable_of


class BadgeTurn(NamedTuple):
    """A badge was won, lost or regained (`moment`), under the numbers of `badge`."""

    turn: Turn
    badge: BadgeRule
    moment: str

    @property
    def cause(self) -> Step:
        """Return the last step of the instant with which it had settled."""
        return self.turn.last.steps[-1]


@dataclass(frozen=True, slots=True)
class BadgeCourse:
    """All that a badge went through, and where it stands at the end.

    `badge`: of the rule in force at the end; None where that has none for the work's size. `since`:
    instant of the last change; None if there was none.
    """

    turns: tuple[BadgeTurn, ...]
    badge: BadgeRule | None
    state: str
    since: int | None
    waiting: Waiting | None


def badge_course(
    rules: Rules, steps: Iterable[Step], size: str | None, until: int | None = None
) -> BadgeCourse:
    """Return the course of the badge over a history made by timetable.steps_under().

    The badge that is held when another rule comes into force is held under it too, until the new
    rule's conditions say otherwise, which they may at once; where the new rule has no badge, it
    ends. What had begun to settle begins anew. `until`: how far time has gone; later steps are left
    out.
    """
    table = timetable_of(rules)
    story = [one for one in instants(steps) if until is None or one.at <= until]
    return course_of(table, story, size, until)


def course_of(
    table: Timetable, story: Sequence[Instant], size: str | None, until: int | None
) -> BadgeCourse:
    """Return badge_course() of a history gathered by instant, with nothing after `until`."""
    turns: list[BadgeTurn] = []
    course = BadgeCourse((), None, "none", None, None)
    for position, adoption in enumerate(table.adoptions):
        since = table.since(position)
        if since is not None and until is not None and since > until:
            break
        badge = held_by(adoption.rule.badge, size)
        if badge is None or size is None:
            course = BadgeCourse((), None, "none", None, None)
            continue
        part = [one for one in story if table.position(one.at) == position]
        end = _earlier(until, table.until(position))
        watch = badge_watch(badge, size, course.state)
        found = [BadgeTurn(turn, badge, moment_of(turn)) for turn in watch.turns(part, end)]
        turns += found
        last = found[-1].turn.at if found else course.since
        course = BadgeCourse((), badge, watch.state, last, waiting_of(badge, watch, part, size))
    return BadgeCourse(tuple(turns), course.badge, course.state, course.since, course.waiting)


def held_by(badge: BadgeRule | None, size: str | None) -> BadgeRule | None:
    """Return the badge, if works of this size can hold it."""
    return badge if badge and size in dict(badge.minimums) else None


def _earlier(until: int | None, end: int | None) -> int | None:
    """Return how far time goes under a rule: to the last instant before its end."""
    ends = [one for one in (until, None if end is None else end - 1) if one is not None]
    return min(ends, default=None)
