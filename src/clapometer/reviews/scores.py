"""The score of a work: now, at an instant, as it was known at an instant, under any rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection

from clapometer.catalogue.models import Work
from clapometer.ledger.consumers import cursor_of
from clapometer.ledger.reading import position_at
from clapometer.scoring.badges import Distance, badge_state, distance
from clapometer.scoring.events import Event
from clapometer.scoring.history import Step, history
from clapometer.scoring.rules import Rule, Score, score
from clapometer.scoring.tally import EMPTY, Tally

from .events import events_of_work
from .scoreboard import badge_size, consumer_name, site_rule

_SUMS = "count, positive, graded, grade_sum, grade_squares, top_count, top_positive"


@dataclass(frozen=True, slots=True)
class Badge:
    """Where the badge stands: its state (scoring.badges.STATES), since when, what comes next."""

    label: str
    state: str
    since: int | None
    distance: Distance


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
    """Return the work's score. Under the site's rule and all that is known it is one index seek."""
    rule = rule or site_rule()
    as_it_stands = rule.versions == "latest" and not rule.conversion.changes
    if known is None and rule == site_rule() and as_it_stands:
        return _from_points(work, rule, at)
    return _from_events(work, rule, at, known)


def steps_of(work: Work, rule: Rule, known: int | None = None) -> list[Step]:
    """Return the work's history under the rule's way of counting, as known at the instant."""
    return steps_from(events_of_work(work.id, known), rule, known)


def steps_from(events: Sequence[Event], rule: Rule, known: int | None = None) -> list[Step]:
    """Return steps_of() of events that were read before."""
    return history(
        rule.conversion.taken(events), counts=rule.counts, versions=rule.versions, known=known
    )


def _from_points(work: Work, rule: Rule, at: int | None) -> WorkScoreAt:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT undated, copies FROM reviews_workscore WHERE work_id = %s", [work.id]
        )
        undated, copies = cursor.fetchone() or (0, False)
        counts = 1 if copies and rule.counts == "critic" else 0
        until, values = ("", []) if at is None else (" AND at <= %s", [at])
        cursor.execute(
            f"SELECT {_SUMS} FROM reviews_historypoint WHERE work_id = %s AND counts = %s{until}"
            " ORDER BY at DESC LIMIT 1",
            [work.id, counts, *values],
        )
        row = cursor.fetchone()
        cursor.execute(
            f"SELECT state, at FROM reviews_badgechange WHERE work_id = %s{until}"
            " ORDER BY at DESC LIMIT 1",
            [work.id, *values],
        )
        state, since = cursor.fetchone() or ("none", None)
    tally = Tally._make(row) if row else EMPTY
    badge = _badge(work, rule, tally, state, since)
    return WorkScoreAt(
        work, rule, at, None, score(rule, tally), badge, undated, cursor_of(consumer_name())
    )


def _from_events(work: Work, rule: Rule, at: int | None, known: int | None) -> WorkScoreAt:
    seq = cursor_of(consumer_name()) if known is None else position_at(known)
    return read_steps(work, rule, steps_of(work, rule, known), at=at, known=known, seq=seq)


def read_steps(
    work: Work, rule: Rule, steps: Sequence[Step], *, at: int | None, known: int | None, seq: int
) -> WorkScoreAt:
    """Return the score at an instant, from a history that was read before (see steps_of)."""
    until = steps if at is None else [step for step in steps if step.at <= at]
    tally = until[-1].tally if until else EMPTY
    size = badge_size(work, rule)
    state, since = "none", None
    if rule.badge and size:
        state, since, _ = badge_state(rule.badge, until, size)
    undated = len({step.event.reviewer for step in steps if step.undated})
    badge = _badge(work, rule, tally, state, since)
    return WorkScoreAt(work, rule, at, known, score(rule, tally), badge, undated, seq)


def _badge(work: Work, rule: Rule, tally: Tally, state: str, since: int | None) -> Badge | None:
    size = badge_size(work, rule)
    if rule.badge is None or size is None:
        return None
    return Badge(rule.badge.label, state, since, distance(rule.badge, state, tally, size))
