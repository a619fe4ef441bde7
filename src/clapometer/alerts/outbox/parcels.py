"""From claims to parcels: the address of each, the message, and whether it is still wanted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from django.db import connection

from clapometer.alerts.channels.contract import Address, Parcel
from clapometer.alerts.digests.composing import compose
from clapometer.alerts.kinds import KINDS, SECOND
from clapometer.alerts.messages import Message, message_of
from clapometer.alerts.models import Notice, NoticeKey

from .audiences import parts_of
from .claiming import Claim
from .lanes import marks

LATE = 60 * SECOND
"""A delivery due so much later than its notice was kept back: who it is for may have changed."""
ENDED = "Messages there had ended before it could be delivered."
UNFOLLOWED = "It is not followed any more."
EMPTY = "Nothing happened."


class Packed(NamedTuple):
    """Claims made ready. `failing`: endpoints that have failures to be forgiven by a success;
    `dropped`: claims that nobody wants any more, with the reason."""

    parcels: Sequence[Parcel]
    failing: frozenset[int]
    dropped: Sequence[tuple[Claim, str]]


class _Row(NamedTuple):
    address: Address
    state: str
    failures: int
    paused: bool


def pack(notice: Notice, claims: Sequence[Claim]) -> Packed:
    """Return the parcels of claims of one notice."""
    rows = _rows_of([claim.endpoint_id for claim in claims])
    unwanted = _unwanted(notice, claims, rows)
    wanted = [claim for claim in claims if claim not in unwanted]
    messages = _messages(notice, [rows[claim.endpoint_id].address for claim in wanted])
    parcels, dropped = [], list(unwanted.items())
    for claim in wanted:
        message = messages.get(claim.endpoint_id)
        if message is None:
            dropped.append((claim, EMPTY))
        else:
            address = rows[claim.endpoint_id].address
            parcels.append(Parcel(notice.id, address, message, claim.tries))
    failing = frozenset(number for number, row in rows.items() if row.failures)
    return Packed(parcels, failing, dropped)


def _rows_of(endpoints: Sequence[int]) -> dict[int, _Row]:
    found = {}
    with connection.cursor() as cursor:
        for part in parts_of(endpoints):
            cursor.execute(
                "SELECT e.id, e.follower_id, e.channel, e.address, e.origin, e.details, f.language,"
                " e.state, e.failures, f.paused FROM alerts_endpoint e"
                " JOIN alerts_follower f ON f.id = e.follower_id"
                f" WHERE e.id IN ({marks(len(part))})",
                part,
            )
            for row in cursor.fetchall():
                found[row[0]] = _Row(Address._make(row[:7]), *row[7:])
    return found


def _unwanted(
    notice: Notice, claims: Sequence[Claim], rows: Mapping[int, _Row]
) -> dict[Claim, str]:
    """Return which claims are dropped, and why."""
    unwanted = {}
    late = []
    for claim in claims:
        row = rows.get(claim.endpoint_id)
        if row is None or row.state != "on" or row.paused:
            unwanted[claim] = ENDED
        elif claim.due_at > notice.due_at + LATE:
            late.append(claim)
    if late and notice.audience == "keys":
        followers = [rows[claim.endpoint_id].address.follower_id for claim in late]
        still = _still_following(notice, followers)
        unwanted.update(
            (claim, UNFOLLOWED)
            for claim in late
            if rows[claim.endpoint_id].address.follower_id not in still
        )
    return unwanted


def _still_following(notice: Notice, followers: Sequence[int]) -> set[int]:
    """Return which of the followers still follow something that the notice is about."""
    keys = set(NoticeKey.objects.filter(notice_id=notice.id).values_list("key", flat=True))
    mask = KINDS[notice.kind].bit
    found = set()
    with connection.cursor() as cursor:
        for part in parts_of(followers):
            cursor.execute(
                "SELECT follower_id, key, kinds FROM alerts_follow"
                f" WHERE follower_id IN ({marks(len(part))})",
                part,
            )
            found |= {who for who, key, kinds in cursor.fetchall() if key in keys and kinds & mask}
    return found


def _messages(notice: Notice, addresses: Sequence[Address]) -> Mapping[int, Message | None]:
    """Return the message of each endpoint: the same for all, but for digests."""
    if notice.audience == "digest":
        return compose(notice, addresses)
    message = message_of(notice)
    return {address.id: message for address in addresses}
