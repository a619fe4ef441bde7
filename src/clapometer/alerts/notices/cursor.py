"""How far the ledger was read for notices. It is no consumer's cursor: what was sent stays sent.

A consumer is thrown away and built again; nothing may ever be sent again by that. The cursor's row
is also the lock of all who read and judge.
"""

from __future__ import annotations

from typing import NamedTuple

from django.db import connection

from clapometer.ledger.models import LedgerCursor
from clapometer.ledger.reading import head, read_some
from clapometer.reviews.scoreboard import consumer_name

from .kept import START, keep

NAME = "alerts"
# What notices are worked out from; nothing is read that these have not taken in.
FOLLOWED = ("catalogue", "record", "reviews", "facts", "charts", "points")


class Place(NamedTuple):
    """How far was read, and how far can be."""

    seq: int
    until: int


def place() -> Place | None:
    """Return how far was read and how far can be; None before the first reading. One query."""
    names = (*FOLLOWED, consumer_name())
    found = dict(LedgerCursor.objects.filter(name__in=[NAME, *names]).values_list("name", "seq"))
    if NAME not in found:
        return None
    return Place(found[NAME], min((found.get(name, 0) for name in names), default=0))


def begin() -> None:
    """Start at the end of the ledger: nothing of the past is told."""
    until, recorded_at = head()
    keep(START, recorded_at or 0)
    LedgerCursor.objects.get_or_create(name=NAME, defaults={"seq": until})


def hold() -> None:
    """Keep every other reader out until the transaction ends."""
    # SQLite did so when the transaction began (IMMEDIATE).
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT seq FROM ledger_ledgercursor WHERE name = %s FOR UPDATE", [NAME])


def move(before: int, until: int) -> bool:
    """Move the cursor; return False where another reader was quicker."""
    return LedgerCursor.objects.filter(name=NAME, seq=before).update(seq=until) == 1


def recorded_at(seq: int) -> int:
    """Return when an entry was recorded, 0 for none."""
    return read_some([seq])[seq].recorded_at if seq else 0
