"""How far the outbox is: what waits, what was sent, what failed and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connection

from clapometer.alerts.kinds import DAY, SECOND
from clapometer.alerts.models import CLAIMED, DROPPED, FAILED, SENT, WAITING, Notice

from .lanes import WHOLE

LATELY = DAY * SECOND


@dataclass(frozen=True, slots=True)
class NoticeProgress:
    """One notice. `made`: its deliveries so far, all of them if `whole`; `queued`: those that wait
    or are under way; `failed` and `dropped`: how many, by reason. `oldest_at`: since when the
    oldest that is due has been waiting, None where none is."""

    notice_id: int
    name: str
    kind: str
    title: str
    state: str
    due_at: int
    began_at: int | None
    done_at: int | None
    made: int
    whole: bool
    queued: int
    sent: int
    failed: dict[str, int] = field(default_factory=dict)
    dropped: dict[str, int] = field(default_factory=dict)
    oldest_at: int | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """The whole outbox at an instant, with the notices that are on their way or lately were."""

    at: int
    queued: int
    sent: int
    failed: dict[str, int]
    dropped: dict[str, int]
    oldest_at: int | None
    workers: int
    notices: Sequence[NoticeProgress]


def read_progress(now: int, most: int = 50) -> Progress:
    """Return how far the outbox is: everything on its way, and of the last day `most` notices.

    Nothing is counted one by one but what waits and what failed, so it is quick however many were
    sent.
    """
    told = [progress_of(notice, now) for notice in _notices(now, most)]
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM alerts_worker")
        (workers,) = cursor.fetchone()
    return Progress(
        at=now,
        queued=sum(one.queued for one in told),
        sent=sum(one.sent for one in told),
        failed=_added(one.failed for one in told),
        dropped=_added(one.dropped for one in told),
        oldest_at=min((one.oldest_at for one in told if one.oldest_at is not None), default=None),
        workers=workers,
        notices=told,
    )


def progress_of(notice: Notice, now: int) -> NoticeProgress:
    """Return how far one notice is."""
    waiting, oldest = _waiting(notice.id)
    queued = waiting + _under_way(notice.id)
    failed, dropped = _undelivered(notice.id)
    lost = sum(failed.values()) + sum(dropped.values())
    whole = notice.spread_to == WHOLE
    if notice.state == "due" or (notice.state == "sending" and not whole):
        # Whoever is not even reached by spreading has been waiting since it was due.
        oldest = min(notice.due_at, notice.due_at if oldest is None else oldest)
    return NoticeProgress(
        notice.id, notice.name, notice.kind, notice.title, notice.state, notice.due_at,
        notice.began_at, notice.done_at, notice.spread, whole, queued,
        max(0, notice.spread - queued - lost), failed, dropped,
        oldest if oldest is not None and oldest <= now else None,
    )  # fmt: skip


def _notices(now: int, most: int) -> list[Notice]:
    open_ones = Notice.objects.filter(state__in=["due", "sending"]).order_by("priority", "id")
    lately = Notice.objects.filter(
        state__in=["done", "expired"], due_at__gt=now - LATELY
    ).order_by("-due_at", "-id")  # fmt: skip
    return [*open_ones, *lately[:most]]


def _waiting(notice_id: int) -> tuple[int, int | None]:
    return _row(
        "SELECT COUNT(*), MIN(due_at) FROM alerts_delivery"
        f" WHERE notice_id = %s AND state = {WAITING}",
        notice_id,
    )


def _under_way(notice_id: int) -> int:
    (count,) = _row(
        "SELECT COUNT(*) FROM alerts_worker w JOIN alerts_delivery d ON d.worker_id = w.id"
        f" WHERE d.notice_id = %s AND d.state = {CLAIMED}",
        notice_id,
    )
    return count


def _undelivered(notice_id: int) -> tuple[dict[str, int], dict[str, int]]:
    """Return how many failed and how many were dropped, by reason."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT state, reason, COUNT(*) FROM alerts_delivery"
            f" WHERE notice_id = %s AND state > {SENT} GROUP BY state, reason ORDER BY 3 DESC",
            [notice_id],
        )
        rows = cursor.fetchall()
    failed = {reason: count for state, reason, count in rows if state == FAILED}
    return failed, {reason: count for state, reason, count in rows if state == DROPPED}


def _row(statement: str, notice_id: int) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(statement, [notice_id])
        return cursor.fetchone()


def _added(counts: Iterable[Mapping[str, int]]) -> dict[str, int]:
    """Return counts added up by reason, the most frequent first."""
    total = Counter[str]()
    for one in counts:
        total.update(one)
    return dict(total.most_common())
