"""Sweeping away what nobody asks for any more."""

from __future__ import annotations

from django.db import connection, transaction

from clapometer.alerts.kinds import DAY, SECOND
from clapometer.alerts.models import WAITING

KEPT = 30 * DAY * SECOND
"""How long it is kept what became of each delivery."""
AT_ONCE = 2_000
LONGEST_WAIT = 2 * DAY * SECOND
"""No quiet hours, digest or pause between two tries last longer."""


def sweep(now: int, most: int = 100 * AT_ONCE) -> int:
    """Delete deliveries of notices that were through long ago; return how many.

    At most `most` at a time, in short transactions. What was counted of a notice stays.
    """
    bring_nearer(now)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id FROM alerts_notice n WHERE n.done_at < %s AND EXISTS"
            " (SELECT 1 FROM alerts_delivery d WHERE d.notice_id = n.id) ORDER BY id LIMIT 100",
            [now - KEPT],
        )
        old = [number for (number,) in cursor.fetchall()]
    swept = 0
    for number in old:
        while swept < most and (gone := _delete_some(number)):
            swept += gone
    return swept


def _delete_some(notice_id: int) -> int:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM alerts_delivery WHERE notice_id = %s AND endpoint_id IN"
            " (SELECT endpoint_id FROM alerts_delivery WHERE notice_id = %s"
            " ORDER BY endpoint_id LIMIT %s)",
            [notice_id, notice_id, AT_ONCE],
        )
        return cursor.rowcount


def bring_nearer(now: int) -> int:
    """Make due what waits for longer than anything ever does; return how many deliveries.

    They were put off by a clock that was wrong by days and has been set right since.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE alerts_delivery SET due_at = %s WHERE state = {WAITING} AND due_at > %s"
            " AND notice_id IN (SELECT id FROM alerts_notice"
            " WHERE state = 'sending' AND audience <> 'digest')",
            [now, now + LONGEST_WAIT],
        )
        return cursor.rowcount
