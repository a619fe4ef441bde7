"""The one lock of the ledger: whoever holds it writes, or takes in what was written."""

from __future__ import annotations

from django.db import connection

# Any fixed number that nothing else on the same PostgreSQL database locks.
LOCK = 0x636C6170


def lock() -> None:
    """Take the lock until the transaction ends, waiting for whoever holds it."""
    # SQLite took it when the transaction began (IMMEDIATE).
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
