"""Grades as confirmed scales read them, at any instant of recorded time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from django.db import connection

from clapometer.ledger.bulk import look_up
from clapometer.scoring.events import Event

from .models import NOBODY

_CONFIRMED = (
    "id, outlet_id, critic_id, scale, since, until, evidence, actor, recorded_at, voided_at"
)
_READING = "g.work_id, g.seq, g.confirmed_id, g.own, g.value, g.scale, g.reading"


class Hand(NamedTuple):
    """Whose grades, and when: an outlet, a critic, or one in the other; a period, both included."""

    outlet: int = NOBODY
    critic: int = NOBODY
    since: int | None = None
    until: int | None = None


class Confirmed(NamedTuple):
    """A scale that a person confirmed; see models.ConfirmedScale."""

    id: int
    outlet: int
    critic: int
    scale: str
    since: int | None
    until: int | None
    evidence: str
    actor: str
    recorded_at: int
    voided_at: int | None

    @property
    def by(self) -> str:
        """Who confirmed it."""
        return self.actor.removeprefix("person:")

    @property
    def rank(self) -> tuple[int, int]:
        """How it stands among those that hold for one grade: the highest is used."""
        return (2 * (self.critic != NOBODY) + (self.outlet != NOBODY), self.id)

    def is_known(self, known: int | None) -> bool:
        """Return whether it was in force at an instant of recorded time (None: now)."""
        if known is None:
            return self.voided_at is None
        return self.recorded_at <= known and (self.voided_at is None or self.voided_at > known)

    def covers(self, outlet: int, critic: int, happened_at: int | None) -> bool:
        """Return whether it is about a grade of this hand, published then."""
        if self.outlet not in (NOBODY, outlet) or self.critic not in (NOBODY, critic):
            return False
        if happened_at is None:
            return self.since is None and self.until is None
        late = self.until is not None and happened_at > self.until
        return not late and (self.since is None or happened_at >= self.since)


class Reading(NamedTuple):
    """The grade of one entry as a confirmed scale reads it; see models.GradeReading."""

    work: int
    seq: int
    confirmed: int
    own: int | None
    value: int
    scale: str
    rule: str


def confirmed_scales(*, outlet: int | None = None, critic: int | None = None) -> list[Confirmed]:
    """Return every scale that was ever confirmed, or those about one outlet or critic, by id."""
    asked = {"outlet_id": outlet, "critic_id": critic}
    chosen = [(column, value) for column, value in asked.items() if value is not None]
    where = " AND ".join(f"{column} = %s" for column, _ in chosen)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {_CONFIRMED} FROM reviews_confirmedscale"
            f"{f' WHERE {where}' if where else ''} ORDER BY id",
            [value for _, value in chosen],
        )
        return list(map(Confirmed._make, cursor.fetchall()))


def scales_for(outlet: int, critic: int, happened_at: int | None) -> list[str]:
    """Return the confirmed scales by which a grade of this hand is read, the first one first."""
    found = [
        one
        for one in confirmed_scales()
        if one.is_known(None) and one.covers(outlet, critic, happened_at)
    ]
    return [one.scale for one in sorted(found, key=lambda one: one.rank, reverse=True)]


def as_read_at(events: Mapping[int, Sequence[Event]], known: int) -> dict[int, list[Event]]:
    """Return works' events with the grades that were read by the instant of recorded time."""
    rows = look_up(
        ("work",),
        [(work,) for work in events],
        f"SELECT {_READING} FROM wanted JOIN reviews_gradereading g ON g.work_id = work",
    )
    readings = list(map(Reading._make, rows))
    grades = {reading.seq: reading.own for reading in readings}
    grades |= {seq: reading.value for seq, (reading, _) in _held(readings, known).items()}
    read_again = {reading.work for reading in readings}
    return {
        work: [
            event._replace(grade=grades[event.seq]) if event.seq in grades else event
            for event in told
        ]
        if work in read_again
        else list(told)
        for work, told in events.items()
    }


def readings_of(
    entries: Iterable[tuple[int, int]], known: int | None = None
) -> dict[int, tuple[Reading, Confirmed]]:
    """Return what reads the grades of the entries (work, seq), by seq; most are read by nothing."""
    return _held(readings_at(entries), known)


def readings_at(entries: Iterable[tuple[int, int]]) -> list[Reading]:
    """Return every reading there ever was of the entries, given as (work, seq)."""
    rows = look_up(
        ("work", "entry"),
        list(entries),
        f"SELECT {_READING} FROM wanted JOIN reviews_gradereading g"
        " ON g.work_id = work AND g.seq = entry",
    )
    return list(map(Reading._make, rows))


def _held(readings: Sequence[Reading], known: int | None) -> dict[int, tuple[Reading, Confirmed]]:
    """Return the reading that holds for each entry: that of the highest rank known then."""
    if not readings:
        return {}
    known_ones = {one.id: one for one in confirmed_scales() if one.is_known(known)}
    of_entry: dict[int, list[tuple[Reading, Confirmed]]] = defaultdict(list)
    for reading in readings:
        if reading.confirmed in known_ones:
            of_entry[reading.seq].append((reading, known_ones[reading.confirmed]))
    return {seq: max(found, key=lambda one: one[1].rank) for seq, found in of_entry.items()}
