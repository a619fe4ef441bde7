"""Where several works stand beside each other: each one's opening score, its score, its badge."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from clapometer.catalogue.models import Work
from clapometer.scoring.badge_course import course_of, held_by
from clapometer.scoring.history import Step
from clapometer.scoring.rule import Printed, printed
from clapometer.scoring.rules import Rule, Score, score
from clapometer.scoring.settling import Instant, instants
from clapometer.scoring.tally import EMPTY, Tally
from clapometer.scoring.timetable import Rules, Timetable, timetable_of

from .events import events_of_works
from .scoreboard import size_of
from .scores import steps_from, time_gone

SWING = 5
"""By so many hundredths of the highest score one more review may move a score before it is called
one of few reviews."""


class Opening(NamedTuple):
    """The score a work opened with: at its release, or when a score was first printed."""

    at: int
    is_release: bool
    score: Printed
    tally: Tally
    rule: Rule


class Standing(NamedTuple):
    """Where a work stands at an instant. `badge` is a state (scoring.badges.STATES).

    `opening` is None before a score was printed. `swing`: by how many units of its last printed
    place one more review could move the score, None where none is printed.
    """

    score: Score
    rule: Rule
    badge: str
    opening: Opening | None
    swing: int | None

    @property
    def is_of_few(self) -> bool:
        """Return whether the score rests on few reviews: one more could move it by SWING."""
        return self.swing is not None and self.swing * 100 >= SWING * self.rule.printing.most


def standings(
    works: Iterable[Work],
    rules: Rules,
    at: int | None = None,
    known: int | None = None,
    read: Mapping[int, Sequence[Step]] | None = None,
) -> dict[int, Standing]:
    """Return where each work stands, by its number; their entries are read in one query.

    None for an instant means: everything there is. The histories of those that have any may have
    been `read` before.
    """
    every = {one.id: one for one in works}
    steps = _steps(every, rules, known) if read is None else read
    return {
        number: _standing(work, rules, steps.get(number, ()), at, known)
        for number, work in every.items()
    }


def _steps(works: Iterable[int], rules: Rules, known: int | None) -> dict[int, list[Step]]:
    gone = time_gone((), None, known)
    events = events_of_works(works, known)
    return {work: steps_from(rules, told, known, gone) for work, told in events.items()}


def _standing(
    work: Work, rules: Rules, steps: Sequence[Step], at: int | None, known: int | None
) -> Standing:
    table, gone, story = timetable_of(rules), time_gone(steps, at, known), instants(steps)
    rule = table.at(at)
    until = story if at is None else [one for one in story if one.at <= at]
    tally = until[-1].after if until else EMPTY
    released = None if work.released is None or work.released > gone else work.released
    return Standing(
        score=score(rule, tally),
        rule=rule,
        badge=_badge(work, table, story, gone),
        opening=_opening(released, table, until),
        swing=_swing(rule, tally),
    )


def _badge(work: Work, table: Timetable, story: Sequence[Instant], gone: int) -> str:
    """Return the state of the badge; most works never have reviews enough for one."""
    size = size_of(work)
    badges = [held_by(one.rule.badge, size) for one in table.adoptions]
    most = max((one.after.count for one in story), default=0)
    if size is None or not any(badge and most >= badge.minimum(size) for badge in badges):
        return "none"
    return course_of(table, [one for one in story if one.at <= gone], size, gone).state


def _opening(released: int | None, table: Timetable, story: Sequence[Instant]) -> Opening | None:
    """Return the score at the release, or else the first one; reviews of one instant together."""
    if released is not None:
        past = [one for one in story if one.at <= released]
        rule, tally = table.at(released), past[-1].after if past else EMPTY
        opened = printed(rule, tally)
        if opened.printed is not None:
            return Opening(released, True, opened, tally, rule)
    for one in story:
        rule = table.at(one.at)
        opened = printed(rule, one.after)
        if opened.printed is not None:
            return Opening(one.at, False, opened, one.after, rule)
    return None


def _swing(rule: Rule, tally: Tally) -> int | None:
    """Return how far one review for or against could move the printed score of verdicts."""
    now = printed(rule, tally).printed
    if now is None or rule.measure.of != "verdicts":
        return None
    ends = (
        printed(rule, tally._replace(count=tally.count + 1, positive=tally.positive + more)).printed
        for more in (0, 1)
    )
    return max(abs(one - now) for one in ends if one is not None)
