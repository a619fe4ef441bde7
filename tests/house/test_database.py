"""The frame of database tests: each begins with an empty ledger whose triggers are in place."""

import pytest
from django.db import DatabaseError, connection, transaction

COLUMNS = "seq, kind, recorded_at, actor, subject, body, leaf"


def add_entry(seq: int) -> None:
    """Write one entry past all services."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO ledger_ledgerentry ({COLUMNS}) VALUES (%s, 'k', 0, 'a', 's', '{{}}', %s)",
            [seq, b"x" * 32],
        )


def count_entries() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM ledger_ledgerentry")
        return cursor.fetchone()[0]


# Tests that each leave an entry behind, in whatever order: neither may meet the other's.
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", [1, 2, 3])
def test_every_test_begins_with_an_empty_ledger(turn: int) -> None:
    assert count_entries() == 0
    add_entry(1)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM ledger_ledgerentry")
    assert count_entries() == 1


@pytest.mark.django_db
def test_a_database_test_is_marked_without_being_asked(request: pytest.FixtureRequest) -> None:
    assert request.node.get_closest_marker("database")
