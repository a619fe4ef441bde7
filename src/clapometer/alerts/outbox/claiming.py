"""Taking deliveries: a conditional UPDATE, so that no two workers ever have the same one."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from django.db import connection

from clapometer.alerts.models import CLAIMED, WAITING

from .audiences import parts_of
from .lanes import marks


class Claim(NamedTuple):
    """A delivery that this worker is to send. `tries`: how often it was tried before."""

    notice_id: int
    endpoint_id: int
    tries: int
    due_at: int


def claim(notice_id: int, worker_id: int, most: int, now: int) -> list[Claim]:
    """Claim what is due of a notice, what waited longest first; at most `most` deliveries.

    A try is counted when it is claimed, so that a message that kills whoever sends it is not tried
    for ever.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                f"{_CLAIM} WHERE ctid = ANY(ARRAY(SELECT ctid {_DUE} FOR UPDATE SKIP LOCKED))"
                f" AND state = {WAITING} {_TOLD}",
                [worker_id, notice_id, now, most],
            )
        else:
            cursor.execute(
                f"{_CLAIM} WHERE rowid IN (SELECT rowid {_DUE}) {_TOLD}",
                [worker_id, notice_id, now, most],
            )
        return [Claim(notice_id, *row) for row in cursor.fetchall()]


_CLAIM = f"UPDATE alerts_delivery SET state = {CLAIMED}, worker_id = %s, tries = tries + 1"
_DUE = (
    f"FROM alerts_delivery WHERE notice_id = %s AND state = {WAITING} AND due_at <= %s"
    " ORDER BY due_at LIMIT %s"
)
_TOLD = "RETURNING endpoint_id, tries - 1, due_at"


def give_back(worker_id: int, claims: Sequence[tuple[int, int]], due_at: int | None = None) -> None:
    """Let others send what was claimed and never tried, from `due_at` on if it is given."""
    by_notice: dict[int, list[int]] = {}
    for notice_id, endpoint_id in claims:
        by_notice.setdefault(notice_id, []).append(endpoint_id)
    with connection.cursor() as cursor:
        for notice_id, endpoints in by_notice.items():
            for part in parts_of(endpoints):
                cursor.execute(
                    f"UPDATE alerts_delivery SET state = {WAITING}, worker_id = NULL,"
                    " tries = tries - 1, due_at = COALESCE(%s, due_at)"
                    f" WHERE state = {CLAIMED} AND worker_id = %s AND notice_id = %s"
                    f" AND endpoint_id IN ({marks(len(part))})",
                    [due_at, worker_id, notice_id, *part],
                )


def strays(worker_id: int, held: Collection[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return what is claimed by a worker that does not know of it.

    The connection may break after the database has claimed and before the worker learns of it.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT notice_id, endpoint_id FROM alerts_delivery"
            f" WHERE worker_id = %s AND state = {CLAIMED}",
            [worker_id],
        )
        return [row for row in cursor.fetchall() if row not in held]
