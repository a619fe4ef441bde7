"""What a person with full rights on the database can do to an entry is found out."""

import importlib

import pytest
from django.db import connection

from clapometer.ledger.entries import Draft
from clapometer.ledger.sealing import seal
from clapometer.ledger.verifying import problems
from clapometer.ledger.writing import writing

pytestmark = pytest.mark.django_db


@pytest.fixture
def open_to_tampering():
    with writing("test") as writer:
        drafts = [
            Draft("test.said", "test:", {"n": n}, n * 10**6, {"quote": seal(f"words {n}")})
            for n in range(4)
        ]
        writer.append(drafts)
    migration = importlib.import_module("clapometer.ledger.migrations.0001_ledger")
    statements = {"sqlite": migration.SQLITE, "postgresql": migration.POSTGRESQL}
    with connection.cursor() as cursor:
        for statement in statements[connection.vendor]:
            words = statement.split()
            if words[1] == "TRIGGER":
                on = "" if connection.vendor == "sqlite" else " ON ledger_ledgerentry"
                cursor.execute(f"DROP TRIGGER {words[2]}{on}")
        yield cursor.execute


def test_a_whole_ledger_has_no_problem(open_to_tampering):
    assert list(problems()) == []


TAMPERING = {
    "kind = 'test.denied'": "Entry 2 does not match its leaf",
    "happened_at = 5": "Entry 2 does not match its leaf",
    "happened_at = NULL": "Entry 2 does not match its leaf",
    "recorded_at = recorded_at + 1": "Entry 2 does not match its leaf",
    "actor = 'somebody else'": "Entry 2 does not match its leaf",
    "subject = 'test:7'": "Entry 2 does not match its leaf",
    "body = replace(body, '1', '2')": "Entry 2 does not match its leaf",
    "body = body || ' '": "Entry 2 does not match its leaf",
    "body = 'no JSON at all'": "Entry 2 does not match its leaf",
    "body = '[1]'": "Entry 2 does not match its leaf",
    """body = '{"share":0.5}'""": "Entry 2 does not match its leaf",
    """body = '{"é":1}'""": "Entry 2 does not match its leaf",
    "happened_at = 9000000000000000000": "Entry 2 does not match its leaf",
}


@pytest.mark.parametrize("change", TAMPERING)
def test_any_change_of_an_entry_is_found(open_to_tampering, change):
    open_to_tampering(f"UPDATE ledger_ledgerentry SET {change} WHERE seq = 2")
    assert any(TAMPERING[change] in problem for problem in problems())


def test_a_missing_entry_is_found(open_to_tampering):
    open_to_tampering("DELETE FROM ledger_ledgerentry WHERE seq = 3")
    assert "Entry 3 is missing; the next one found is 4." in list(problems())


def test_another_text_than_the_committed_one_is_found(open_to_tampering):
    open_to_tampering("UPDATE ledger_ledgertext SET text = 'kinder words' WHERE seq = 4")
    assert list(problems()) == [
        "The quote kept beside entry 4 is not the one the entry commits to."
    ]


def test_a_text_beside_no_entry_is_found(open_to_tampering):
    open_to_tampering("UPDATE ledger_ledgertext SET seq = 99 WHERE seq = 4")
    assert list(problems()) == ["A quote is kept beside entry 99, which does not exist."]
