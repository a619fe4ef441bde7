"""The consumer that keeps each work's score over time: points, badge changes, the score now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from django.conf import settings
from django.db import connection

from clapometer.catalogue.models import Work
from clapometer.instants import LATEST, now
from clapometer.ledger import consumers
from clapometer.ledger.bulk import clear_table, execute_rows, insert_rows, look_up
from clapometer.scoring.badge_course import badge_course, held_by
from clapometer.scoring.events import Event
from clapometer.scoring.history import Step, history
from clapometer.scoring.rule import printed
from clapometer.scoring.rules import Rule, RuleRefused, RuleUnknown, score
from clapometer.scoring.settling import ADOPTED
from clapometer.scoring.timetable import Timetable, steps_under

from . import adoptions
from .copies import Copies, find_copies
from .events import events_of_touched_works
from .rulebook import written_rule

NO_WINDOW = (
    "Its scores change with every day that passes, and lists of works are kept by entries; ask for"
    " it with --rule."
)
# How the reviews of a row of HistoryPoint are taken.
EACH, ONCE, AS_IN_FORCE = 0, 1, 2
_TABLES = ("reviews_historypoint", "reviews_badgechange", "reviews_workscore")
_POINT_COLUMNS = (
    "work_id", "counts", "at", "count", "positive", "graded", "grade_sum", "grade_squares",
    "top_count", "top_positive",
)  # fmt: skip
_BADGE_COLUMNS = ("work_id", "at", "state", "seq", "by_time")
_SCORE_COLUMNS = (
    "work_id", "count", "positive", "graded", "grade_sum", "printed", "band", "badge", "before",
    "moved_at", "moved_by", "undated", "copies",
)  # fmt: skip
_WORKS_AT_ONCE = 200


def site_rule() -> Rule:
    """Return the rule by which this site prints scores now."""
    return in_force().at()


def in_force(known: int | None = None) -> Timetable:
    """Return which of the site's rules is in force when, as known at the instant of recording.

    A site that has adopted none has the rule of its settings, and always had it.
    """
    return adoptions.timetable(rule_of_settings, known)


def rule_of_settings() -> Rule:
    """Return the rule that the setting names. Raises RuleUnknown, RuleRefused."""
    return _named(settings.SITE["rule"])


@cache
def _named(name: str) -> Rule:
    """Return the rule, read once: its digest names the consumer, so it must not change underway."""
    rule = written_rule(name)
    if rule.window.lasting:
        raise RuleRefused([f"{name} cannot be a site's rule. {NO_WINDOW}"])
    return rule


@cache
def consumer_name() -> str:
    """Return the consumer's name. With the setting's digest in it, another setting starts afresh.

    A rule that is adopted starts afresh too: advance() sees its entry.
    """
    try:
        return f"scores {rule_of_settings().digest[:16]}"
    except (RuleUnknown, RuleRefused):
        # A site that has adopted a rule needs no setting; one that has not is refused when asked.
        return "scores"


def register() -> None:
    """Make the consumer known to the ledger. All touched works are scored in one go."""
    consumers.register(consumers.Consumer(consumer_name(), advance, clear, step=0))


def clear() -> None:
    """Empty the tables."""
    for table in _TABLES:
        clear_table(table)


def advance(span: consumers.Span) -> None:
    """Score again every work that an entry after the span's start has touched.

    Where a rule was adopted or taken back since, that is every work.
    """
    after = 0 if adoptions.changed_since(span.after) else span.after
    if after == 0:
        clear()
    batch = _Batch(in_force(), fresh=after == 0)
    for work, events in events_of_touched_works(after):
        batch.add(work, events)
    batch.write()


class _Batch:
    """Rows of some works, gathered to be written at once."""

    def __init__(self, table: Timetable, *, fresh: bool) -> None:
        self._table, self._fresh = table, fresh
        self._rules = [one.rule for one in table.adoptions]
        self._sizes = {work.id: size_of(work) for work in Work.objects.all()} if fresh else {}
        self._start()

    def _start(self) -> None:
        self._works: list[int] = []
        self._points: list[tuple[int, ...]] = []
        self._badges: list[tuple[object, ...]] = []
        self._scores: list[tuple[object, ...]] = []
        self._copies: Copies = []

    def add(self, work: int, events: list[Event]) -> None:
        """Take in one work; write what has gathered when it is much."""
        self._works.append(work)
        each = history(events)
        once, copies = each, has_copies(events)
        self._add_points(work, EACH, each)
        if copies:
            once = history(events, counts="critic")
            self._add_points(work, ONCE, once)
            self._copies += find_copies(events)
        steps = self._steps(events, each, once)
        if not all(map(stands_as_it_is, self._rules)):
            self._add_points(work, AS_IN_FORCE, steps)
        badge = self._add_badges(work, steps)
        self._scores.append((work, *_score_row(steps, self._table.at()), badge,
                             *_move(steps, self._table), _undated(each), copies))  # fmt: skip
        if len(self._works) >= _WORKS_AT_ONCE:
            self.write()

    def _steps(self, events: list[Event], each: list[Step], once: list[Step]) -> list[Step]:
        """Return the history under the rules in force, made anew only where it must be."""
        only = self._table.only
        if only is None or not stands_as_it_is(only):
            return steps_under(self._table, events)
        return once if only.counts == "critic" else each

    def _add_points(self, work: int, counts: int, steps: Sequence[Step]) -> None:
        last = len(steps) - 1
        self._points += [
            (work, counts, step.at, *step.tally)
            for position, step in enumerate(steps)
            if position == last or steps[position + 1].at != step.at
        ]

    def _add_badges(self, work: int, steps: Sequence[Step]) -> str:
        size = self._size(work)
        if not any(_is_within_reach(rule, steps, size) for rule in self._rules):
            return "none"
        course = badge_course(self._table, steps, size, LATEST)
        last = steps[-1].at
        # Of several changes at one instant, at which another rule came into force, the last stays.
        rows = {
            one.turn.at: (one.turn.becomes, one.cause.event.seq, one.turn.at > last)
            for one in course.turns
        }
        self._badges += [(work, at, *row) for at, row in rows.items()]
        if self._table.only and not any(later for _, _, later in rows.values()):
            return course.state
        return badge_course(self._table, steps, size).state

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


def position_and_turn() -> tuple[int, int]:
    """Return the ledger position of the scores, and the last instant at which time changed a badge.

    Together they say of what moment a page is. It is one query, the cost of a confirmed page.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT seq, (SELECT max(at) FROM reviews_badgechange WHERE by_time AND at <= %s)"
            " FROM ledger_ledgercursor WHERE name = %s",
            [now(), consumer_name()],
        )
        seq, turned = cursor.fetchone() or (0, None)
    return seq, turned or 0


def badges_held(works: Iterable[int]) -> set[int]:
    """Return which of the works hold the site's badge now, also where time alone has decided."""
    rows = look_up(
        ("work", "until"),
        [(work, now()) for work in works],
        "SELECT work FROM wanted JOIN reviews_badgechange b ON b.work_id = work AND b.at ="
        " (SELECT max(c.at) FROM reviews_badgechange c WHERE c.work_id = work AND c.at <= until)"
        " WHERE b.state = 'held'",
    )
    return {row[0] for row in rows}


def size_of(work: Work) -> str | None:
    """Return which minimum of a badge holds for the work: "season", "wide", "limited", or None.

    A film whose release is not known is held to the stricter minimum.
    """
    if work.kind == "film":
        return work.release or "wide"
    return "season" if work.kind == "season" else None


def stands_as_it_is(rule: Rule) -> bool:
    """Return whether the rule takes reviews as they stand, so that points of history hold it."""
    return rule.versions == "latest" and not rule.conversion.changes and not rule.window.changes


def has_copies(events: Sequence[Event]) -> bool:
    """Return whether one critic has reviews of the work in several outlets."""
    seen: dict[int, int] = {}
    return any(
        seen.setdefault(event.critic, event.reviewer) != event.reviewer
        for event in events
        if event.critic is not None
    )


def _is_within_reach(rule: Rule, steps: Sequence[Step], size: str | None) -> bool:
    """Return whether there were ever reviews enough for the badge; most works are done here."""
    badge = held_by(rule.badge, size)
    if badge is None or size is None:
        return False
    return max((step.tally.count for step in steps), default=0) >= badge.minimum(size)


def _score_row(steps: Sequence[Step], rule: Rule) -> tuple[object, ...]:
    if not steps:
        return (0, 0, 0, 0, None, "")
    tally = steps[-1].tally
    result = score(rule, tally)
    return (tally.count, tally.positive, tally.graded, tally.grade_sum, result.printed,
            result.band or "")  # fmt: skip


def _move(steps: Sequence[Step], table: Timetable) -> tuple[int | None, int | None, int | None]:
    """Return the printed score before its last change, when it changed, and by which entry.

    It is a change by a review: what another rule made of the score is not told as one.
    """
    rule, since = table.at(), table.since(table.position(None))
    own = [step for step in steps if since is None or step.at >= since]
    if not own:
        return (None, None, None)
    now = printed(rule, own[-1].tally).printed
    for later, step in zip(reversed(own), reversed(own[:-1]), strict=False):
        before = printed(rule, step.tally).printed
        if before != now:
            return (before, later.at, later.event.seq)
    first = own[0]
    if now is None or first.event.kind == ADOPTED:
        return (None, None, None)
    return (None, first.at, first.event.seq)


def _undated(steps: Sequence[Step]) -> int:
    return len({step.event.reviewer for step in steps if step.undated})
