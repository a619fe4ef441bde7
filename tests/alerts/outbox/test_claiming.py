"""A delivery is one worker's at a time, and is taken only when it is due."""

from __future__ import annotations

import pytest

from clapometer.alerts.kinds import SECOND
from clapometer.alerts.models import CLAIMED, WAITING, Delivery
from clapometer.alerts.outbox.claiming import claim, give_back, strays
from clapometer.alerts.outbox.spreading import spread
from tests.alerts.outbox.audience import NOON, add_followers, add_notice

pytestmark = pytest.mark.django_db


@pytest.fixture
def notice():
    add_followers(10, "work:1")
    made = add_notice()
    spread(made.id, NOON)
    return made


def test_no_two_workers_have_the_same_delivery(notice):
    first, second = claim(notice.id, 1, 6, NOON), claim(notice.id, 2, 6, NOON)
    assert (len(first), len(second)) == (6, 4)
    assert not {one.endpoint_id for one in first} & {one.endpoint_id for one in second}
    assert claim(notice.id, 3, 6, NOON) == []


def test_what_waited_longest_is_first_and_what_is_not_due_is_left(notice):
    ids = [one.endpoint_id for one in Delivery.objects.order_by("endpoint_id")]
    Delivery.objects.filter(endpoint_id__in=ids[:5]).update(due_at=NOON + SECOND)
    Delivery.objects.filter(endpoint_id=ids[9]).update(due_at=NOON - SECOND)
    assert [one.endpoint_id for one in claim(notice.id, 1, 1, NOON)] == [ids[9]]
    assert {one.endpoint_id for one in claim(notice.id, 1, 10, NOON)} == set(ids[5:9])


def test_tries_are_counted_when_claimed_and_uncounted_when_given_back(notice):
    claims = claim(notice.id, 1, 10, NOON)
    assert {one.tries for one in claims} == {0}
    given = [(one.notice_id, one.endpoint_id) for one in claims[:4]]
    give_back(1, given[:2])
    give_back(1, given[2:], NOON + SECOND)
    assert Delivery.objects.filter(state=WAITING, tries=0, worker_id=None).count() == 4
    assert Delivery.objects.filter(state=CLAIMED, tries=1, worker_id=1).count() == 6
    assert len(claim(notice.id, 2, 10, NOON)) == 2
    assert len(claim(notice.id, 2, 10, NOON + SECOND)) == 2


def test_nobody_gives_back_what_is_another_s(notice):
    claims = claim(notice.id, 1, 10, NOON)
    give_back(2, [(one.notice_id, one.endpoint_id) for one in claims])
    assert Delivery.objects.filter(state=CLAIMED, worker_id=1).count() == 10


def test_claims_that_a_worker_never_learned_of_are_found(notice):
    claims = claim(notice.id, 1, 10, NOON)
    claim(notice.id, 2, 10, NOON)
    held = {(one.notice_id, one.endpoint_id) for one in claims[:7]}
    lost = {(one.notice_id, one.endpoint_id) for one in claims[7:]}
    assert set(strays(1, held)) == lost
