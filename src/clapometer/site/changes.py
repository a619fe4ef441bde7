"""What changed and which reviews did it: a history gathered by instant, as a rule reads it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from clapometer.catalogue.models import Work
from clapometer.reviews.record import Brief, Move, moves
from clapometer.reviews.scoreboard import size_of
from clapometer.scoring.badge_course import BadgeCourse, badge_course
from clapometer.scoring.badges import Transition
from clapometer.scoring.history import Step
from clapometer.scoring.rules import Rule
from clapometer.scoring.settling import ADOPTED
from clapometer.scoring.timetable import Rules


@dataclass(frozen=True, slots=True)
class Change:
    """The steps of one instant together: score before and after, and the badge if it changed.

    Reviews dated by day share an instant; the order in which they were recorded says nothing, so
    no score between them is shown. `undated`: the instant is when this site learned of them.
    `rule`: the rule in force; `was`: the one before it, where its change is all that happened here.
    """

    at: int
    before: Brief
    after: Brief
    moves: tuple[Move, ...]
    undated: bool
    rule: Rule
    badge: str = ""
    was: Rule | None = None

    @property
    def moved(self) -> bool:
        """Return whether the printed score, its rule or the badge changed."""
        if self.was is not None and {self.before.printed, self.after.printed} != {None}:
            return True
        return self.before.printed != self.after.printed or bool(self.badge)

    @property
    def causes(self) -> list[Move]:
        """Return the steps that counted, those that pushed the score the way it went first."""
        counted = [
            one for one in self.moves if one.was is None and one.before.tally != one.after.tally
        ]
        rise = (self.after.value or 0) - (self.before.value or 0)
        return sorted(counted, key=lambda move: -_push(move) * (1 if rise >= 0 else -1))


def read_changes(
    work: Work,
    rules: Rules,
    steps: Sequence[Step],
    until: int | None = None,
    course: BadgeCourse | None = None,
) -> list[Change]:
    """Return the history of a work as one change per instant, with the badge's changes in it.

    `until`: how far time has gone, for a badge that has to settle; None: to the last entry. The
    badge's `course` until then may be worked out already.
    """
    course = course or badge_course(rules, steps, size_of(work), until)
    turned = [Transition(o.turn.at, o.turn.becomes, o.cause, o.moment) for o in course.turns]
    return changes(steps, rules, turned)


def changes(steps: Sequence[Step], rules: Rules, badge: Sequence[Transition] = ()) -> list[Change]:
    """Return the history as one change per instant, in order; a change of the rule is its own."""
    badges = {(one.at, one.step.event.kind == ADOPTED): one.moment for one in badge}
    gathered = []
    for (at, adopts), together in groupby(moves(steps, rules), key=_instant):
        group = tuple(together)
        gathered.append(
            Change(
                at=at,
                before=group[0].before,
                after=group[-1].after,
                moves=group,
                undated=all(move.step.undated for move in group),
                rule=group[-1].rule,
                badge=badges.get((at, adopts), ""),
                was=group[0].was,
            )
        )
    known = {(one.at, one.was is not None) for one in gathered}
    by_time = [one for one in badge if (one.at, one.step.event.kind == ADOPTED) not in known]
    return _with_turns(gathered, by_time)


def _with_turns(gathered: list[Change], turns: Sequence[Transition]) -> list[Change]:
    """Return the changes with those of a badge that no entry but time alone brought about."""
    for turn in turns:
        place = bisect_right(gathered, turn.at, key=attrgetter("at"))
        last = gathered[place - 1]
        gathered.insert(
            place, Change(turn.at, last.after, last.after, (), False, last.rule, turn.moment)
        )
    return gathered


def _instant(move: Move) -> tuple[int, bool]:
    return move.step.at, move.was is not None


def _push(move: Move) -> int:
    """Return which way one step pushed: up is positive."""
    before, after = move.before.tally, move.after.tally
    against = (after.count - after.positive) - (before.count - before.positive)
    return (after.positive - before.positive) - against
