"""A whole worker on a real database: everything is sent once, whatever happens on the way."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.db import OperationalError

from clapometer.alerts.channels.contract import all_channels
from clapometer.alerts.kinds import DAY, HOUR, SECOND
from clapometer.alerts.models import (
    DROPPED,
    FAILED,
    SENT,
    WAITING,
    Delivery,
    Endpoint,
    Notice,
    Worker,
)  # fmt: skip
from clapometer.alerts.outbox import keeping, recording, workers
from clapometer.alerts.outbox.claiming import claim
from clapometer.alerts.outbox.spreading import spread
from clapometer.alerts.outbox.working import Work
from clapometer.fetching.posting import Answer
from tests.alerts.outbox.audience import NOON, add_followers, add_notice
from tests.alerts.outbox.paper import PaperEngine

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("paper")]


def noon() -> int:
    return NOON


def run_once(engine: PaperEngine, clock: Callable[[], int] = noon) -> tuple[bool, list[str]]:
    said: list[str] = []
    right = Work(said.append, threading.Event(), engine=engine, clock=clock).run(once=True)
    return right, said


@contextmanager
def running(engine: PaperEngine, clock: Callable[[], int] = noon) -> Iterator[list[str]]:
    """A worker in a thread, stopped in order at the end."""
    stop, said = threading.Event(), []
    work = Work(said.append, stop, engine=engine, clock=clock)
    thread = threading.Thread(target=work.run)
    thread.start()
    try:
        yield said
    finally:
        stop.set()
        thread.join()


def wait_until(done: Callable[[], bool], seconds: float = 60.0) -> None:
    until = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < until, "it did not happen in time"
        time.sleep(0.01)


def states() -> dict[int, int]:
    found: dict[int, int] = {}
    for state in Delivery.objects.values_list("state", flat=True):
        found[state] = found.get(state, 0) + 1
    return found


def test_a_notice_is_sent_to_everybody_once_and_is_done():
    add_followers(1_200, "work:1")
    notice = add_notice()
    engine = PaperEngine()
    right, said = run_once(engine)
    assert right
    assert len(engine.got) == 1_200
    assert set(engine.got.values()) == {1}
    notice.refresh_from_db()
    assert (notice.state, notice.spread, notice.began_at) == ("done", 1_200, NOON)
    assert states() == {SENT: 1_200}
    assert not Worker.objects.exists()
    assert said == [next(line for line in said if line.startswith("1,200 sent in"))]


def test_a_second_run_has_nothing_to_do():
    add_followers(3, "work:1")
    add_notice()
    run_once(PaperEngine())
    engine = PaperEngine()
    assert run_once(engine) == (True, [])
    assert not engine.got


def test_the_first_message_leaves_within_a_second_of_becoming_due():
    """The goal is half a second to notice it; the rest is the machine's."""
    add_followers(5, "work:1")
    engine = PaperEngine()
    with running(engine):
        time.sleep(0.6)
        add_notice()
        began = time.monotonic()
        wait_until(lambda: len(engine.got) == 5)
        assert time.monotonic() - began < 1.0


def test_a_title_with_twenty_followers_does_not_wait_for_the_huge_one():
    """While the huge one is being sent, at the pace of the engine, the small one passes it."""
    add_followers(5_000, "work:1")
    add_followers(20, "work:2")
    engine = PaperEngine(lambda _: time.sleep(0.0002) or Answer(201, {}))
    add_notice("huge")
    with running(engine):
        wait_until(lambda: len(engine.got) > 500)
        add_notice("small", keys=["work:2"])
        before = len(engine.got)
        wait_until(lambda: sum(one[0] == "small" for one in list(engine.got)) == 20)
        passed = len(engine.got) - before
    assert passed < 4_500, "it waits for what is in hand and for one round, not for all"
    assert Notice.objects.get(name="huge").state == "sending"


def test_an_endpoint_that_is_gone_ends_and_an_unmakeable_message_is_told():
    gone, busy, unmakeable, fine = add_followers(4, "work:1")
    Endpoint.objects.filter(id=gone).update(address="https://push.example/gone")
    Endpoint.objects.filter(id=busy).update(address="https://push.example/busy")
    Endpoint.objects.filter(id=unmakeable).update(address="https://push.example/unmakeable")
    answers = {"gone": Answer(410, {}), "busy": Answer(429, {"retry-after": "30"})}
    engine = PaperEngine(lambda one: answers.get(one.url.rpartition("/")[2], Answer(201, {})))
    add_notice()
    assert run_once(engine)[0]
    row = Delivery.objects.get(endpoint_id=busy)
    assert row.state == WAITING
    assert NOON + 30 * SECOND <= row.due_at <= NOON + 36 * SECOND
    assert set(Endpoint.objects.filter(state="ended").values_list("id", flat=True)) == {
        gone, unmakeable,
    }  # fmt: skip
    assert Delivery.objects.get(endpoint_id=fine).state == SENT
    assert Notice.objects.get().state == "sending"
    run_once(PaperEngine(), lambda: NOON + 60 * SECOND)
    assert Notice.objects.get().state == "done"
    assert Delivery.objects.get(endpoint_id=busy).tries == 2


def test_an_origin_that_hangs_keeps_nobody_else_waiting():
    dead = add_followers(3_500, "work:1", origin="https://dead.example")
    add_followers(300, "work:1")
    engine = PaperEngine()
    engine.hanging.add("https://dead.example")
    add_notice()
    with running(engine):
        wait_until(lambda: sum("push.example" in url for _, url in list(engine.got)) == 300)
        wait_until(lambda: Delivery.objects.filter(state=SENT).count() == 300)
        # Asked while it still hangs: once it does not, the worker sends there before it stops.
        ended = Delivery.objects.filter(endpoint_id__in=dead, state__in=[SENT, FAILED])
        assert not ended.exists()
        engine.hanging.clear()
        engine._hung.clear()


def test_what_is_no_longer_worth_it_is_dropped_and_said_to_have_expired():
    add_followers(3, "work:1")
    spread(add_notice("begun").id, NOON)
    add_notice("unbegun")
    engine = PaperEngine()
    run_once(engine, lambda: NOON + 3 * DAY * SECOND)
    assert not engine.got
    assert states() == {DROPPED: 3}
    assert set(Notice.objects.values_list("state", flat=True)) == {"expired"}


def test_an_editor_who_holds_a_notice_stops_it_and_releasing_goes_on():
    add_followers(6_000, "work:1")
    notice = add_notice()
    engine = PaperEngine(lambda _: time.sleep(0.0002) or Answer(201, {}))
    with running(engine):
        wait_until(lambda: len(engine.got) > 100)
        Notice.objects.filter(id=notice.id).update(state="held")
        wait_until(lambda: not Delivery.objects.filter(state=1).exists())
        stopped = len(engine.got)
        time.sleep(0.5)
        assert len(engine.got) == stopped < 6_000
    Notice.objects.filter(id=notice.id).update(state="due")
    assert run_once(engine)[0]
    assert len(engine.got) == 6_000
    assert set(engine.got.values()) == {1}


def test_channels_that_carry_run_in_threads_and_one_that_breaks_is_tried_again():
    add_followers(40, "work:1", channel="cart")
    (broken,) = add_followers(1, "work:1", channel="cart", origin="https://broken.example")
    add_notice()
    run_once(PaperEngine())
    (cart,) = [one for one in all_channels() if one.name == "cart"]
    assert len(cart.carried) == len(set(cart.carried))
    row = Delivery.objects.get(endpoint_id=broken)
    assert (row.state, row.reason) == (WAITING, "Clapometer made a mistake (RuntimeError).")


def test_when_the_database_is_away_results_are_kept_and_nothing_is_sent_twice(monkeypatch):
    add_followers(5_000, "work:1")
    add_notice()
    engine = PaperEngine()
    real, chance = recording._end_deliveries, iter(range(10**6))

    def sometimes(worker, results):
        number = next(chance)
        if number % 3 == 0:
            raise OperationalError("gone away before")
        real(worker, results)
        if number % 3 == 1:
            raise OperationalError("gone away before the commit")

    monkeypatch.setattr(recording, "_end_deliveries", sometimes)
    right, said = run_once(engine)
    assert right
    assert len(engine.got) == 5_000
    assert set(engine.got.values()) == {1}
    assert states() == {SENT: 5_000}
    assert "The database is away (gone away before)." in said
    assert "The database is back." in said


def test_a_claim_that_was_made_as_the_connection_broke_is_not_forgotten(monkeypatch):
    add_followers(2_000, "work:1")
    add_notice()
    times = iter(range(10**6))

    def broken(*arguments):
        claims = claim(*arguments)
        if claims and next(times) in {0, 3}:
            raise OperationalError("the answer never came")
        return claims

    monkeypatch.setattr(keeping, "claim", broken)
    engine = PaperEngine()
    assert run_once(engine)[0]
    assert len(engine.got) == 2_000
    assert set(engine.got.values()) == {1}
    assert set(Delivery.objects.values_list("tries", flat=True)) == {1}


def test_a_worker_that_was_taken_for_dead_sends_nothing_it_had_not_begun_and_begins_anew(
    monkeypatch,
):
    monkeypatch.setattr(workers, "BEATS", 0.05)
    add_followers(5_000, "work:1")
    add_notice()
    engine = PaperEngine(lambda _: time.sleep(0.0002) or Answer(201, {}))
    with running(engine) as said:
        wait_until(lambda: len(engine.got) > 500)
        first = Worker.objects.get().id
        workers.retire(first)
        wait_until(lambda: Worker.objects.exclude(id=first).exists())
        wait_until(lambda: Notice.objects.get().state == "done", 60)
    assert f"Worker {first} was taken for dead; it begins anew." in said
    assert len(engine.got) == 5_000
    repeated = sum(count - 1 for count in engine.got.values())
    assert repeated <= PaperEngine.most_open, "only what was under way can be sent again"
    assert states() == {SENT: 5_000}


def test_a_stopped_worker_gives_back_what_it_has_not_sent():
    add_followers(5_000, "work:1")
    add_notice()
    engine = PaperEngine(lambda _: time.sleep(0.001) or Answer(201, {}))
    with running(engine):
        wait_until(lambda: len(engine.got) > 100)
    sent = len(engine.got)
    assert sent < 5_000
    assert states()[SENT] == sent
    waiting = Delivery.objects.filter(state=WAITING, tries=0, worker_id=None).count()
    assert Delivery.objects.count() == sent + waiting
    assert not Worker.objects.exists()


@pytest.mark.parametrize("days", [-30, 30])
def test_a_clock_that_jumps_by_days_frees_expires_and_wakes_nothing(days, monkeypatch):
    from clapometer import instants

    monkeypatch.setattr(instants, "now", noon)
    jumped = {"by": 0}
    began = time.monotonic()

    def wall() -> int:
        return NOON + round((time.monotonic() - began) * SECOND) + jumped["by"]

    monkeypatch.setattr(instants, "now", wall)
    add_followers(3_000, "work:1")
    asleep = add_followers(5, "work:1", quiet_from=11 * 60, quiet_until=23 * 60)
    add_notice()
    engine = PaperEngine(lambda _: time.sleep(0.0002) or Answer(201, {}))
    stop, said = threading.Event(), []
    thread = threading.Thread(target=Work(said.append, stop, engine=engine).run)
    thread.start()
    wait_until(lambda: len(engine.got) > 100)
    jumped["by"] = days * DAY * SECOND
    wait_until(lambda: Delivery.objects.filter(state=SENT).count() == 3_000)
    time.sleep(0.3)
    stop.set()
    thread.join()
    assert states() == {SENT: 3_000, WAITING: 5}
    late = Delivery.objects.filter(endpoint_id__in=asleep)
    assert {one.due_at for one in late} == {NOON + 11 * HOUR * SECOND}
    assert set(engine.got.values()) == {1}
