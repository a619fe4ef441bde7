"""From a notice to its deliveries, some thousands at a time.

How far it is stands in the notice itself and moves in the transaction that makes the deliveries, so
that whoever goes on after a killed worker begins where that one stopped.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from django.db import connection, transaction

from clapometer.alerts.models import WAITING, Notice

from .audiences import Recipient, next_chunk
from .lanes import WHOLE, stop_lane

SIZE = 4_000
TAKEN_BACK = "It was taken back before it could be delivered."


def spread(notice_id: int, now: int, size: int = SIZE) -> int | None:
    """Make the next deliveries of a notice; return how many, None where it cannot go on now.

    None: another worker is at it, it is whole, it was stopped, or what it corrects is still being
    sent to somebody.
    """
    if not _may_begin(notice_id, now):
        return None
    with transaction.atomic():
        notice = _locked(notice_id)
        if notice is None:
            return None
        chunk = next_chunk(notice, size, now)
        _insert(notice.id, chunk.recipients)
        Notice.objects.filter(id=notice.id).update(
            state="sending",
            spread_to=chunk.spread_to,
            spread=notice.spread + len(chunk.recipients),
            began_at=now if notice.began_at is None else notice.began_at,
        )
    return len(chunk.recipients)


def _may_begin(notice_id: int, now: int) -> bool:
    """See to it that who is still to be told of a notice is never told it after its correction."""
    found = Notice.objects.filter(id=notice_id, spread_to=0, kind="correction").first()
    if found is None:
        return True
    corrected = json.loads(found.said).get("besides", [])
    if found.audience == "corrects" and found.corrects_id is not None:
        corrected = [found.corrects_id]
    return all(stop_lane(number, TAKEN_BACK, now) for number in corrected)


def _locked(notice_id: int) -> Notice | None:
    """Return the notice, this worker's until the transaction ends, or None if it is another's."""
    # SQLite took its one lock when the transaction began (IMMEDIATE).
    skip = " FOR UPDATE SKIP LOCKED" if connection.vendor == "postgresql" else ""
    found = Notice.objects.raw(
        "SELECT * FROM alerts_notice WHERE id = %s AND state IN ('due', 'sending')"
        f" AND spread_to < %s{skip}",
        [notice_id, WHOLE],
    )
    return next(iter(found), None)


def _insert(notice_id: int, recipients: Sequence[Recipient]) -> None:
    """Write the deliveries; one that is there already stays as it is."""
    if not recipients:
        return
    columns = "notice_id, endpoint_id, state, due_at, tries, status, reason"
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO alerts_delivery ({columns})"
                f" SELECT %s, endpoint, {WAITING}, due, 0, 0, ''"
                " FROM unnest(%s::bigint[], %s::bigint[]) AS one (endpoint, due)"
                " ON CONFLICT DO NOTHING",
                [notice_id, [one.endpoint_id for one in recipients],
                 [one.due_at for one in recipients]],
            )  # fmt: skip
        return
    connection.ensure_connection()
    with connection.wrap_database_errors:
        connection.connection.executemany(
            f"INSERT INTO alerts_delivery ({columns})"
            f" VALUES ({notice_id}, ?, {WAITING}, ?, 0, 0, '') ON CONFLICT DO NOTHING",
            recipients,
        )
