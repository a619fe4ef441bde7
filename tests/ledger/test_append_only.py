"""The database itself refuses to change or remove an entry, whoever asks and however."""

import pytest
from django.db import DatabaseError, connection, transaction

from clapometer.ledger.entries import Draft
from clapometer.ledger.models import LedgerEntry
from clapometer.ledger.verifying import problems
from clapometer.ledger.writing import writing

pytestmark = pytest.mark.django_db

ROW = "(seq, kind, happened_at, recorded_at, actor, subject, body, leaf)"
LEAF = {"sqlite": "x'00'", "postgresql": r"'\x00'"}
STATEMENTS = {
    "update": "UPDATE ledger_ledgerentry SET kind = 'x' WHERE seq = 1",
    "update of nothing else than the clock": "UPDATE ledger_ledgerentry SET recorded_at = 0",
    "delete": "DELETE FROM ledger_ledgerentry WHERE seq = 2",
    "delete all": "DELETE FROM ledger_ledgerentry",
    "insert with a gap": f"INSERT INTO ledger_ledgerentry {ROW} VALUES"
    " (9, 'k', NULL, 0, 'a', 's', '{}', LEAF)",
    "insert of a position there is": f"INSERT INTO ledger_ledgerentry {ROW} VALUES"
    " (1, 'k', NULL, 0, 'a', 's', '{}', LEAF)",
}
OF_SQLITE = {
    "replace": f"INSERT OR REPLACE INTO ledger_ledgerentry {ROW} VALUES"
    " (2, 'k', NULL, 0, 'a', 's', '{}', LEAF)",
    "replace with": f"REPLACE INTO ledger_ledgerentry {ROW} VALUES"
    " (1, 'k', NULL, 0, 'a', 's', '{}', LEAF)",
    "upsert": f"INSERT INTO ledger_ledgerentry {ROW} VALUES"
    " (1, 'k', NULL, 0, 'a', 's', '{}', LEAF) ON CONFLICT DO UPDATE SET kind = 'x'",
}
OF_POSTGRESQL = {
    "truncate": "TRUNCATE ledger_ledgerentry",
    "upsert": f"INSERT INTO ledger_ledgerentry {ROW} VALUES"
    " (1, 'k', NULL, 0, 'a', 's', '{}', LEAF) ON CONFLICT (seq) DO UPDATE SET kind = 'x'",
}


@pytest.fixture
def three_entries():
    with writing("test") as writer:
        writer.append([Draft("test.said", "test:", {"text": text}) for text in "abc"])


def _attempts():
    own = {"sqlite": OF_SQLITE, "postgresql": OF_POSTGRESQL}[connection.vendor]
    return (STATEMENTS | own).items()


def test_raw_sql_cannot_change_or_remove_an_entry(three_entries, subtests):
    before = list(LedgerEntry.objects.order_by("seq").values_list())
    for name, statement in _attempts():
        with subtests.test(name):
            sql = statement.replace("LEAF", LEAF[connection.vendor])
            with (
                pytest.raises(DatabaseError),
                transaction.atomic(),
                connection.cursor() as cursor,
            ):
                cursor.execute(sql)
            assert list(LedgerEntry.objects.order_by("seq").values_list()) == before
    assert list(problems()) == []


def test_the_orm_cannot_either(three_entries):
    entry = LedgerEntry.objects.get(seq=2)
    entry.kind = "changed"
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        entry.save()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        entry.delete()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        LedgerEntry.objects.all().delete()
    assert list(problems()) == []
