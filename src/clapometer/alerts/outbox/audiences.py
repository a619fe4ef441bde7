"""Who is told of a notice: the next few thousand, in order, without a look at the rest."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from django.db import connection

from clapometer.alerts.drafts import keys_of
from clapometer.alerts.kinds import KINDS
from clapometer.alerts.models import SENT, Notice

from .digestdays import due_of_digest
from .lanes import WHOLE, marks
from .quiet import loud_from

SMALLEST_PAGE = 200


class Recipient(NamedTuple):
    """An endpoint that is to be told, and not before when."""

    endpoint_id: int
    due_at: int


class Chunk(NamedTuple):
    """The next recipients, and how far the notice is spread with them (WHOLE: to everybody)."""

    recipients: Sequence[Recipient]
    spread_to: int


class _Member(NamedTuple):
    endpoint_id: int
    zone: str
    quiet_from: int | None
    quiet_until: int | None
    digest_at: int
    digest_weekday: int


def next_chunk(notice: Notice, size: int, now: int) -> Chunk:
    """Return the next of those who are told, about `size` of them at most."""
    return _AUDIENCES[notice.audience](notice, size, now)


def _followers(notice: Notice, size: int, now: int) -> Chunk:
    """Walk the followers of all its keys side by side, so that each is met once."""
    keys, mask = keys_of(notice.id), KINDS[notice.kind].bit
    page = max(SMALLEST_PAGE, size // max(1, len(keys)))
    found: set[int] = set()
    upto = WHOLE
    for key in keys:
        rows = _page_of_followers(key, notice.spread_to, page)
        if len(rows) == page:
            upto = min(upto, rows[-1][0])
        found.update(
            follower
            for follower, kinds, cadence, since in rows
            if kinds & mask and cadence == "now" and since < notice.recorded_at
        )
    reached = sorted(follower for follower in found if follower <= upto)
    members = _besides(notice, _members("follower_id", reached))
    return Chunk(_outside_quiet(notice, members, now), upto)


def _besides(notice: Notice, members: Sequence[_Member]) -> Sequence[_Member]:
    """Return the members without those who are told a correction because they got what it corrects.

    A correction for everybody who follows some work names those notices as `besides`.
    """
    corrected = json.loads(notice.said).get("besides", [])
    told: set[int] = set()
    with connection.cursor() as cursor:
        for part in parts_of([one.endpoint_id for one in members]) if corrected else ():
            cursor.execute(
                f"SELECT endpoint_id FROM alerts_delivery WHERE state = {SENT} AND notice_id IN"
                f" ({marks(len(corrected))}) AND endpoint_id IN ({marks(len(part))})",
                [*corrected, *part],
            )
            told.update(row[0] for row in cursor.fetchall())
    return [one for one in members if one.endpoint_id not in told]


def _page_of_followers(key: str, after: int, page: int) -> list[tuple[int, int, str, int]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT follower_id, kinds, cadence, since FROM alerts_follow"
            " WHERE key = %s AND follower_id > %s ORDER BY follower_id LIMIT %s",
            [key, after, page],
        )
        return cursor.fetchall()


def _told_before(notice: Notice, size: int, now: int) -> Chunk:
    """Walk those who were sent what the notice corrects."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT endpoint_id, state FROM alerts_delivery WHERE notice_id = %s"
            " AND endpoint_id > %s ORDER BY endpoint_id LIMIT %s",
            [notice.corrects_id, notice.spread_to, size],
        )
        rows = cursor.fetchall()
    told = [endpoint for endpoint, state in rows if state == SENT]
    upto = rows[-1][0] if len(rows) == size else WHOLE
    return Chunk(_outside_quiet(notice, _members("id", told), now), upto)


def _digest_readers(notice: Notice, size: int, _: int) -> Chunk:
    """Walk those who have a digest of this cadence; each gets it at an hour of their own."""
    said = json.loads(notice.said)
    cadence, day = said["cadence"], date.fromisoformat(said["day"])
    # The cadence stands in the statement itself: each has an index of its own.
    literal = {"daily": "'daily'", "weekly": "'weekly'"}[cadence]
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT DISTINCT follower_id FROM alerts_follow WHERE cadence = {literal}"
            " AND follower_id > %s ORDER BY follower_id LIMIT %s",
            [notice.spread_to, size],
        )
        found = [follower for (follower,) in cursor.fetchall()]
    upto = found[-1] if len(found) == size else WHOLE
    members = _members("follower_id", found)
    dues = [(one, due_of_digest(cadence, day, one.zone, one.digest_at, one.digest_weekday))
            for one in members]  # fmt: skip
    # Whose hour had passed before this was made gets the next one: no digest comes late by a day.
    fresh = [Recipient(one.endpoint_id, due) for one, due in dues if due >= notice.due_at]
    return Chunk(fresh, upto)


def _one(notice: Notice, _: int, now: int) -> Chunk:
    """Return the one endpoint that asked for it, at once: whoever asks is awake."""
    members = _members("id", [int(json.loads(notice.said)["endpoint"])])
    return Chunk([Recipient(one.endpoint_id, now) for one in members], WHOLE)


_AUDIENCES: dict[str, Callable[[Notice, int, int], Chunk]] = {
    "keys": _followers,
    "corrects": _told_before,
    "digest": _digest_readers,
    "endpoint": _one,
}


def _members(column: str, numbers: Sequence[int]) -> list[_Member]:
    """Return every endpoint that gets messages of these followers, or these endpoints."""
    found: list[_Member] = []
    with connection.cursor() as cursor:
        for part in parts_of(numbers):
            cursor.execute(
                "SELECT e.id, f.zone, f.quiet_from, f.quiet_until, f.digest_at, f.digest_weekday"
                " FROM alerts_endpoint e JOIN alerts_follower f ON f.id = e.follower_id"
                f" WHERE e.{column} IN ({marks(len(part))}) AND e.state = 'on' AND NOT f.paused",
                part,
            )
            found += [_Member(*row) for row in cursor.fetchall()]
    return found


def parts_of(numbers: Sequence[int], size: int = 2_000) -> Iterable[list[int]]:
    """Yield the numbers in parts that a statement can name one by one."""
    for start in range(0, len(numbers), size):
        yield list(numbers[start : start + size])


def _outside_quiet(notice: Notice, members: Iterable[_Member], now: int) -> list[Recipient]:
    """Return the members, those who sleep with the end of their quiet hours.

    All others are due since the notice was, however long spreading takes: so what is due later
    than its notice was kept back.
    """
    since = min(notice.due_at, now)
    return [
        Recipient(one.endpoint_id, since if loud == now else loud)
        for one in members
        for loud in (loud_from(now, one.zone, one.quiet_from, one.quiet_until),)
    ]
