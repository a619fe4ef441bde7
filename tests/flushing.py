"""Emptying the test database between tests, although the ledger's triggers refuse every deletion.

Only the frame of the tests uses this, after a test: what a test itself does meets the triggers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pytest
from django.db.backends.base.operations import BaseDatabaseOperations


def allow_flush(patch: pytest.MonkeyPatch) -> None:
    """Let Django flush a test database with the triggers out of the way for that moment."""
    flush: Callable[..., None] = BaseDatabaseOperations.execute_sql_flush

    def flush_without_triggers(self: BaseDatabaseOperations, sql: Sequence[str]) -> None:
        asleep = postgres_asleep if self.connection.vendor == "postgresql" else sqlite_asleep
        with asleep(self.connection):
            flush(self, sql)

    patch.setattr(BaseDatabaseOperations, "execute_sql_flush", flush_without_triggers)


@contextmanager
def postgres_asleep(connection: Any) -> Iterator[None]:
    """PostgreSQL fires no triggers for a session that replays another server's changes."""
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        yield
        cursor.execute("SET session_replication_role = origin")


@contextmanager
def sqlite_asleep(connection: Any) -> Iterator[None]:
    """SQLite cannot switch triggers off: they are taken down and put up again word for word.

    Search indexes are virtual tables that Django does not know, so they are emptied here.
    """
    with connection.cursor() as cursor:
        triggers = cursor.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE 'ledger%'"
        ).fetchall()
        indexes = cursor.execute(
            "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%'"
        ).fetchall()
        for name, _ in triggers:
            cursor.execute(f'DROP TRIGGER "{name}"')
        yield
        for (name,) in indexes:
            cursor.execute(f'DELETE FROM "{name}"')
        for _, sql in triggers:
            cursor.execute(sql)
