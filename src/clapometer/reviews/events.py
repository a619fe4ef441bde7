"""Reading review events out of the projection, as the engine takes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any

from django.db import connection

from clapometer.ledger.bulk import look_up
from clapometer.scoring.events import Event

from .readings import as_read_at

EVENT_COLUMNS = (
    "work_id", "seq", "review_id", "critic_id", "kind", "happened_at", "recorded_at", "voided_at",
    "positive", "grade", "top", "digest", "first_episodes",
)  # fmt: skip
_ENGINE = (
    "seq, review_id, critic_id, kind, happened_at, recorded_at, voided_at, positive, grade, top"
)
_OF_EVENT = ", ".join(f"e.{name.strip()}" for name in _ENGINE.split(","))


def events_of_work(work: int, known: int | None = None) -> list[Event]:
    """Return every event of the work's reviews, in order of recording, undone ones included.

    Grades are as they were read at an instant of recorded time, None: as they are read now.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {_ENGINE} FROM reviews_reviewevent WHERE work_id = %s ORDER BY seq", [work]
        )
        events = _events(cursor.fetchall())
    return events if known is None else as_read_at({work: events}, known)[work]


def events_of_works(works: Iterable[int], known: int | None = None) -> dict[int, list[Event]]:
    """Return every event of each work, as events_of_work() does, in one query."""
    found: dict[int, list[Event]] = {work: [] for work in works}
    rows = look_up(
        ("work",),
        [(work,) for work in found],
        f"SELECT work, {_OF_EVENT} FROM wanted JOIN reviews_reviewevent e ON e.work_id = work"
        " ORDER BY e.work_id, e.seq",
    )
    for work, *event in rows:
        found[work].append(Event._make(event))
    return found if known is None else as_read_at(found, known)


def events_of_review(review: int, work: int) -> list[Event]:
    """Return every event of one review, in order of recording."""
    return events_of_reviews([(work, review)])[review]


def events_of_reviews(reviews: Sequence[tuple[int, int]]) -> dict[int, list[Event]]:
    """Return the events of each review, given as (work, review), in order of recording.

    A review's first event bears its number; later ones are found by an index of their own.
    """
    source = f"SELECT {_OF_EVENT} FROM wanted JOIN reviews_reviewevent e"
    firsts = f"{source} ON e.work_id = work AND e.seq = review"
    laters = f"{source} ON e.review_id = review AND e.seq <> e.review_id"
    found: dict[int, list[Event]] = {review: [] for _, review in reviews}
    for query in (firsts, laters):
        for event in _events(look_up(("work", "review"), reviews, query)):
            found[event.reviewer].append(event)
    for events in found.values():
        events.sort(key=itemgetter(0))
    return found


def touched_works(after: int) -> list[int]:
    """Return the works whose reviews an entry after the position has touched, by number."""
    with connection.cursor() as cursor:
        # Asked for by number SQLite would go through all works of the site.
        cursor.execute(
            "SELECT work_id FROM reviews_workposition WHERE seq > %s ORDER BY seq", [after]
        )
        return sorted(row[0] for row in cursor.fetchall())


def events_of_touched_works(after: int) -> Iterator[tuple[int, list[Event]]]:
    """Yield each work touched after the position with its events; one work is in memory."""
    for work in touched_works(after):
        yield work, events_of_work(work)


def _events(rows: Iterable[tuple[Any, ...]]) -> list[Event]:
    return list(map(Event._make, rows))
