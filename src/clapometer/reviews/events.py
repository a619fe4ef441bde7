"""Reading review events out of the projection, as the engine takes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import connection

from clapometer.scoring.events import Event

EVENT_COLUMNS = (
    "work_id", "seq", "review_id", "critic_id", "kind", "happened_at", "recorded_at", "voided_at",
    "positive", "grade", "top", "digest",
)  # fmt: skip
_ENGINE = (
    "seq, review_id, critic_id, kind, happened_at, recorded_at, voided_at, positive, grade, top"
)


def events_of_work(work: int) -> list[Event]:
    """Return every event of the work's reviews, in order of recording, undone ones included."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {_ENGINE} FROM reviews_reviewevent WHERE work_id = %s ORDER BY seq", [work]
        )
        return _events(cursor.fetchall())


def events_of_review(review: int, work: int) -> list[Event]:
    """Return every event of one review; later ones than its first are found by their own index."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {_ENGINE} FROM reviews_reviewevent WHERE work_id = %s AND seq = %s"
            f" UNION ALL SELECT {_ENGINE} FROM reviews_reviewevent"
            " WHERE review_id = %s AND seq <> review_id ORDER BY 1",
            [work, review, review],
        )
        return _events(cursor.fetchall())


def digests_of_review(review: int, work: int) -> set[int]:
    """Return the fingerprints of what the review's entries say, undone ones left out."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT digest FROM reviews_reviewevent"
            " WHERE work_id = %s AND seq = %s AND voided_at IS NULL"
            " UNION ALL SELECT digest FROM reviews_reviewevent"
            " WHERE review_id = %s AND seq <> review_id AND voided_at IS NULL",
            [work, review, review],
        )
        return {row[0] for row in cursor.fetchall()}


def events_of_touched_works(after: int) -> Iterator[tuple[int, list[Event]]]:
    """Yield each work touched after the position with all its events, one work in memory at a time."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT work_id FROM reviews_workposition WHERE seq > %s ORDER BY work_id", [after]
        )
        works = [row[0] for row in cursor.fetchall()]
    for work in works:
        yield work, events_of_work(work)


def _events(rows: Iterable[tuple[Any, ...]]) -> list[Event]:
    return list(map(Event._make, rows))
