"""A worker with the real engine against a push service that fails in every way it knows.

The service opens and counts every message: what it counts is what is asserted here.
"""

from __future__ import annotations

import json
import resource
import threading
import time
from collections.abc import Iterator

import pytest

from clapometer import instants
from clapometer.alerts.kinds import EVERY, SECOND
from clapometer.alerts.models import (
    FAILED,
    SENT,
    WAITING,
    Delivery,
    Endpoint,
    Follow,
    Follower,
    Notice,
)  # fmt: skip
from clapometer.alerts.outbox.working import Work
from clapometer.fetching.posting import Post
from tests.alerts.outbox.audience import add_notice
from tools.pushservice.running import Running, push_service

pytestmark = [pytest.mark.django_db(transaction=True)]
NAME = "fell"


@pytest.fixture(scope="module")
def started() -> Iterator[Running]:
    with push_service(400, light=True) as one:
        yield one


@pytest.fixture
def service(started: Running) -> Running:
    started.forget()
    return started


def subscribe(service: Running, numbers: range, mode: str = "ok", port: str = "many", **where):
    """Let browsers follow, by the addresses at which the service behaves so."""
    for number in numbers:
        follower = Follower.objects.create(created_at=0)
        Follow.objects.create(
            follower_id=follower.id, key="work:1", kinds=EVERY, cadence="now", since=0
        )
        Endpoint.objects.create(
            id=number + 1, follower_id=follower.id, channel="webpush",
            address=service.endpoint(number, mode, port, **where), mark=f"{number:064d}",
            origin=service.origin(port, **where), state="on", created_at=0,
            details=json.dumps(service.subscribers.keys(number)),
        )  # fmt: skip


def engine(service: Running, *names: str) -> Post:
    return Post("tests", permit=service.permit, trust=service.trust, names=service.names(*names))


def send(service: Running, *names: str, later: float = 0.0) -> float:
    """Send what is due, by a clock that is `later` by so many seconds; return how long it took."""
    began = time.monotonic()
    work = Work(
        lambda _: None, threading.Event(), engine=engine(service, *names),
        clock=lambda: instants.now() + round(later * SECOND),
    )  # fmt: skip
    work.run(once=True)
    return time.monotonic() - began


def notify() -> Notice:
    at = instants.now()
    return add_notice(NAME, at=at)


def states(numbers: range) -> set[int]:
    ids = [number + 1 for number in numbers]
    return set(Delivery.objects.filter(endpoint_id__in=ids).values_list("state", flat=True))


def test_every_browser_opens_it_once_and_what_ended_ends(service):
    subscribe(service, range(100))
    subscribe(service, range(100, 110), "gone")
    subscribe(service, range(110, 120), "missing")
    subscribe(service, range(120, 125), "large")
    notice = notify()
    send(service)
    counts = service.counts()
    assert (counts["distinct"], counts["repeated"], counts["refused"]) == (100, 0, {})
    assert states(range(100)) == {SENT}
    ended = Endpoint.objects.filter(state="ended").values_list("id", flat=True)
    assert set(ended) == {number + 1 for number in range(100, 120)}
    assert states(range(100, 125)) == {FAILED}
    notice.refresh_from_db()
    assert (notice.state, notice.spread) == ("done", 125)


@pytest.mark.parametrize("mode", ["busy-once", "broken-once"])
def test_what_fails_for_now_comes_later_and_once(mode, service):
    subscribe(service, range(30), mode)
    subscribe(service, range(30, 60))
    notify()
    send(service)
    assert states(range(30)) == {WAITING}
    assert service.counts()["distinct"] == 30
    send(service, later=60.0)
    counts = service.counts()
    assert (counts["distinct"], counts["repeated"]) == (60, 0)
    assert states(range(60)) == {SENT}
    assert set(Delivery.objects.filter(endpoint_id__lte=30).values_list("tries", flat=True)) == {2}


def test_an_answer_that_was_torn_makes_a_second_request_and_one_message(service):
    """Nobody can know whether it was taken: it is sent again under its id, and shown once."""
    subscribe(service, range(10), "torn-once", "raw")
    notify()
    send(service)
    send(service, later=60.0)
    counts = service.counts()
    assert (counts["distinct"], counts["repeated"], counts["shown"]) == (10, 10, 10)
    assert service.of(3) == {"arrived": {NAME: 2}, "shown": [NAME]}
    assert states(range(10)) == {SENT}


@pytest.mark.parametrize(
    ("mode", "port"),
    [("reset", "raw"), ("ok", "other"), ("ok", "expired"), ("broken", "many"), ("away", "many")],
    ids=["reset", "another's certificate", "expired certificate", "500", "503"],
)
def test_what_cannot_be_reached_is_tried_again_and_keeps_nobody_waiting(mode, port, service):
    subscribe(service, range(5), mode, port)
    subscribe(service, range(5, 105))
    notify()
    assert send(service) < 30
    assert service.counts()["distinct"] == 100
    assert states(range(5)) == {WAITING}
    assert states(range(5, 105)) == {SENT}
    assert all(Delivery.objects.filter(endpoint_id__lte=5).values_list("reason", flat=True))


def test_one_that_hangs_delays_the_others_by_less_than_its_timeout(service):
    """One hangs at the very origin of the others, and ten at origins of their own."""
    dead = [f"dead{number}" for number in range(10)]
    subscribe(service, range(1), "hang")
    for number, name in enumerate(dead, start=1):
        subscribe(service, range(number, number + 1), "hang", name=name)
    subscribe(service, range(11, 311))
    notify()
    began = time.time()
    hosts = [f"{name}.{service.host}" for name in dead]
    stop = threading.Event()
    work = Work(lambda _: None, stop, engine=engine(service, *hosts))
    thread = threading.Thread(target=work.run)
    thread.start()
    try:
        while service.counts()["distinct"] < 300 and time.time() - began < 30:
            time.sleep(0.2)
    finally:
        stop.set()
        thread.join()
    counts = service.counts()
    assert counts["distinct"] == 300
    assert counts["last"] - began < 9, "less than the ten seconds that one request may take"
    assert states(range(11, 311)) == {SENT}


def test_ten_gigabytes_of_an_answer_are_not_read(service):
    subscribe(service, range(20), "endless")
    subscribe(service, range(20, 60))
    notify()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert send(service) < 30
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50 * 1024
    counts = service.counts()
    assert (counts["distinct"], counts["repeated"]) == (60, 0)
    assert states(range(60)) == {SENT}


def test_one_subscription_that_is_asked_to_wait_does_not_stop_its_whole_push_service(service):
    subscribe(service, range(3), "busy")
    subscribe(service, range(3, 200))
    notify()
    send(service)
    assert service.counts()["distinct"] == 197
    assert states(range(3)) == {WAITING}


def test_a_push_service_that_is_down_for_a_day_ends_in_failures_that_are_told(service):
    subscribe(service, range(3), "broken")
    notify()
    for hours in (0, 1, 2, 5, 9, 17, 30, 46):
        send(service, later=hours * 3600.0)
    assert Notice.objects.get().state == "done"
    assert states(range(3)) == {FAILED}
    rows = Delivery.objects.values_list("status", "tries")
    assert set(rows) == {(500, 8)}
    assert Endpoint.objects.filter(state="on", failures=8).count() == 3
