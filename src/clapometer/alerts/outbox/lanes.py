"""Notices that are being sent, a lane each: which have something to send, which are through."""

from __future__ import annotations

from typing import NamedTuple

from django.db import connection, transaction

from clapometer.alerts.models import CLAIMED, DROPPED, SENT, WAITING

WHOLE = 2**63 - 1
"""What Notice.spread_to is when every delivery of the notice has been made."""
EXPIRED = "It could not be delivered while it was worth it."
AT_ONCE = 2_000


class Lane(NamedTuple):
    """A notice that has something to send now.

    `begun`: some of its deliveries have been made; `whole`: all of them.
    """

    notice_id: int
    priority: int
    begun: bool
    whole: bool


def open_lanes(now: int) -> list[Lane]:
    """Return the notices that have deliveries due, or deliveries still to be made.

    The states stand in the text of the statements: an index over some of the rows is used only by
    one that names them.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT n.id, n.priority, n.spread_to FROM alerts_notice n"
            " WHERE n.state IN ('due', 'sending') AND n.expires_at > %s AND (n.spread_to < %s"
            " OR EXISTS (SELECT 1 FROM alerts_delivery d WHERE d.notice_id = n.id"
            f" AND d.state = {WAITING} AND d.due_at <= %s))",
            [now, WHOLE, now],
        )
        return [
            Lane(number, priority, at > 0, at == WHOLE)
            for number, priority, at in cursor.fetchall()
        ]


def finish_lanes(now: int) -> int:
    """Mark what is sent to everybody as done; return how many notices that were."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE alerts_notice SET done_at = %s, state = CASE WHEN expires_at <= %s"
            " AND NOT EXISTS (SELECT 1 FROM alerts_delivery s WHERE s.notice_id = alerts_notice.id"
            f" AND s.state = {SENT}) THEN 'expired' ELSE 'done' END"
            " WHERE state = 'sending' AND spread_to = %s"
            " AND NOT EXISTS (SELECT 1 FROM alerts_delivery d"
            f" WHERE d.notice_id = alerts_notice.id AND d.state = {WAITING})"
            f" AND NOT EXISTS (SELECT 1 FROM alerts_delivery c {_by_claims()}"
            f" WHERE c.notice_id = alerts_notice.id AND c.state = {CLAIMED})",
            [now, now, WHOLE],
        )
        return cursor.rowcount


def expire_lanes(now: int) -> int:
    """Let go of what is no longer worth delivering; return how many deliveries were dropped."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id FROM alerts_notice WHERE state IN ('due', 'sending') AND expires_at <= %s",
            [now],
        )
        expired = [number for (number,) in cursor.fetchall()]
        if expired:
            cursor.execute(
                "UPDATE alerts_notice SET spread_to = %s, state = 'sending'"
                f" WHERE id IN ({marks(len(expired))}) AND state IN ('due', 'sending')",
                [WHOLE, *expired],
            )
    return sum(drop_waiting(number, EXPIRED, now) for number in expired)


def stop_lane(notice_id: int, reason: str, now: int) -> bool:
    """Send no more of a notice; return whether nothing of it is under way any longer."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE alerts_notice SET spread_to = %s WHERE id = %s AND state IN ('due', 'sending')"
            " AND spread_to < %s",
            [WHOLE, notice_id, WHOLE],
        )
        # One that was never begun is through as well.
        cursor.execute(
            "UPDATE alerts_notice SET state = 'sending' WHERE id = %s AND state = 'due'",
            [notice_id],
        )
    if drop_waiting(notice_id, reason, now):
        return False
    return not _is_under_way(notice_id)


def drop_waiting(notice_id: int, reason: str, now: int) -> int:
    """Drop some thousands of the deliveries of a notice that wait; return how many."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE alerts_delivery SET state = {DROPPED}, reason = %s, done_at = %s"
            f" WHERE state = {WAITING} AND notice_id = %s AND endpoint_id IN"
            " (SELECT endpoint_id FROM alerts_delivery WHERE notice_id = %s"
            f" AND state = {WAITING} LIMIT %s)",
            [reason, now, notice_id, notice_id, AT_ONCE],
        )
        return cursor.rowcount


def _is_under_way(notice_id: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT 1 FROM alerts_delivery c {_by_claims()}"
            f" WHERE c.notice_id = %s AND c.state = {CLAIMED} LIMIT 1",
            [notice_id],
        )
        return cursor.fetchone() is not None


def _by_claims() -> str:
    """Return by which index claims are found: SQLite would read all deliveries of the notice."""
    return "" if connection.vendor == "postgresql" else "INDEXED BY alerts_claimed"


def marks(count: int) -> str:
    """Return so many places for values in a statement."""
    return ", ".join(["%s"] * count)
