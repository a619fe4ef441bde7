"""The channel over the wire: what it sends is taken, and each way to fail means one thing."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator

import pytest

from clapometer.alerts.channels.contract import (
    GONE,
    PERMANENT,
    SENT,
    TEMPORARY,
    Address,
    Outcome,
    Parcel,
)
from clapometer.alerts.channels.webpush.channel import NAME, WebPush
from clapometer.alerts.channels.webpush.sitekey import site_key
from clapometer.alerts.channels.webpush.subscriptions import read_subscription
from clapometer.alerts.channels.webpush.vapid import Signer
from clapometer.alerts.messages import Message
from clapometer.fetching.posting import Post
from clapometer.instants import now
from tests.alerts.channels.webpush.parcels import HOUR, message
from tools.pushservice.running import Running

Send = Callable[..., Outcome]


@pytest.fixture(scope="module")
def channel(tmp_path_factory: pytest.TempPathFactory) -> WebPush:
    signer = Signer(site_key(tmp_path_factory.mktemp("site")), "mailto:board@example.org")
    return WebPush(lambda: signer)


@pytest.fixture
def send(service: Running, channel: WebPush) -> Iterator[Send]:
    """Sends one message to one browser and says what became of it."""
    engine = Post("Clapometer/test", permit=service.permit, trust=service.trust,
                  names=service.names())  # fmt: skip

    def sent(told: Message, number: int = 1, mode: str = "ok", port: str = "many") -> Outcome:
        read = read_subscription(json.dumps(service.subscription(number, mode, port)))
        address = Address(number, 1, NAME, read.endpoint, read.origin, read.details(), "en")
        request = channel.request(Parcel(1, address, told, 0), now())
        assert engine.offer(request, "token")
        over = time.monotonic() + 10
        while not (answers := engine.work(0.1)):
            assert time.monotonic() < over
        return channel.judge(answers[0][1], now())

    yield sent
    engine.close()


def told(name: str = "n1", **changes: object) -> Message:
    return message(id=name, until=now() + HOUR, **changes)


MEANT = {
    "ok": SENT, "missing": GONE, "gone": GONE, "forbidden": TEMPORARY, "large": PERMANENT,
    "busy": TEMPORARY, "busy-date": TEMPORARY, "broken": TEMPORARY, "away": TEMPORARY,
    "inward": PERMANENT, "endless": SENT,
}  # fmt: skip


@pytest.mark.parametrize("mode", MEANT)
def test_each_way_to_answer_means_one_thing(send: Send, mode: str) -> None:
    assert send(told(), mode=mode).kind == MEANT[mode]


@pytest.mark.parametrize("mode", ["busy", "busy-date"])
def test_what_it_asks_to_wait_is_read(send: Send, mode: str) -> None:
    wait = send(told(), mode=mode).retry_after
    # A date has whole seconds, so one second by it may be none, or nearly two.
    assert wait is not None
    assert 0 <= wait < 2


def test_what_breaks_off_is_tried_again(send: Send) -> None:
    broken = send(told(), mode="reset", port="raw")
    assert (broken.kind, broken.status) == (TEMPORARY, 0)
    assert broken.reason


def test_the_browser_is_shown_it_once_however_often_it_is_tried(
    send: Send, service: Running
) -> None:
    assert send(told(), number=7).kind == send(told(), number=7).kind == SENT
    assert service.of(7) == {"arrived": {"n1": 2}, "shown": ["n1"]}
    assert service.counts()["refused"] == {}


def test_a_browser_that_sleeps_gets_the_newest_score_alone(send: Send, service: Running) -> None:
    for name, tag in (("n1", "a" * 32), ("n2", "a" * 32), ("n3", "b" * 32), ("n4", "a" * 32)):
        assert send(told(name, tag=tag), number=9, mode="asleep").kind == SENT
    assert sorted(service.wake(9)) == ["n3", "n4"]
