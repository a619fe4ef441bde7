"""Claims of a worker whose beat stands still are freed; one that beats keeps them."""

from __future__ import annotations

import pytest
from django.db import connection

from clapometer.alerts.models import CLAIMED, WAITING, Delivery, Notice, Worker
from clapometer.alerts.outbox.claiming import claim
from clapometer.alerts.outbox.lanes import WHOLE, finish_lanes
from clapometer.alerts.outbox.spreading import spread
from clapometer.alerts.outbox.workers import (
    BEATS,
    LEASE,
    STILL,
    Watch,
    beat,
    register_worker,
    retire,
)  # fmt: skip
from clapometer.fetching.posting import SECONDS
from tests.alerts.outbox.audience import NOON, add_followers, add_notice

pytestmark = pytest.mark.django_db


class Running:
    """A clock that runs as the test says."""

    def __init__(self) -> None:
        self.at = 100.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def claims() -> int:
    """A worker with four claims."""
    add_followers(4, "work:1")
    notice = add_notice()
    spread(notice.id, NOON)
    worker = register_worker(NOON)
    claim(notice.id, worker, 4, NOON)
    return worker


def test_a_beat_that_stands_still_frees_the_claims(claims):
    clock = Running()
    watch = Watch(register_worker(NOON), clock)
    assert watch.look() == []
    clock.at += STILL - 0.1
    assert watch.look() == []
    clock.at += 0.2
    assert watch.look() == [claims]
    assert Delivery.objects.filter(state=WAITING, worker_id=None, tries=1).count() == 4
    assert not beat(claims), "the dead worker is told when it beats again"


def test_a_worker_that_beats_keeps_its_claims_for_ever(claims):
    clock = Running()
    watch = Watch(register_worker(NOON), clock)
    for _ in range(50):
        clock.at += STILL - 1
        assert beat(claims)
        assert watch.look() == []
    assert Delivery.objects.filter(state=CLAIMED, worker_id=claims).count() == 4


def test_a_worker_that_beats_at_the_last_moment_is_not_taken_out(claims):
    seen = Worker.objects.get(id=claims).beat
    beat(claims)
    assert retire(claims, seen) is None
    assert Delivery.objects.filter(state=CLAIMED).count() == 4


def test_what_a_worker_claims_after_it_was_taken_for_dead_is_not_lost(claims):
    """It learns of it at its next beat; until then it may claim, and nobody may call it done."""
    notice = Notice.objects.get()
    retire(claims)
    assert len(claim(notice.id, claims, 4, NOON)) == 4
    Notice.objects.filter(id=notice.id).update(spread_to=WHOLE)
    assert finish_lanes(NOON) == 0
    Watch(register_worker(NOON), Running()).look()
    assert Delivery.objects.filter(state=WAITING, worker_id=None).count() == 4
    assert finish_lanes(NOON) == 0


def test_while_the_database_was_away_nobody_could_beat(claims):
    clock = Running()
    watch = Watch(register_worker(NOON), clock)
    watch.look()
    clock.at += 10 * STILL
    watch.start_anew()
    assert watch.look() == []


def test_a_worker_stops_sending_before_it_is_taken_for_dead():
    """Whatever it began at the end of its lease is over when its claims are freed."""
    assert BEATS < LEASE / 5
    assert LEASE + SECONDS + 5 < STILL


@pytest.mark.parametrize("name", ["alerts_waiting", "alerts_claimed", "alerts_undelivered"])
def test_the_indexes_over_some_of_the_rows_are_there(name):
    with connection.cursor() as cursor:
        found = connection.introspection.get_constraints(cursor, "alerts_delivery")
    assert name in found


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL plans by what is in there")
def test_claiming_reads_no_more_than_what_it_claims(django_assert_num_queries):
    with connection.cursor() as cursor:
        cursor.execute(
            "EXPLAIN QUERY PLAN SELECT rowid FROM alerts_delivery WHERE notice_id = 1"
            " AND state = 0 AND due_at <= 5 ORDER BY due_at LIMIT 9"
        )
        plan = " ".join(str(row[3]) for row in cursor.fetchall())
    assert "alerts_waiting" in plan
    assert "TEMP B-TREE" not in plan
