"""The engine that sends and the push service that checks, over HTTP/2 and TLS on loopback."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator

import pytest

from clapometer.alerts.channels.webpush.encryption import encrypt, receiver
from clapometer.alerts.channels.webpush.sitekey import site_key
from clapometer.alerts.channels.webpush.vapid import Signer
from clapometer.fetching.posting import Answer, Post, Request
from tools.pushservice.faults import MODES, Fault
from tools.pushservice.running import Running

Make = Callable[..., Request]


@pytest.fixture(scope="module")
def signer(tmp_path_factory: pytest.TempPathFactory) -> Signer:
    return Signer(site_key(tmp_path_factory.mktemp("site")), "mailto:made-up@site.example")


@pytest.fixture
def post(service: Running) -> Iterator[Post]:
    engine = Post(
        "Clapometer/test",
        permit=service.permit,
        trust=service.trust,
        names=service.names("two.push.test"),
    )
    yield engine
    engine.close()


@pytest.fixture
def make(service: Running, signer: Signer) -> Make:
    """Makes a request for a browser, as the web push channel does."""

    def made(
        number: int, mode: str = "ok", port: str = "many", seconds: float = 5.0, name: str = "",
    ) -> Request:  # fmt: skip
        keys = service.subscribers.keys(number)
        headers = {
            "Authorization": signer.authorization(
                service.origin(port, name), int(time.time() * 1e6)
            ),
            "Content-Encoding": "aes128gcm",
            "Content-Type": "application/octet-stream",
            "TTL": "60",
            "Topic": "score",
            "Urgency": "high",
        }
        body = encrypt(b'{"id": "m1"}', receiver(**keys))
        return Request(service.endpoint(number, mode, port, name), headers, body, seconds)

    return made


def all_sent(
    post: Post, requests: dict[object, Request], seconds: float = 10
) -> dict[object, Answer]:
    """Send them all, as many at a time as the engine takes; the answers by token."""
    waiting, got = list(requests.items()), {}
    over = time.monotonic() + seconds
    while len(got) < len(requests):
        assert time.monotonic() < over, f"{len(requests) - len(got)} have not ended"
        waiting = [one for one in waiting if not post.offer(one[1], one[0])]
        got.update(post.work(0.1))
    return got


def test_many_messages_arrive_once_each(service: Running, post: Post, make: Make) -> None:
    got = all_sent(post, {one: make(one) for one in range(300)})
    assert {one.status for one in got.values()} == {201}
    counts = service.counts()
    assert (counts["received"], counts["distinct"], counts["refused"]) == (300, 300, {})
    assert service.arrivals("m1") == b"\1" * 300 + bytes(700)
    assert service.of(299) == {"arrived": {"m1": 1}, "shown": ["m1"]}


ANSWERED = [name for name, mode in MODES.items() if mode.how == "answer"]


@pytest.mark.parametrize("port", ["many", "raw"])
def test_every_mode_answers_with_its_status(
    service: Running, post: Post, make: Make, port: str
) -> None:
    requests: dict[object, Request] = {name: make(1, name, port) for name in ANSWERED}
    got = all_sent(post, requests)
    assert {name: one.status for name, one in got.items()} == {
        name: MODES[name].status for name in ANSWERED
    }
    assert got["busy"].headers["retry-after"] == "1"
    assert got["busy-date"].headers["retry-after"].endswith(" GMT")


@pytest.mark.parametrize("port", ["many", "raw"])
def test_what_fails_holds_nothing_else_up(
    service: Running, post: Post, make: Make, port: str
) -> None:
    """On the same connections: a hang, a drip and 10 GB beside messages that are taken."""
    assert all_sent(post, {"first": make(0, port=port)})["first"].status == 201
    failing = ("hang", "lost", "drip", "endless")
    bad: dict[object, Request] = {name: make(1, name, port, seconds=2.0) for name in failing}
    for name, request in bad.items():
        assert post.offer(request, name)
    begun = time.monotonic()
    got: dict[object, Answer] = {}
    good = {one: make(one, port=port) for one in range(100, 140)}
    waiting = list(good.items())
    while not good.keys() <= got.keys():
        waiting = [one for one in waiting if not post.offer(one[1], one[0])]
        got.update(post.work(0.05))
    assert time.monotonic() - begun < 1.8
    while post.in_flight:
        got.update(post.work(0.1))
    assert {name: (got[name].status, got[name].code) for name in failing} == {
        "hang": (0, "slow"),
        "lost": (0, "slow"),
        "drip": (201, ""),
        "endless": (201, ""),
    }
    assert len(got["endless"].body) == 4096


def test_a_message_whose_answer_was_lost_is_shown_once(
    service: Running, post: Post, make: Make
) -> None:
    first = all_sent(post, {1: make(5, "torn-once", "raw")})[1]
    assert (first.status, first.code) == (0, "broken_off")
    assert all_sent(post, {1: make(5, "torn-once", "raw")})[1].status == 201
    assert service.of(5) == {"arrived": {"m1": 2}, "shown": ["m1"]}
    assert service.counts()["repeated"] == 1


def test_connections_that_are_broken_off_tell_so(service: Running, post: Post, make: Make) -> None:
    got = all_sent(post, {name: make(1, name, "raw") for name in ("reset", "torn")})
    assert {one.code for one in got.values()} == {"broken_off"}


@pytest.mark.parametrize("port", ["other", "expired"])
def test_a_service_that_lies_about_itself_gets_nothing(
    service: Running, post: Post, make: Make, port: str
) -> None:
    assert all_sent(post, {1: make(1, port=port)})[1].code == "certificate"
    assert service.counts()["received"] == 0


def test_a_service_that_stands_still_is_sent_to_again_when_it_moves(
    service: Running, post: Post, make: Make
) -> None:
    """Its connections stay open meanwhile, so only time tells."""
    assert all_sent(post, {1: make(1)})[1].status == 201
    os.kill(service.pid, signal.SIGSTOP)
    try:
        still = all_sent(post, {one: make(one, seconds=0.3) for one in range(20)})
    finally:
        os.kill(service.pid, signal.SIGCONT)
    assert {one.code for one in still.values()} == {"slow"}
    again = all_sent(post, {one: make(one) for one in range(20)})
    assert {one.status for one in again.values()} == {201}
    assert all(service.of(one)["shown"] == ["m1"] for one in range(20))


def test_faults_are_laid_for_a_share(service: Running, post: Post, make: Make) -> None:
    service.lay(Fault("broken", low=10, high=20), Fault("gone", low=20, high=30, times=5))
    got = all_sent(post, {one: make(one) for one in range(40)})
    statuses = [got[one].status for one in range(40)]
    assert statuses[:10] == statuses[30:] == [201] * 10
    assert statuses[10:20] == [500] * 10
    assert sorted(statuses[20:30]) == [201] * 5 + [410] * 5


def test_what_is_not_for_the_browser_or_not_signed_is_told(
    service: Running, post: Post, make: Make
) -> None:
    good = make(1)
    wrong = Request(service.endpoint(2), good.headers, good.body)
    unsigned = Request(good.url, {**good.headers, "Authorization": "vapid t=a.b.c, k=d"}, good.body)
    endless = Request(good.url, {**good.headers, "TTL": "for ever"}, good.body)
    elsewhere = make(3, name="two")
    got = all_sent(post, {1: wrong, 2: unsigned, 3: endless, 4: elsewhere, 5: make(4)})
    assert [got[one].status for one in range(1, 6)] == [201, 403, 400, 201, 201]
    counts = service.counts()
    assert counts["refused"] == {
        "unopened: it is not for these keys, or was changed": 1,
        "the token cannot be read": 1,
        "TTL is no number": 1,
    }
    assert counts["distinct"] == 2


def test_a_large_number_of_messages_costs_little_memory(
    service: Running, post: Post, make: Make
) -> None:
    """Handles are used again: after 2,000 messages there are no more than ever flew."""
    request = make(1)
    sent = got = most = 0
    while got < 2000:
        while sent < 2000 and post.offer(request, sent):
            sent += 1
        most = max(most, post.in_flight)
        got += len(post.work(1))
    assert len(post._idle) <= most
    assert service.counts()["answered"] == {"201": 2000}
