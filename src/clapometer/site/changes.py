"""What changed and which reviews did it: a history gathered by instant, as a rule reads it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from clapometer.catalogue.models import Work
from clapometer.reviews.record import Move, moves
from clapometer.reviews.scoreboard import badge_size
from clapometer.scoring.badges import Transition, badge_history
from clapometer.scoring.history import Step
from clapometer.scoring.rules import Rule, Score


@dataclass(frozen=True, slots=True)
class Change:
    """The steps of one instant together: score before and after, and the badge if it changed.

    Reviews dated by day share an instant; the order in which they were recorded says nothing, so
    no score between them is shown. `undated`: the instant is when this site learned of them.
    """

    at: int
    before: Score
    after: Score
    moves: tuple[Move, ...]
    undated: bool
    badge: str = ""

    @property
    def moved(self) -> bool:
        """Return whether the printed score or the badge changed."""
        return self.before.printed != self.after.printed or bool(self.badge)

    @property
    def causes(self) -> list[Move]:
        """Return the steps that counted, those that pushed the score the way it went first."""
        counted = [move for move in self.moves if move.before.tally != move.after.tally]
        rise = (self.after.value or 0) - (self.before.value or 0)
        return sorted(counted, key=lambda move: -_push(move) * (1 if rise >= 0 else -1))


def read_changes(work: Work, rule: Rule, steps: Sequence[Step]) -> list[Change]:
    """Return the history of a work as one change per instant, with the badge's changes in it."""
    size = badge_size(work, rule)
    badge = badge_history(rule.badge, steps, size) if rule.badge and size else []
    return changes(steps, rule, badge)


def changes(steps: Sequence[Step], rule: Rule, badge: Sequence[Transition] = ()) -> list[Change]:
    """Return the history as one change per instant, in order."""
    badges = {transition.at: transition.moment for transition in badge}
    gathered = []
    for at, together in groupby(moves(steps, rule), key=lambda move: move.step.at):
        group = tuple(together)
        undated = all(move.step.undated for move in group)
        gathered.append(
            Change(at, group[0].before, group[-1].after, group, undated, badges.get(at, ""))
        )
    return gathered


def _push(move: Move) -> int:
    """Return which way one step pushed: up is positive."""
    before, after = move.before.tally, move.after.tally
    against = (after.count - after.positive) - (before.count - before.positive)
    return (after.positive - before.positive) - against
