"""Roll-ups of works: series <- seasons <- episodes, in both readings, at any instant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from clapometer.catalogue.models import Work
from clapometer.instants import LATEST
from clapometer.ledger.bulk import look_up
from clapometer.ledger.reading import head, position_at
from clapometer.scoring.events import Event
from clapometer.scoring.history import tally_at
from clapometer.scoring.rollup import Own, Part, RollUp, Weighing, marked_apart, rolled
from clapometer.scoring.rules import Rule
from clapometer.scoring.tally import EMPTY, Tally

from .events import events_of_works
from .scoreboard import in_force

_SUMS = ", ".join(f"p.{name}" for name in Tally._fields)


class RollUpUnfit(ValueError):
    """The rule prints no share of verdicts; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class WorkRollUp:
    """A work and all below it at an instant of published time, as known at one of recorded time.

    None for an instant means: everything there is. `works` holds each work of the reading by the
    reading's name. `seq` is the ledger position answered from.
    """

    work: Work
    rule: Rule
    weighing: Weighing
    at: int | None
    known: int | None
    reading: RollUp
    works: Mapping[str, Work]
    seq: int


def roll_up_of(
    work: Work,
    rule: Rule | None = None,
    at: int | None = None,
    known: int | None = None,
    weighing: Weighing | None = None,
) -> WorkRollUp:
    """Return both readings of a work under a rule, pooled as the rule says or as declared.

    From all that is known it reads one point of history for each work, so its cost does not grow
    with the reviews; as known at an instant, it reads their entries in one query. Raises
    RollUpUnfit.
    """
    rule = rule or in_force(known).at(at)
    if not is_fit(rule):
        raise RollUpUnfit(
            f"The rule {rule.name} prints no share of positive reviews, and roll-ups are shares; "
            "choose another with --rule."
        )
    weighing = weighing or rule.rollup
    part, works = tree_of(work)
    ids = [one.id for one in works.values()]
    as_it_stands = known is None and rule.versions == "latest" and not rule.conversion.changes
    own = _from_points(ids, rule, at) if as_it_stands else _from_events(ids, rule, at, known)
    seq = head()[0] if known is None else position_at(known)
    reading = rolled(part, rule, weighing, own)
    return WorkRollUp(work, rule, weighing, at, known, reading, works, seq)


def is_fit(rule: Rule) -> bool:
    """Return whether the rule prints a share of positive reviews, as roll-ups are."""
    return rule.measure.of == "verdicts" and not rule.lacks and not rule.window.changes


def tree_of(work: Work) -> tuple[Part, dict[str, Work]]:
    """Return the work with all below it, without events, and the works by their names.

    It asks the catalogue once for each level.
    """
    works, level = [work], [work]
    while level:
        below = Work.objects.filter(parent_id__in=[one.id for one in level])
        level = list(below.order_by("number", "year", "id"))
        works += level
    return _part(work, _by_parent(works)), {one.public_id: one for one in works}


def _by_parent(works: Iterable[Work]) -> dict[int, list[Work]]:
    found: dict[int, list[Work]] = {}
    for one in works:
        if one.parent_id is not None:
            found.setdefault(one.parent_id, []).append(one)
    return found


def _part(work: Work, below: Mapping[int, list[Work]]) -> Part:
    parts = tuple(_part(one, below) for one in below.get(work.id, ()))
    return Part(work.public_id, work.kind, (), parts)


def _from_events(works: Sequence[int], rule: Rule, at: int | None, known: int | None) -> Own:
    """Return the tallies at the instants, told from every entry about the works."""
    events, marks = events_of_works(works, known), marks_of_works(works)

    def own(part: Part) -> tuple[Tally, Tally]:
        work = _number(part)
        return _tallies(events[work], marks.get(work, frozenset()), rule, at, known)

    return own


def _from_points(works: Sequence[int], rule: Rule, at: int | None) -> Own:
    """Return the tallies at the instant, read off the points; only marked works are told anew."""
    tallies, marks = _points(works, rule, at), marks_of_works(works)
    events = events_of_works(marks)

    def own(part: Part) -> tuple[Tally, Tally]:
        work = _number(part)
        if work in marks:
            return _tallies(events[work], marks[work], rule, at, None)
        return tallies.get(work, EMPTY), EMPTY

    return own


def _tallies(
    events: Sequence[Event], marks: frozenset[int], rule: Rule, at: int | None, known: int | None
) -> tuple[Tally, Tally]:
    taken = list(rule.conversion.taken(events))
    tally = partial(tally_at, at=at, known=known, counts=rule.counts, versions=rule.versions)
    return marked_apart(Part("", "", taken, first_episodes=marks), tally)


def _number(part: Part) -> int:
    return int(part.name.removeprefix("w"))


def marks_of_works(works: Iterable[int]) -> dict[int, frozenset[int]]:
    """Return, of the works with any, the entries that judge the first episodes only."""
    found: dict[int, set[int]] = {}
    rows = look_up(
        ("work",),
        [(work,) for work in works],
        "SELECT work, e.seq FROM wanted JOIN reviews_reviewevent e ON e.work_id = work"
        " WHERE e.first_episodes = 1",
    )
    for work, seq in rows:
        found.setdefault(work, set()).add(seq)
    return {work: frozenset(seqs) for work, seqs in found.items()}


def _points(works: Sequence[int], rule: Rule, at: int | None) -> dict[int, Tally]:
    """Return the tally of each work at the instant: one seek for each."""
    until = LATEST if at is None else at
    asked = [(work, 1 if once else 0, until) for work, once in _counted_once(works, rule).items()]
    rows = look_up(
        ("work", "counts", "until"),
        asked,
        f"SELECT wanted.work, {_SUMS} FROM wanted JOIN reviews_historypoint p"
        " ON p.work_id = wanted.work AND p.counts = wanted.counts AND p.at = (SELECT max(q.at)"
        " FROM reviews_historypoint q WHERE q.work_id = wanted.work AND q.counts = wanted.counts"
        " AND q.at <= wanted.until)",
    )
    return {work: Tally._make(sums) for work, *sums in rows}


def _counted_once(works: Sequence[int], rule: Rule) -> dict[int, bool]:
    """Return for each work whether its points where a critic counts once are asked for."""
    if rule.counts != "critic":
        return dict.fromkeys(works, False)
    rows = look_up(
        ("work",),
        [(work,) for work in works],
        "SELECT work, copies FROM wanted JOIN reviews_workscore s ON s.work_id = work",
    )
    return dict.fromkeys(works, False) | {work: bool(copies) for work, copies in rows}
