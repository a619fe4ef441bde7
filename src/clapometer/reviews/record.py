"""What reviews said, for people to read: the entries behind a score, with names and words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from clapometer.catalogue.models import Work
from clapometer.ledger.entries import Entry
from clapometer.ledger.reading import read_some
from clapometer.ledger.texts import read_texts
from clapometer.scoring.grades import POINTS
from clapometer.scoring.history import Step, standing
from clapometer.scoring.rule import Printed, printed
from clapometer.scoring.rules import Rule
from clapometer.scoring.settling import ADOPTED
from clapometer.scoring.tally import EMPTY, Tally
from clapometer.scoring.timetable import Rules, timetable_of

from .events import events_of_work
from .models import Critic, Outlet, Review
from .readings import Confirmed, readings_of


@dataclass(frozen=True, slots=True)
class Said:
    """One entry about a review, with names and words. `seq` is its position in the ledger.

    `critic`, `outlet` are None where unnamed. `grade` is the text as printed; `value` its reading
    in ten-thousandths by `scale` and the form `reading`, None with the reason in `unread`;
    `confirmed` is the confirmed scale that reads it, where one does. `reason` explains a
    withdrawal or an exclusion.
    """

    seq: int
    review: int
    work_id: int
    kind: str
    critic: Critic | None
    outlet: Outlet | None
    positive: bool | None
    grade: str
    value: int | None
    scale: str
    reading: str
    unread: str
    confirmed: Confirmed | None
    verdict_by: str
    happened_at: int | None
    dated: str
    recorded_at: int
    top: bool
    first_episodes: bool
    link: str
    quote: str
    reason: str
    copy_of: int | None
    repeats: bool

    @property
    def outlet_name(self) -> str:
        """Return the name of the outlet, nothing where none is named."""
        return self.outlet.name if self.outlet else ""


@dataclass(frozen=True, slots=True)
class Brief:
    """What a history tells of a score, without the interval, which takes longest to work out."""

    tally: Tally
    there: Printed

    @property
    def printed(self) -> int | None:
        """Return the printed score in units of its last printed place; see rule.Score."""
        return self.there.printed

    @property
    def shown(self) -> str | None:
        """Return the score as the rule shows it."""
        return self.there.shown

    @property
    def band(self) -> str | None:
        """Return the name of the band."""
        return self.there.band

    @property
    def value(self) -> Fraction | None:
        """Return the share of positive reviews."""
        return Fraction(self.tally.positive, self.tally.count) if self.tally.count else None

    @property
    def mean(self) -> Fraction | None:
        """Return the mean grade, 0 to 1."""
        tally = self.tally
        return Fraction(tally.grade_sum, POINTS * tally.graded) if tally.graded else None


@dataclass(frozen=True, slots=True)
class Move:
    """One step of a history, read through the rule in force: the scores before and after it.

    `was`: the rule before it, where the step is the adoption of another; else None.
    """

    step: Step
    before: Brief
    after: Brief
    rule: Rule
    was: Rule | None = None

    @property
    def moved(self) -> bool:
        """Return whether the printed score changed."""
        return self.before.printed != self.after.printed


def moves(steps: Sequence[Step], rules: Rules) -> list[Move]:
    """Return every step of a history as the rule, or the rule in force then, reads it."""
    table = timetable_of(rules)
    if not steps:
        return []
    rule = table.at(steps[0].at)
    before, read = Brief(EMPTY, printed(rule, EMPTY)), []
    for step in steps:
        was, rule = rule, table.at(step.at)
        adopts = step.event.kind == ADOPTED
        same = step.tally == before.tally and not adopts
        after = before if same else Brief(step.tally, printed(rule, step.tally))
        read.append(Move(step, before, after, rule, was if adopts else None))
        before = after
    return read


def reviews_at(work: Work, at: int | None = None, known: int | None = None) -> list[Said]:
    """Return the reviews as they stood, newest first, those of unknown time last."""
    in_force = standing(events_of_work(work.id, known), at=at, known=known).values()
    said = said_by((event.seq for event in in_force), known)
    return sorted(said.values(), key=_newest)


def said_by_steps(steps: Iterable[Step], known: int | None = None) -> dict[int, Said]:
    """Return the entries about reviews behind the steps, by position. See said_by()."""
    return said_by((step.event.seq for step in steps if step.event.kind != ADOPTED), known)


def said_by(seqs: Iterable[int], known: int | None = None) -> dict[int, Said]:
    """Return the entries about reviews at these positions, by position.

    Grades are as they were read at the instant of recorded time; None: as they are now. The number
    of queries does not grow with them, but for their being read 400 at a time.
    """
    entries = read_some(seqs)
    quotes = read_texts(entries, "quote")
    reviews = Review.objects.in_bulk({entry.subject_id for entry in entries.values()})
    critics = Critic.objects.in_bulk({review.critic_id for review in reviews.values()})
    outlets = Outlet.objects.in_bulk({review.outlet_id for review in reviews.values()})
    said = {
        seq: _said(
            entry,
            review := reviews[entry.subject_id],
            critics.get(review.critic_id),
            outlets.get(review.outlet_id),
            quotes.get(seq, ""),
        )
        for seq, entry in entries.items()
    }
    return _as_read(said, known)


def _as_read(said: dict[int, Said], known: int | None) -> dict[int, Said]:
    """Return the entries with the grades that confirmed scales read."""
    graded = ((one.work_id, seq) for seq, one in said.items() if one.grade)
    for seq, (reading, confirmed) in readings_of(graded, known).items():
        said[seq] = replace(said[seq], value=reading.value, scale=reading.scale,
                            reading=reading.rule, unread="", confirmed=confirmed)  # fmt: skip
    return said


def _said(
    entry: Entry, review: Review, critic: Critic | None, outlet: Outlet | None, quote: str
) -> Said:
    data = entry.data
    said = data.get("said", {})
    return Said(
        seq=entry.seq,
        review=review.id,
        work_id=review.work_id,
        kind=entry.kind.removeprefix("review."),
        critic=critic,
        outlet=outlet,
        positive=said.get("positive"),
        grade=said.get("grade", ""),
        value=said.get("value"),
        scale=said.get("scale", ""),
        reading=said.get("reading", ""),
        unread=said.get("unread", ""),
        confirmed=None,
        verdict_by=said.get("verdict_by", ""),
        happened_at=entry.happened_at,
        dated=said.get("dated", "instant"),
        recorded_at=entry.recorded_at,
        top="top" in said,
        first_episodes="first_episodes" in said,
        link=said.get("link", ""),
        quote=quote,
        reason=data.get("reason", ""),
        copy_of=review.copy_of,
        repeats=review.repeats,
    )


def _newest(said: Said) -> tuple[bool, int, int]:
    return (said.happened_at is None, -(said.happened_at or 0), -said.seq)
