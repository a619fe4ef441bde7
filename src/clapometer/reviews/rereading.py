"""Reading grades again when a scale is confirmed or taken back: a part of the projection."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from django.db import connection

from clapometer.ledger.bulk import execute_rows, insert_rows, look_up
from clapometer.ledger.entries import Entry
from clapometer.ledger.reading import read_some
from clapometer.scoring.grades import Grade, GradeRefused, read_grade

from .models import NOBODY
from .readings import Confirmed, Reading, confirmed_scales, readings_at, readings_of

AT_ONCE = 5_000
_CONFIRMED_COLUMNS = (
    "id", "outlet_id", "critic_id", "scale", "since", "until", "evidence", "actor", "recorded_at",
)  # fmt: skip
_READING_COLUMNS = ("work_id", "seq", "confirmed_id", "own", "value", "scale", "reading")


class Printed(NamedTuple):
    """A grade as an entry prints it, whose hand it is, and what the entry itself reads it as."""

    work: int
    seq: int
    review: int
    happened_at: int | None
    text: str
    own: int | None
    scale: str | None


def in_force() -> list[Confirmed]:
    """Return the confirmed scales that nobody has taken back."""
    return [one for one in confirmed_scales() if one.voided_at is None]


def add_confirmed(entry: Entry) -> Confirmed:
    """Write a row for the entry that confirms a scale; return it."""
    data = entry.data
    row = (
        entry.seq,
        data.get("outlet", NOBODY),
        data.get("critic", NOBODY),
        data["scale"],
        data.get("from"),
        data.get("until"),
        data["evidence"],
        entry.actor,
        entry.recorded_at,
    )
    insert_rows("reviews_confirmedscale", _CONFIRMED_COLUMNS, [row])
    return Confirmed(*row, None)


def read_again(confirmed: Confirmed) -> set[int]:
    """Read the grades that a confirmed scale is about; return the works whose grades it reads."""
    works: set[int] = set()
    for printed in printed_by(confirmed):
        readings = [reading for one in printed if (reading := reading_by(confirmed, one))]
        _keep(readings)
        works |= {reading.work for reading in readings}
    return works


def read_new(printed: Iterable[Printed], confirmed: Sequence[Confirmed]) -> None:
    """Read grades that have just come in by the scales that were confirmed before."""
    waiting = list(printed)
    hands = _hands({one.review for one in waiting})
    _keep(
        [
            reading
            for one in waiting
            for scale in confirmed
            if scale.covers(*hands[one.review], one.happened_at)
            and (reading := reading_by(scale, one))
        ]
    )


def take_back(confirmed: int, recorded_at: int) -> set[int]:
    """Take a confirmed scale back; return the works whose grades it read."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE reviews_confirmedscale SET voided_at = %s WHERE id = %s AND voided_at IS NULL",
            [recorded_at, confirmed],
        )
        cursor.execute(
            "SELECT work_id, seq FROM reviews_gradereading WHERE confirmed_id = %s", [confirmed]
        )
        entries = cursor.fetchall()
    for part in _parts(entries):
        _settle(part)
    return {work for work, _ in entries}


def printed_by(confirmed: Confirmed) -> Iterable[list[Printed]]:
    """Yield the grades that a scale of this outlet, critic and period is about, some at a time."""
    hand = {"r.outlet_id": confirmed.outlet, "r.critic_id": confirmed.critic}
    asked = [(column, one) for column, one in hand.items() if one != NOBODY]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT r.work_id, r.id FROM reviews_review r WHERE "
            + " AND ".join(f"{column} = %s" for column, _ in asked)
            + " ORDER BY r.id",
            [one for _, one in asked],
        )
        reviews = cursor.fetchall()
    for part in _parts(reviews):
        yield [
            one
            for one in _printed_in(part)
            if confirmed.covers(confirmed.outlet, confirmed.critic, one.happened_at)
        ]


def _parts(rows: Sequence[tuple[int, int]]) -> Iterator[Sequence[tuple[int, int]]]:
    return (rows[start : start + AT_ONCE] for start in range(0, len(rows), AT_ONCE))


def _printed_in(reviews: Sequence[tuple[int, int]]) -> Iterable[Printed]:
    """Yield what every entry about the reviews (work, review) prints as a grade."""
    columns = "SELECT e.seq FROM wanted JOIN reviews_reviewevent e"
    firsts = f"{columns} ON e.work_id = work AND e.seq = review"
    laters = f"{columns} ON e.review_id = review AND e.seq <> e.review_id"
    seqs = [
        seq for query in (firsts, laters) for (seq,) in look_up(("work", "review"), reviews, query)
    ]
    for entry in read_some(sorted(seqs)).values():
        if printed := printed_in(entry):
            yield printed


def printed_in(entry: Entry) -> Printed | None:
    """Return the grade that an entry about a review prints, None where it prints none."""
    data = entry.data
    said = data.get("said", {})
    if "grade" not in said:
        return None
    return Printed(
        data["work"],
        entry.seq,
        entry.subject_id,
        entry.happened_at,
        said["grade"],
        said.get("value"),
        said.get("scale"),
    )


def reading_by(confirmed: Confirmed, printed: Printed) -> Reading | None:
    """Return the grade as the scale reads it, None where it changes nothing or cannot."""
    grade = _read(printed.text, confirmed.scale)
    if grade is None or (grade.points, grade.scale) == (printed.own, printed.scale):
        return None
    return Reading(printed.work, printed.seq, confirmed.id, printed.own, grade.points,
                   grade.scale, grade.rule)  # fmt: skip


def _read(text: str, scale: str) -> Grade | None:
    try:
        return read_grade(text, scale)
    except GradeRefused:
        return None


def _keep(readings: Sequence[Reading]) -> None:
    insert_rows("reviews_gradereading", _READING_COLUMNS, readings)
    _settle([(reading.work, reading.seq) for reading in readings])


def _settle(entries: Sequence[tuple[int, int]]) -> None:
    """Write down which grade of each entry (work, seq) holds now."""
    grades = {reading.seq: reading.own for reading in readings_at(entries)}
    grades |= {seq: reading.value for seq, (reading, _) in readings_of(entries).items()}
    execute_rows(
        "UPDATE reviews_reviewevent SET grade = %s WHERE work_id = %s AND seq = %s",
        [(grades[seq], work, seq) for work, seq in entries],
    )


def _hands(reviews: set[int]) -> dict[int, tuple[int, int]]:
    """Return outlet and critic of each review."""
    rows = look_up(
        ("review",),
        [(review,) for review in sorted(reviews)],
        "SELECT id, outlet_id, critic_id FROM wanted JOIN reviews_review ON id = review",
    )
    return {review: (outlet, critic) for review, outlet, critic in rows}
