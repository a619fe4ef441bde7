"""The web push channel, the engine and the push service together: what is sent is understood."""

from __future__ import annotations

import time
from pathlib import Path

import orjson
import pytest

from clapometer.alerts.channels.contract import GONE, SENT, TEMPORARY, Address, Outcome, Parcel
from clapometer.alerts.channels.webpush.channel import WebPush
from clapometer.alerts.channels.webpush.sitekey import site_key
from clapometer.alerts.channels.webpush.subscriptions import read_subscription
from clapometer.alerts.channels.webpush.vapid import Signer
from clapometer.alerts.kinds import SECOND
from clapometer.alerts.messages import Message, tag_of
from clapometer.fetching.posting import Post
from tools.pushservice.faults import Fault
from tools.pushservice.running import Running


@pytest.fixture(scope="module")
def channel(tmp_path_factory: pytest.TempPathFactory) -> WebPush:
    folder: Path = tmp_path_factory.mktemp("site")
    signer = Signer(site_key(folder), "mailto:made-up@site.example")
    return WebPush(lambda: signer)


def message(name: str, now: int) -> Message:
    return Message(
        id=name,
        kind="score",
        title="The Made-up Ferry: 89 %",
        text="It fell under 90 %: 24 of 27 reviews are positive.",
        url="https://board.example/works/17",
        tag=tag_of("work:17 crossing 90"),
        urgency="normal",
        happened_at=now,
        until=now + 3600 * SECOND,
    )


def parcel(service: Running, number: int, what: Message, mode: str = "ok") -> Parcel:
    read = read_subscription(orjson.dumps(service.subscription(number, mode)))
    endpoint = Address(number, 4711, "webpush", read.endpoint, read.origin, read.details(), "en")
    return Parcel(1, endpoint, what, 0)


def outcomes(service: Running, channel: WebPush, parcels: list[Parcel]) -> list[Outcome]:
    """Send them all through one engine; what became of each."""
    now = round(time.time() * SECOND)
    post = Post("test", permit=service.permit, trust=service.trust, names=service.names())
    waiting = [(place, channel.request(one, now)) for place, one in enumerate(parcels)]
    found: dict[object, Outcome] = {}
    while len(found) < len(parcels):
        waiting = [one for one in waiting if not post.offer(one[1], one[0])]
        found |= {token: channel.judge(answer, now) for token, answer in post.work(1)}
    post.close()
    return [found[place] for place in range(len(parcels))]


def test_every_browser_reads_the_message_once(service: Running, channel: WebPush) -> None:
    now = round(time.time() * SECOND)
    first, second = message("n-1", now), message("n-2", now)
    parcels = [parcel(service, one, what) for one in range(50) for what in (first, second)]
    assert {one.kind for one in outcomes(service, channel, parcels)} == {SENT}
    counts = service.counts()
    assert (counts["received"], counts["distinct"], counts["refused"]) == (100, 100, {})
    # Both went over one connection at once, so either may have come first.
    told = service.of(7)
    assert told["arrived"] == {"n-1": 1, "n-2": 1}
    assert sorted(told["shown"]) == ["n-1", "n-2"]


def test_a_sleeping_browser_is_shown_only_the_newest_of_a_topic(
    service: Running, channel: WebPush
) -> None:
    now = round(time.time() * SECOND)
    for name in ("n-1", "n-2"):
        assert outcomes(service, channel, [parcel(service, 3, message(name, now), "asleep")])
    assert service.wake(3) == ["n-2"]


def test_what_fails_is_judged_by_the_channel(service: Running, channel: WebPush) -> None:
    now = round(time.time() * SECOND)
    service.lay(Fault("busy", low=1, high=2), Fault("gone", low=2, high=3))
    parcels = [parcel(service, one, message("n-1", now)) for one in range(3)]
    kinds = [(one.kind, one.retry_after) for one in outcomes(service, channel, parcels)]
    assert kinds == [(SENT, None), (TEMPORARY, 1.0), (GONE, None)]
