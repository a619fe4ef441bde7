"""Whoever takes in what was written holds the lock of those who write."""

import psycopg
import pytest
from django.db import OperationalError, connection

from clapometer.ledger import consumers
from clapometer.ledger.locking import LOCK

pytestmark = pytest.mark.django_db


# Two processes that catch up at once must not both write the same rows.
@pytest.mark.parametrize("act", [consumers.catch_up, consumers.rebuild])
def test_catching_up_waits_for_the_writer(monkeypatch, act):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one lock for all")
    made_up = consumers.Consumer("made up", lambda span: None, lambda: None)
    monkeypatch.setattr(consumers, "_consumers", {made_up.name: made_up})
    monkeypatch.setattr(consumers, "head", lambda: (1, 0))
    asked = connection.get_connection_params()
    where = {
        name: asked[name]
        for name in ("host", "port", "user", "password", "dbname")
        if name in asked
    }
    with psycopg.connect(**where) as other:
        other.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL lock_timeout = '200ms'")
        with pytest.raises(OperationalError, match="lock timeout"):
            act()
