"""The consumer that keeps each work's score over time: points, badge changes, the score now."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from django.conf import settings

from clapometer.catalogue.models import Work
from clapometer.ledger import consumers
from clapometer.ledger.bulk import clear_table, execute_rows, insert_rows
from clapometer.scoring.badges import BadgeRule, badge_history
from clapometer.scoring.events import Event
from clapometer.scoring.history import Step, history
from clapometer.scoring.rules import Rule, score

from .copies import Copies, find_copies
from .events import events_of_touched_works
from .rulebook import find_rule

COUNTS = ("reviewer", "critic")
_TABLES = ("reviews_historypoint", "reviews_badgechange", "reviews_workscore")
_POINT_COLUMNS = (
    "work_id", "counts", "at", "count", "positive", "graded", "grade_sum", "grade_squares",
    "top_count", "top_positive",
)  # fmt: skip
_BADGE_COLUMNS = ("work_id", "at", "state", "seq")
_SCORE_COLUMNS = (
    "work_id", "count", "positive", "graded", "grade_sum", "printed", "band", "badge", "before",
    "moved_at", "moved_by", "undated", "copies",
)  # fmt: skip
_WORKS_AT_ONCE = 200


def site_rule() -> Rule:
    """Return the rule by which this site prints scores."""
    return _adopted(settings.SITE["rule"])


@cache
def _adopted(name: str) -> Rule:
    """Return the rule, read once: its digest names the consumer, so it must not change underway."""
    return find_rule(name)


def consumer_name() -> str:
    """Return the consumer's name. With the rule's digest in it, another rule starts afresh."""
    return f"scores {site_rule().digest[:16]}"


def register() -> None:
    """Make the consumer known to the ledger. All touched works are scored in one go."""
    consumers.register(consumers.Consumer(consumer_name(), advance, clear, step=0))


def clear() -> None:
    """Empty the tables."""
    for table in _TABLES:
        clear_table(table)


def advance(span: consumers.Span) -> None:
    """Score again every work that an entry after the span's start has touched."""
    if span.after == 0:
        clear()
    rule, batch = site_rule(), _Batch(fresh=span.after == 0)
    for work, events in events_of_touched_works(span.after):
        batch.add(work, events, rule)
    batch.write()


class _Batch:
    """Rows of some works, gathered to be written at once."""

    def __init__(self, *, fresh: bool) -> None:
        self._fresh = fresh
        self._sizes = {work.id: size_of(work) for work in Work.objects.all()} if fresh else {}
        self._start()

    def _start(self) -> None:
        self._works: list[int] = []
        self._points: list[tuple[int, ...]] = []
        self._badges: list[tuple[object, ...]] = []
        self._scores: list[tuple[object, ...]] = []
        self._copies: Copies = []

    def add(self, work: int, events: list[Event], rule: Rule) -> None:
        """Take in one work; write what has gathered when it is much."""
        self._works.append(work)
        each = history(events)
        steps, copies = each, has_copies(events)
        self._add_points(work, 0, each)
        if copies:
            once = history(events, counts="critic")
            self._add_points(work, 1, once)
            self._copies += find_copies(events)
            steps = once if rule.counts == "critic" else each
        if rule.versions != "latest" or rule.conversion.changes:
            taken = rule.conversion.taken(events)
            steps = history(taken, counts=rule.counts, versions=rule.versions)
        badge = self._add_badges(work, steps, rule)
        self._scores.append((work, *_score_row(steps, rule), badge, *_move(steps, rule),
                             _undated(each), copies))  # fmt: skip
        if len(self._works) >= _WORKS_AT_ONCE:
            self.write()

    def _add_points(self, work: int, counts: int, steps: Sequence[Step]) -> None:
        last = len(steps) - 1
        self._points += [
            (work, counts, step.at, *step.tally)
            for position, step in enumerate(steps)
            if position == last or steps[position + 1].at != step.at
        ]

    def _add_badges(self, work: int, steps: Sequence[Step], rule: Rule) -> str:
        size = _holding(rule, self._size(work))
        if rule.badge is None or size is None or not _is_within_reach(rule.badge, steps, size):
            return "none"
        state = "none"
        for change in badge_history(rule.badge, steps, size):
            state = change.state
            self._badges.append((work, change.at, state, change.step.event.seq))
        return state

    def _size(self, work: int) -> str | None:
        if not self._fresh:
            found = Work.objects.filter(id=work).first()
            return size_of(found) if found else None
        return self._sizes.get(work)

    def write(self) -> None:
        """Write what has gathered, in place of what was there for these works."""
        if not self._fresh:
            for table in _TABLES:
                execute_rows(
                    f"DELETE FROM {table} WHERE work_id = %s", [(work,) for work in self._works]
                )
        insert_rows("reviews_historypoint", _POINT_COLUMNS, self._points)
        insert_rows("reviews_badgechange", _BADGE_COLUMNS, self._badges)
        insert_rows("reviews_workscore", _SCORE_COLUMNS, self._scores)
        execute_rows(
            "UPDATE reviews_review SET copy_of = %s, repeats = %s WHERE id = %s", self._copies
        )
        self._start()


def size_of(work: Work) -> str | None:
    """Return which minimum of a badge holds for the work: "season", "wide", "limited", or None.

    A film whose release is not known is held to the stricter minimum.
    """
    if work.kind == "film":
        return work.release or "wide"
    return "season" if work.kind == "season" else None


def badge_size(work: Work, rule: Rule) -> str | None:
    """Return the work's size if the rule has a badge that works of this size can hold."""
    return _holding(rule, size_of(work))


def _holding(rule: Rule, size: str | None) -> str | None:
    return size if rule.badge and size in dict(rule.badge.minimums) else None


def has_copies(events: Sequence[Event]) -> bool:
    """Return whether one critic has reviews of the work in several outlets."""
    seen: dict[int, int] = {}
    return any(
        seen.setdefault(event.critic, event.reviewer) != event.reviewer
        for event in events
        if event.critic is not None
    )


def _is_within_reach(badge: BadgeRule, steps: Sequence[Step], size: str) -> bool:
    """Return whether there were ever reviews enough for the badge; most works are done here."""
    return max((step.tally.count for step in steps), default=0) >= badge.minimum(size)


def _score_row(steps: Sequence[Step], rule: Rule) -> tuple[object, ...]:
    if not steps:
        return (0, 0, 0, 0, None, "")
    tally = steps[-1].tally
    result = score(rule, tally)
    return (tally.count, tally.positive, tally.graded, tally.grade_sum, result.printed,
            result.band or "")  # fmt: skip


def _move(steps: Sequence[Step], rule: Rule) -> tuple[int | None, int | None, int | None]:
    """Return the printed score before its last change, when it changed, and by which entry."""
    if not steps:
        return (None, None, None)
    now = score(rule, steps[-1].tally).printed
    for later, step in zip(reversed(steps), reversed(steps[:-1]), strict=False):
        before = score(rule, step.tally).printed
        if before != now:
            return (before, later.at, later.event.seq)
    return (None, steps[0].at, steps[0].event.seq) if now is not None else (None, None, None)


def _undated(steps: Sequence[Step]) -> int:
    return len({step.event.reviewer for step in steps if step.undated})
