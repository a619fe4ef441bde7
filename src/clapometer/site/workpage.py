"""Everything the page of a work shows, read once from the ledger's projections.

The whole history is reckoned, which is quick; names and words are read only of what is shown.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from clapometer.catalogue.models import Work
from clapometer.ledger.reading import position_at, read_some
from clapometer.reviews.events import events_of_work
from clapometer.reviews.moments import moments_from
from clapometer.reviews.record import Said, said_by
from clapometer.reviews.scoreboard import size_of
from clapometer.reviews.scores import WorkScoreAt, read_steps, steps_from, time_gone
from clapometer.scoring.badge_course import BadgeCourse, course_of
from clapometer.scoring.events import Event
from clapometer.scoring.history import Step, standing
from clapometer.scoring.moments import Moment
from clapometer.scoring.settling import ADOPTED, Instant, instants
from clapometer.scoring.timetable import timetable_of

from .about.kin import Kin
from .announced.reading import Announced
from .asking import Asked
from .changes import Change, read_changes
from .reviewed import Reviewed
from .rows import ALONE, Row, row_of
from .sameness import sameness, sharing


class Shown(NamedTuple):
    """Of what a page has the words: of these reviews, newest first, and of so many changes."""

    reviews: slice
    changes: int | None


ON_THE_PAGE = Shown(slice(0, 20), 20)
# Changes of a printed score or a badge that are told with their causes.
MOVES_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Gone:
    """A review that is in the record and not in the score: withdrawn or excluded, when and why."""

    kind: str
    reason: str
    at: int
    seq: int
    said: Said


@dataclass(frozen=True, slots=True)
class WorkRecord:
    """A work as asked for: its score, its whole history, its reviews as they stood.

    `position` is the ledger position answered from and `recorded_at` when that was recorded;
    `settled` says whether both clocks lie in the past of the ledger, so that nothing can change.
    `standing` are the reviews that stood, newest first; `rows` those of them that are shown.
    `history` is the whole course of the score; `table` are the changes of it that are shown,
    `moved` the last of those that moved a printed score or a badge, the newest first, and
    `moved_before`, `moved_later` how many such there are besides. `said` holds the entries behind
    what is shown, by position. `until` is how far time has gone; `parts` how many parts the work
    has, and `reviewed` whether it has reviews of its own. `kin` reads what is said of the work,
    its parts and what it is a part of, `told_of_reviews` the entries about the reviews of them;
    `announced` where it stands by what was announced.
    """

    work: Work
    asked: Asked
    result: WorkScoreAt
    position: int
    recorded_at: int
    settled: bool
    history: list[Change]
    table: list[Change]
    moved: list[Change]
    moved_before: int
    moved_later: int
    standing: list[Event]
    rows: list[Row]
    gone: list[Gone]
    said: dict[int, Said]
    undated: int
    moments: list[Moment]
    until: int
    parts: int
    reviewed: bool
    kin: Kin
    told_of_reviews: Reviewed
    announced: Announced

    @property
    def has_own_page(self) -> bool:
        """Return whether the work itself is reviewed, or has no parts that could be."""
        return self.reviewed or not self.parts


def read_work(work: Work, asked: Asked, position: int, shown: Shown = ON_THE_PAGE) -> WorkRecord:
    """Return the record of a work; the number of queries does not grow with its reviews."""
    position, recorded_at, settled = answered_from(asked, position)
    known = asked.known if asked.known is not None else recorded_at
    events = events_of_work(work.id, known)
    gone_by = time_gone((), None, asked.known)
    steps = steps_from(asked.rules, events, known, gone_by)
    in_force = _in_force(events, asked, known, steps)
    ordered = sorted(in_force.values(), key=_newest)
    story, ends = instants(steps), time_gone(steps, None, asked.known)
    badge = _badge_course(work, asked, story, ends)
    told = read_changes(work, asked.rules, steps, ends, badge)
    course = _course(told, asked, shown.changes)
    gone, groups = _gone(steps, asked, set(in_force)), sharing(in_force)
    reviews = ordered[shown.reviews]
    near = [one for event in reviews for one in groups.get(event.reviewer, ())]
    behind = (event.seq for event in (*reviews, *(in_force[one] for one in near)))
    taken = (seq for pair in gone for seq in pair[:2])
    told_by = _entries_behind((*course.table, *course.moved))
    said = said_by({*behind, *taken, *told_by}, known)
    outlets = {review: said[in_force[review].seq].outlet_name for review in near}
    same = sameness(events, groups, outlets, asked.rule, asked.at, known)
    until, kin = _until(asked, known, steps), Kin(work, asked.at, asked.known)
    return WorkRecord(
        work=work,
        asked=asked,
        result=_score_at(work, asked, steps, position, badge),
        position=position,
        recorded_at=recorded_at,
        settled=settled,
        history=told,
        **course._asdict(),
        standing=ordered,
        rows=[row_of(said[one.seq], same.get(one.reviewer, ALONE)) for one in reviews],
        gone=[_told_gone(said, *one) for one in gone],
        said=said,
        undated=_undated(events, asked, known),
        moments=moments_from(work, asked.rules, story, until, known),
        until=until,
        parts=Work.objects.filter(parent_id=work.id).count(),
        reviewed=bool(events),
        kin=kin,
        told_of_reviews=Reviewed(kin, asked.rules, known, gone_by, events),
        announced=Announced(kin, asked.at),
    )


def _score_at(
    work: Work, asked: Asked, steps: Sequence[Step], seq: int, badge: BadgeCourse
) -> WorkScoreAt:
    course = badge if asked.at is None else None
    return read_steps(
        work, asked.rules, steps, at=asked.at, known=asked.known, seq=seq, course=course
    )


def _badge_course(work: Work, asked: Asked, story: Sequence[Instant], until: int) -> BadgeCourse:
    past = [one for one in story if one.at <= until]
    return course_of(timetable_of(asked.rules), past, size_of(work), until)


def _told_gone(said: Mapping[int, Said], last: int, posted: int, at: int) -> Gone:
    return Gone(said[last].kind, said[last].reason, at, last, said[posted])


class _Course(NamedTuple):
    """The part of a history that is told in words; see WorkRecord."""

    table: list[Change]
    moved: list[Change]
    moved_before: int
    moved_later: int


def _course(told: list[Change], asked: Asked, most: int | None) -> _Course:
    """Return the last changes until the instant asked for; all there are, if `most` is None."""
    then = len(told) if asked.at is None else bisect_right(told, asked.at, key=attrgetter("at"))
    table = told if most is None or len(told) <= most else told[max(0, then - most) : then]
    moved = [one for one in told[:then] if one.moved]
    later = sum(one.moved for one in told[then:])
    shown = moved[: -MOVES_SHOWN - 1 : -1]
    return _Course(table, shown, len(moved) - len(shown), later)


def _entries_behind(changes: Iterable[Change]) -> Iterator[int]:
    for change in changes:
        yield from (move.step.event.seq for move in change.moves if move.was is None)


def _newest(event: Event) -> tuple[bool, int, int]:
    return (event.happened_at is None, -(event.happened_at or 0), -event.seq)


def _until(asked: Asked, known: int, steps: Sequence[Step]) -> int:
    """Return how far time has gone: a page tells by its ledger position, not by a clock."""
    if asked.at is not None:
        return asked.at
    return max(known, steps[-1].at) if steps else known


def _in_force(
    events: Sequence[Event], asked: Asked, known: int, steps: Sequence[Step]
) -> dict[int, Event]:
    """Return the reviews that stood at the instant, under a rule with a window those within it."""
    rule = asked.rule
    if not rule.window.changes:
        return standing(events, at=asked.at, known=known, versions=rule.versions)
    at = time_gone(steps, asked.at, asked.known)
    return standing(rule.window.taken(events, known), at=at, versions=rule.versions)


def _undated(events: Sequence[Event], asked: Asked, known: int) -> int:
    """Return how many reviews of unknown time there are, counted at the moment shown or not yet."""
    if all(event.happened_at is not None for event in events):
        return 0
    every = standing(events, known=known, versions=asked.rule.versions)
    return sum(event.happened_at is None for event in every.values())


def answered_from(asked: Asked, position: int) -> tuple[int, int, bool]:
    """Return the position, when it was recorded, and whether the page can change no more.

    Entries to come are recorded later than the last one there is. So what was known at an instant
    is settled once the instant is not after that last entry; before, it is only so far.
    """
    found = position if asked.known is None else min(position_at(asked.known), position)
    entry = read_some([position]).get(position)
    recorded_at = entry.recorded_at if entry else 0
    if asked.known is None or asked.known > recorded_at:
        return found, recorded_at, False
    return found, asked.known, asked.at is not None


def _gone(
    steps: Sequence[Step], asked: Asked, in_force: Container[int]
) -> list[tuple[int, int, int]]:
    """Return the reviews that were posted by then and are not in force.

    Each is told by the entry that took it out, the one that said it last, and when it was taken.
    """
    taken: dict[int, tuple[int, int]] = {}
    posted: dict[int, int] = {}
    for step in steps:
        event = step.event
        late = asked.at is not None and step.at > asked.at
        if late or event.reviewer in in_force or event.kind == ADOPTED:
            continue
        if event.kind in {"withdrawn", "excluded"}:
            taken[event.reviewer] = event.seq, step.at
        elif event.kind != "restored":
            posted[event.reviewer] = event.seq
    return [(seq, posted[review], at) for review, (seq, at) in taken.items() if review in posted]
