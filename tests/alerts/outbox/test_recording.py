"""What became of deliveries, written down once and for all, and what it means for endpoints."""

from __future__ import annotations

import pytest

from clapometer.alerts.channels import contract
from clapometer.alerts.channels.contract import Outcome
from clapometer.alerts.kinds import DAY, SECOND
from clapometer.alerts.models import (
    CLAIMED,
    DROPPED,
    FAILED,
    SENT,
    WAITING,
    Delivery,
    Endpoint,
    Follow,
)  # fmt: skip
from clapometer.alerts.outbox.claiming import claim
from clapometer.alerts.outbox.parcels import EMPTY, ENDED, UNFOLLOWED, pack
from clapometer.alerts.outbox.recording import LONGEST_WAIT, Result, drop, record, wait_before
from clapometer.alerts.outbox.spreading import spread
from tests.alerts.outbox.audience import NOON, add_followers, add_notice

pytestmark = pytest.mark.django_db
TAKEN = Outcome(contract.SENT, 201)
BUSY = Outcome(contract.TEMPORARY, 503, "The server answered 503.")


def claimed(count: int = 1, worker: int = 1, **fields):
    add_followers(count, "work:1", **fields)
    notice = add_notice()
    spread(notice.id, NOON)
    return pack(notice, claim(notice.id, worker, count, NOON)).parcels


def the_delivery() -> Delivery:
    return Delivery.objects.get()


def test_what_was_sent_is_sent_however_often_it_is_written(paper):
    parcels = claimed(3)
    results = [Result(parcel, TAKEN, NOON) for parcel in parcels]
    record(1, results, set())
    record(1, results, set())
    rows = Delivery.objects.values_list("state", "status", "tries", "worker_id", "done_at")
    assert list(rows) == [(SENT, 201, 1, None, NOON)] * 3


def test_what_was_sent_counts_even_if_the_claim_was_given_to_another(paper):
    (parcel,) = claimed()
    Delivery.objects.update(state=WAITING, worker_id=None)
    record(1, [Result(parcel, TAKEN, NOON)], set())
    assert the_delivery().state == SENT


def test_a_failure_told_by_who_lost_the_claim_changes_nothing(paper):
    (parcel,) = claimed()
    Delivery.objects.update(worker_id=2)
    for outcome in (BUSY, Outcome(contract.PERMANENT, 400, "No.")):
        record(1, [Result(parcel, outcome, NOON)], set())
    row = the_delivery()
    assert (row.state, row.worker_id, row.status) == (CLAIMED, 2, 0)


def test_what_failed_for_now_is_tried_again_by_the_channel_s_plan_then_has_failed(paper):
    (parcel,) = claimed()
    now = NOON
    for tries, wait in enumerate(paper.plan.waits):
        assert parcel.tries == tries
        record(1, [Result(parcel, BUSY, now)], set())
        row = the_delivery()
        assert (row.state, row.worker_id, row.reason) == (WAITING, None, BUSY.reason)
        assert now + wait * SECOND <= row.due_at <= now + 1.2 * wait * SECOND
        now = row.due_at
        again = claim(row.notice_id, 1, 1, now)
        parcel = parcel._replace(tries=again[0].tries)
    record(1, [Result(parcel, BUSY, now)], set())
    row = the_delivery()
    assert (row.state, row.status, row.done_at) == (FAILED, 503, now)


def test_the_server_s_own_wish_to_wait_is_kept_within_reason(paper):
    (parcel,) = claimed()
    assert 90 <= wait_before(parcel, BUSY._replace(retry_after=90.0)) <= 108
    assert 1 <= wait_before(parcel, BUSY._replace(retry_after=0.0)) <= 1.2
    assert wait_before(parcel, BUSY._replace(retry_after=1e12)) <= 1.2 * LONGEST_WAIT


def test_what_would_come_too_late_is_not_tried_again(paper):
    (parcel,) = claimed()
    late = BUSY._replace(retry_after=3 * 24 * 3600.0)
    record(1, [Result(parcel, late, parcel.message.until - SECOND)], set())
    assert the_delivery().state == FAILED


def test_an_endpoint_that_is_gone_ends_with_its_reason(paper):
    first, second = claimed(2)
    gone = Outcome(contract.GONE, 410, "The server says that it is gone.")
    record(1, [Result(first, gone, NOON), Result(second, TAKEN, NOON)], set())
    ended = Endpoint.objects.get(id=first.endpoint.id)
    assert (ended.state, ended.reason) == ("ended", gone.reason)
    assert Endpoint.objects.get(id=second.endpoint.id).state == "on"
    assert Delivery.objects.get(endpoint_id=first.endpoint.id).state == FAILED


def test_failures_are_counted_and_forgiven_by_one_success(paper):
    (parcel,) = claimed()
    record(1, [Result(parcel, BUSY, NOON)], set())
    record(1, [Result(parcel, BUSY, NOON + 5)], set())
    endpoint = Endpoint.objects.get()
    assert (endpoint.failures, endpoint.failing_since) == (2, NOON)
    record(1, [Result(parcel, TAKEN, NOON + 9)], {parcel.endpoint.id})
    endpoint.refresh_from_db()
    assert (endpoint.failures, endpoint.failing_since, endpoint.state) == (0, None, "on")


def test_an_endpoint_that_only_failed_for_long_is_paused_with_its_reason(paper):
    (parcel,) = claimed()
    record(1, [Result(parcel, BUSY, NOON)], set())
    record(1, [Result(parcel, BUSY, NOON + 5 * DAY * SECOND - 1)], set())
    assert Endpoint.objects.get().state == "on"
    record(1, [Result(parcel, BUSY, NOON + 5 * DAY * SECOND)], set())
    endpoint = Endpoint.objects.get()
    assert endpoint.state == "paused"
    assert BUSY.reason in endpoint.reason


def test_claims_of_endpoints_that_ended_meanwhile_are_dropped(paper):
    first, second, third = add_followers(3, "work:1")
    notice = add_notice()
    spread(notice.id, NOON)
    Endpoint.objects.filter(id=first).update(state="ended")
    Endpoint.objects.filter(id=second).delete()
    packed = pack(notice, claim(notice.id, 1, 3, NOON))
    assert [parcel.endpoint.id for parcel in packed.parcels] == [third]
    drop(1, packed.dropped, NOON)
    dropped = Delivery.objects.filter(state=DROPPED).values_list("endpoint_id", "reason")
    assert set(dropped) == {(first, ENDED), (second, ENDED)}


def test_who_stopped_following_in_the_quiet_hours_is_not_told_after_them(paper):
    quiet = {"quiet_from": 11 * 60, "quiet_until": 13 * 60}
    kept, gone = add_followers(2, "work:1", **quiet)
    notice = add_notice()
    spread(notice.id, NOON)
    Follow.objects.filter(follower_id=Endpoint.objects.get(id=gone).follower_id).delete()
    packed = pack(notice, claim(notice.id, 1, 9, NOON + 3600 * SECOND))
    assert [parcel.endpoint.id for parcel in packed.parcels] == [kept]
    assert [(one.endpoint_id, why) for one, why in packed.dropped] == [(gone, UNFOLLOWED)]


def test_an_empty_digest_is_not_sent(paper):
    (endpoint,) = add_followers(1, "work:1", cadence="daily")
    said = {"cadence": "daily", "day": "2027-01-04"}
    notice = add_notice("d", keys=[], kind="digest", audience="digest", said=said)
    spread(notice.id, NOON)
    packed = pack(notice, claim(notice.id, 1, 9, NOON + DAY * SECOND))
    assert [(one.endpoint_id, why) for one, why in packed.dropped] == [(endpoint, EMPTY)]
