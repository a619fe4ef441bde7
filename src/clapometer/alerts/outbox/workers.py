"""Workers: how they prove that they live, and how others take over from one that does not.

Each raises its beat. The others watch it on clocks of their own that nobody can set: a worker whose
beat stands still for long enough loses its row and its claims, in one transaction. It notices when
it beats next, and it sends nothing unless it has beaten lately, so that it stops before it is
taken for dead. A jump of any wall clock changes nothing of that.
"""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Callable

from django.db import connection, transaction

from clapometer.alerts.models import CLAIMED, WAITING, Worker

BEATS = 2.0
"""Seconds from beat to beat."""
LEASE = 20.0
"""Seconds after its last beat in which a worker may begin to send something."""
STILL = 60.0
"""Seconds without a beat after which a worker is taken for dead: its lease and whatever it was
sending then are over by that time."""


def register_worker(now: int) -> int:
    """Enter this process as a worker; return its number."""
    host = socket.gethostname()[:255]
    return Worker.objects.create(host=host, pid=os.getpid(), started_at=now).id


def beat(worker_id: int) -> bool:
    """Say that the worker lives; return False where it was taken for dead."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE alerts_worker SET beat = beat + 1 WHERE id = %s", [worker_id])
        return cursor.rowcount == 1


def retire(worker_id: int, beat_seen: int | None = None) -> int | None:
    """Take a worker out and free its claims; return how many, None where it beat meanwhile."""
    with transaction.atomic(), connection.cursor() as cursor:
        seen = "" if beat_seen is None else " AND beat = %s"
        values = [worker_id] if beat_seen is None else [worker_id, beat_seen]
        cursor.execute(f"DELETE FROM alerts_worker WHERE id = %s{seen}", values)
        if cursor.rowcount != 1:
            return None
        cursor.execute(
            f"UPDATE alerts_delivery SET state = {WAITING}, worker_id = NULL"
            f" WHERE worker_id = %s AND state = {CLAIMED}",
            [worker_id],
        )
        return cursor.rowcount


def free_orphans() -> int:
    """Free claims of workers that have no row any more; return how many.

    One that was taken for dead may claim once more before it learns of it.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE alerts_delivery SET state = {WAITING}, worker_id = NULL"
            f" WHERE state = {CLAIMED} AND worker_id NOT IN (SELECT id FROM alerts_worker)"
        )
        return cursor.rowcount


class Watch:
    """What one worker sees of the others."""

    def __init__(self, own: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._own, self._clock = own, clock
        self._seen: dict[int, tuple[int, float]] = {}

    def look(self) -> list[int]:
        """Take those whose beat stands still out; return their numbers."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT id, beat FROM alerts_worker WHERE id <> %s", [self._own])
            rows: list[tuple[int, int]] = cursor.fetchall()
        at = self._clock()
        seen, dead = {}, []
        for worker_id, count in rows:
            before = self._seen.get(worker_id)
            seen[worker_id] = before if before and before[0] == count else (count, at)
            if at - seen[worker_id][1] >= STILL and retire(worker_id, count) is not None:
                dead.append(worker_id)
        self._seen = seen
        free_orphans()
        return dead

    def start_anew(self) -> None:
        """Forget what was seen: while the database was away nobody could beat."""
        self._seen.clear()
