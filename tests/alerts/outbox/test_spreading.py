"""From a notice to its deliveries: everybody who follows, each once, on from where it stopped."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from clapometer.alerts.kinds import EVERY, HOUR, KINDS, SECOND
from clapometer.alerts.models import (
    CLAIMED,
    DROPPED,
    SENT,
    WAITING,
    Delivery,
    Endpoint,
    Follow,
    Follower,
    Notice,
)  # fmt: skip
from clapometer.alerts.outbox.claiming import claim
from clapometer.alerts.outbox.lanes import WHOLE
from clapometer.alerts.outbox.spreading import spread
from clapometer.alerts.outbox.workers import register_worker
from tests.alerts.outbox.audience import NOON, add_followers, add_notice

pytestmark = pytest.mark.django_db


def spread_all(notice: Notice, size: int = 4_000, now: int = NOON) -> int:
    """Spread to the end; return in how many chunks."""
    chunks = 0
    while spread(notice.id, now, size) is not None:
        chunks += 1
    return chunks


def told(notice: Notice) -> list[int]:
    rows = Delivery.objects.filter(notice_id=notice.id).order_by("endpoint_id")
    return list(rows.values_list("endpoint_id", flat=True))


def test_everybody_who_follows_one_of_its_keys_is_told_once_at_every_endpoint():
    both = add_followers(3, "work:1", "work:2", endpoints=2)
    one = add_followers(2, "work:2")
    add_followers(2, "work:3")
    notice = add_notice(keys=["work:1", "work:2"])
    spread_all(notice)
    assert told(notice) == sorted([*both, *one])
    notice.refresh_from_db()
    assert (notice.state, notice.spread, notice.spread_to) == ("sending", 8, WHOLE)


@pytest.mark.parametrize(
    "other",
    [
        {"cadence": "daily"},
        {"kinds": EVERY & ~KINDS["score"].bit},
        {"since": NOON},
        {"paused": True},
    ],
    ids=["digest only", "another kind", "followed later", "paused"],
)
def test_who_did_not_ask_for_it_is_not_told(other):
    wanted = add_followers(1, "work:1", since=NOON - 1)
    add_followers(1, "work:1", **other)
    notice = add_notice()
    spread_all(notice)
    assert told(notice) == wanted


@pytest.mark.parametrize("state", ["pending", "paused", "ended"])
def test_only_endpoints_that_are_on_are_told(state):
    kept, gone = add_followers(2, "work:1")
    Endpoint.objects.filter(id=gone).update(state=state)
    notice = add_notice()
    spread_all(notice)
    assert told(notice) == [kept]


def test_a_chunk_reads_no_more_than_its_page_and_the_next_goes_on_from_there():
    endpoints = add_followers(1_000, "work:1")
    notice = add_notice()
    assert spread(notice.id, NOON, 300) == 300
    notice.refresh_from_db()
    assert told(notice) == endpoints[:300]
    assert spread_all(notice, 300) == 3
    assert told(notice) == endpoints
    assert spread(notice.id, NOON) is None


def test_quiet_hours_move_a_delivery_and_nothing_else():
    awake = add_followers(1, "work:1")
    asleep = add_followers(1, "work:1", quiet_from=11 * 60, quiet_until=13 * 60)
    notice = add_notice()
    spread_all(notice)
    due = dict(Delivery.objects.values_list("endpoint_id", "due_at"))
    assert due == {awake[0]: NOON, asleep[0]: NOON + HOUR * SECOND}


@pytest.mark.parametrize("state", ["settling", "held", "withdrawn", "dropped", "done", "expired"])
def test_only_what_is_due_is_spread(state):
    add_followers(1, "work:1")
    notice = add_notice(state=state)
    assert spread(notice.id, NOON) is None
    assert told(notice) == []


def test_a_test_reaches_the_one_endpoint_that_asked_even_in_its_quiet_hours():
    first, _ = add_followers(2, "work:1", quiet_from=0, quiet_until=1439)
    notice = add_notice(keys=[], kind="test", audience="endpoint", said={"endpoint": first})
    spread_all(notice)
    assert list(Delivery.objects.values_list("endpoint_id", "due_at")) == [(first, NOON)]


def test_a_correction_goes_to_those_who_got_what_it_corrects_and_the_rest_never_get_that():
    endpoints = add_followers(10, "work:1")
    wrong = add_notice("wrong")
    spread_all(wrong)
    worker = register_worker(NOON)
    sent = [one.endpoint_id for one in claim(wrong.id, worker, 4, NOON)]
    Delivery.objects.filter(endpoint_id__in=sent).update(state=SENT, worker_id=None)
    (under_way,) = claim(wrong.id, worker, 1, NOON)
    right = add_notice(
        "right", kind="correction", audience="corrects", keys=[], corrects_id=wrong.id
    )
    for _ in range(3):
        assert spread(right.id, NOON) is None, "one is still being told the wrong thing"
    Delivery.objects.filter(state=CLAIMED).update(state=SENT, worker_id=None)
    assert spread(right.id, NOON) == 5
    assert told(right) == sorted([*sent, under_way.endpoint_id])
    dropped = Delivery.objects.filter(notice_id=wrong.id, state=DROPPED)
    left = set(endpoints) - set(sent) - {under_way.endpoint_id}
    assert {one.endpoint_id for one in dropped} == left
    assert not Delivery.objects.filter(notice_id=wrong.id, state=WAITING).exists()


def test_whoever_is_told_a_correction_as_one_who_got_the_wrong_thing_is_not_told_it_twice():
    endpoints = add_followers(4, "work:1")
    wrong = add_notice("wrong")
    spread_all(wrong)
    worker = register_worker(NOON)
    sent = [one.endpoint_id for one in claim(wrong.id, worker, 3, NOON)]
    for_all = add_notice("for all", kind="correction", said={"besides": [wrong.id]})
    assert spread(for_all.id, NOON) is None, "some are still being told the wrong thing"
    Delivery.objects.filter(endpoint_id__in=sent).update(state=SENT, worker_id=None)
    spread_all(for_all)
    assert told(for_all) == sorted(set(endpoints) - set(sent))
    for_those = add_notice(
        "for those", kind="correction", audience="corrects", keys=[], corrects_id=wrong.id
    )
    spread_all(for_those)
    assert told(for_those) == sorted(sent)


class TestAgainstAPlainSecondReading(TestCase):
    # Whatever follows whom, in whatever chunks: those told are those whom a plain second reading of
    # the tables finds, no one twice.
    @settings(max_examples=25)
    @given(st.randoms(use_true_random=False), st.integers(1, 60))
    def test_spreading_finds_whom_a_plain_reading_finds(self, chance: random.Random, size: int):
        for table in (Follow, Follower, Endpoint, Delivery, Notice):
            table.objects.all().delete()
        keys = [f"work:{number}" for number in range(1, 6)]
        for _ in range(chance.randint(0, 40)):
            add_followers(
                1, *chance.sample(keys, chance.randint(0, 4)), kinds=chance.choice([EVERY, 1, 2]),
                cadence=chance.choice(["now", "now", "daily"]), endpoints=chance.randint(0, 2),
                paused=chance.random() < 0.1,
            )  # fmt: skip
        about = chance.sample(keys, chance.randint(1, 4))
        notice = add_notice(f"n{chance.random()}", keys=about)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("clapometer.alerts.outbox.audiences.SMALLEST_PAGE", 1)
            spread_all(notice, size)
        follows = Follow.objects.filter(key__in=about, cadence="now")
        who = {one.follower_id for one in follows if one.kinds & KINDS["score"].bit}
        who &= set(Follower.objects.filter(paused=False).values_list("id", flat=True))
        expected = sorted(one.id for one in Endpoint.objects.all() if one.follower_id in who)
        assert told(notice) == expected
