"""Everything the page of a work shows, read once from the ledger's projections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from clapometer.catalogue.models import Work
from clapometer.ledger.reading import position_at, read_some
from clapometer.reviews.events import events_of_work
from clapometer.reviews.moments import moments_from
from clapometer.reviews.record import Said, said_by_steps
from clapometer.reviews.scores import WorkScoreAt, read_steps, steps_from, time_gone
from clapometer.scoring.events import Event
from clapometer.scoring.history import Step, standing
from clapometer.scoring.moments import Moment
from clapometer.scoring.settling import ADOPTED

from .asking import Asked
from .changes import Change, read_changes
from .rows import Row, in_order, row_of
from .sameness import sameness


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
    `said` holds every entry about the work's reviews, by position. `until` is how far time has
    gone; `parts` how many parts the work has.
    """

    work: Work
    asked: Asked
    result: WorkScoreAt
    position: int
    recorded_at: int
    settled: bool
    history: list[Change]
    shown: list[Change]
    rows: list[Row]
    standing: list[Said]
    gone: list[Gone]
    said: dict[int, Said]
    undated: int
    moments: list[Moment]
    until: int
    parts: int

    @property
    def has_own_page(self) -> bool:
        """Return whether the work itself is reviewed, or has no parts that could be."""
        return bool(self.said) or not self.parts


def read_work(work: Work, asked: Asked, position: int) -> WorkRecord:
    """Return the record of a work; the number of queries does not grow with its reviews."""
    position, recorded_at, settled = _answered_from(asked, position)
    known = asked.known if asked.known is not None else recorded_at
    rule, events = asked.rule, events_of_work(work.id, known)
    steps = steps_from(asked.rules, events, known, time_gone((), None, asked.known))
    until = steps if asked.at is None else [step for step in steps if step.at <= asked.at]
    said = said_by_steps(steps, known)
    in_force = _in_force(events, asked, known, steps)
    stood = {review: said[event.seq] for review, event in in_force.items()}
    same = sameness(events, stood, rule, asked.at, known)
    told = read_changes(work, asked.rules, steps, time_gone(steps, None, asked.known))
    until_at = _until(asked, known, steps)
    result = read_steps(work, asked.rules, steps, at=asked.at, known=asked.known, seq=position)
    ordered = in_order(stood.values())
    return WorkRecord(
        work=work,
        asked=asked,
        result=result,
        position=position,
        recorded_at=recorded_at,
        settled=settled,
        history=told,
        shown=[change for change in told if asked.at is None or change.at <= asked.at],
        rows=[
            row_of(one, same[one.review]) if one.review in same else row_of(one) for one in ordered
        ],
        standing=ordered,
        gone=_gone(until, set(in_force), said),
        said=said,
        undated=_undated(events, asked, known),
        moments=moments_from(work, asked.rules, steps, until_at, known),
        until=until_at,
        parts=Work.objects.filter(parent_id=work.id).count(),
    )


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
    every = standing(events, known=known, versions=asked.rule.versions)
    return sum(event.happened_at is None for event in every.values())


def _answered_from(asked: Asked, position: int) -> tuple[int, int, bool]:
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


def _gone(until: Sequence[Step], in_force: set[int], said: dict[int, Said]) -> list[Gone]:
    """Return the reviews that were posted by then and are not in force, with what took them out."""
    last: dict[int, Event] = {}
    posted: dict[int, Event] = {}
    instants: dict[int, int] = {}
    for step in until:
        event = step.event
        if event.reviewer in in_force or event.kind == ADOPTED:
            continue
        if event.kind in {"withdrawn", "excluded"}:
            last[event.reviewer], instants[event.reviewer] = event, step.at
        elif event.kind != "restored":
            posted[event.reviewer] = event
    return [
        Gone(
            kind=event.kind,
            reason=said[event.seq].reason,
            at=instants[review],
            seq=event.seq,
            said=said[posted[review].seq],
        )
        for review, event in last.items()
        if review in posted
    ]
