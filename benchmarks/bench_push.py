"""Encrypting and signing push messages: ours, pywebpush as shipped, and the ceiling under both.

All ways run in one process on one core, in short rounds one after the other, so that a slow moment
of the machine slows them all; what is printed are the medians of the rounds, in time of the
processor, which what else the machine does takes no part of. Nothing is sent: each way makes whole
requests. The browsers are made beforehand. "Kept" are those whose keys ours has read before; "new"
are so many that it has forgotten each before it meets it again, as on a site of millions.
pywebpush reads the keys each time, and signs each message.
"""

from __future__ import annotations

import json
import os
import secrets
import time
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from statistics import median
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from .measure import open_site, table

ROUNDS = 40
CALLS = 200
BROWSERS = 6_000
ORIGIN = "https://push.example"
GOALS = "goals: 2.2 times pywebpush as shipped, 70 % of the ceiling"
_CURVE, _ECDH = ec.SECP256R1(), ec.ECDH()

Way = Callable[[], object]


def main(site: Path, rounds: int = ROUNDS) -> None:
    """Print messages a second on one core."""
    open_site(site)
    with _one_core():
        ways = _ways(site)
        spent = _measured(ways, rounds)
    ceiling, shipped = spent["generate a key pair, exchange"], spent["pywebpush: webpush()"]
    rows = [
        (
            name,
            f"{seconds * 1e6:.1f}",
            f"{1 / seconds:,.0f}",
            f"{shipped / seconds:.2f}",
            f"{ceiling / seconds:.0%}",
        )
        for name, seconds in spent.items()
    ]
    title = f"Push messages encrypted and signed on one core, {rounds} rounds of {CALLS} ({GOALS})"
    table(title, ("what", "µs each", "a second", "times pywebpush", "of the ceiling"), rows)


def _measured(ways: dict[str, Way], rounds: int) -> dict[str, float]:
    """Return the median seconds of one call of each way, over interleaved rounds."""
    spent: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds + 1):
        for name, way in ways.items():
            start = time.process_time()
            for _ in range(CALLS):
                way()
            spent[name].append((time.process_time() - start) / CALLS)
    # The first round fills caches and is no measurement.
    return {name: median(times[1:]) for name, times in spent.items()}


def _ways(site: Path) -> dict[str, Way]:
    browsers = [_browser(number) for number in range(BROWSERS)]
    points = [key for key, _ in browsers]
    told = [said for _, said in browsers]
    return {
        "generate a key pair, exchange": _exchanging(points),
        "read a browser's key, generate, exchange": _reading(points),
        "ours, keys kept": _ours(site, told[:CALLS]),
        "ours, every browser new": _ours(site, told),
        "ours, encryption alone, keys kept": _encrypting(told[:CALLS]),
        "pywebpush: encode() alone": _encoding(told),
        "pywebpush: webpush()": _shipped(told),
    }


def _browser(number: int) -> tuple[ec.EllipticCurvePublicKey, dict[str, Any]]:
    key = ec.generate_private_key(_CURVE).public_key()
    point = key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    keys = {"p256dh": _written(point), "auth": _written(secrets.token_bytes(16))}
    return key, {"endpoint": f"{ORIGIN}/send/{number}", "keys": keys}


def _written(raw: bytes) -> str:
    return urlsafe_b64encode(raw).decode().rstrip("=")


def _exchanging(points: list[ec.EllipticCurvePublicKey]) -> Way:
    them = cycle(points[:CALLS])
    return lambda: ec.generate_private_key(_CURVE).exchange(_ECDH, next(them))


def _reading(points: list[ec.EllipticCurvePublicKey]) -> Way:
    form = Encoding.X962, PublicFormat.UncompressedPoint
    them = cycle([one.public_bytes(*form) for one in points])
    read = ec.EllipticCurvePublicKey.from_encoded_point
    return lambda: ec.generate_private_key(_CURVE).exchange(_ECDH, read(_CURVE, next(them)))


def _message() -> Any:
    from clapometer.alerts.messages import Message, tag_of

    now = time.time_ns() // 1000
    return Message(
        id="n-17-90-1", kind="score", title="The Made-up Ferry: 89 %", url="https://board.example/works/17",
        text="It fell under 90 %: 24 of 27 reviews are positive.", tag=tag_of("work:17"),
        urgency="normal", happened_at=now, until=now + 86_400_000_000,
    )  # fmt: skip


def _ours(site: Path, told: list[dict[str, Any]]) -> Way:
    """Whole requests, as the outbox has them made: stored keys read, headers, signature, body."""
    from clapometer.alerts.channels.contract import Address, Parcel
    from clapometer.alerts.channels.webpush.channel import NAME, WebPush
    from clapometer.alerts.channels.webpush.sitekey import site_key
    from clapometer.alerts.channels.webpush.vapid import Signer

    signer = Signer(site_key(site), "mailto:board@example.org")
    channel, message = WebPush(lambda: signer), _message()
    parcels = cycle(
        Parcel(1, Address(n, n, NAME, one["endpoint"], ORIGIN, json.dumps(one["keys"]), "en"),
               message, 0)
        for n, one in enumerate(told)
    )  # fmt: skip
    return lambda: channel.request(next(parcels), time.time_ns() // 1000)


def _encrypting(told: list[dict[str, Any]]) -> Way:
    from clapometer.alerts.channels.webpush.encryption import encrypt, receiver
    from clapometer.alerts.channels.webpush.payload import payload_of

    receivers = cycle([receiver(**one["keys"]) for one in told])
    text = payload_of(_message()).text
    return lambda: encrypt(text, next(receivers))


def _encoding(told: list[dict[str, Any]]) -> Way:
    from pywebpush import WebPusher

    from clapometer.alerts.channels.webpush.payload import payload_of

    them, text = cycle(told), payload_of(_message()).text
    return lambda: WebPusher(next(them)).encode(text)


class _Taken:
    """The answer of a push service that takes everything at once, and a session that gets it."""

    status_code, reason, text, headers = 201, "Created", "", ()

    def post(self, *_: object, **__: object) -> _Taken:
        return self


def _shipped(told: list[dict[str, Any]]) -> Way:
    """`webpush()` with a key that was read beforehand: the quickest way that it is used."""
    from pywebpush import Vapid, webpush

    from clapometer.alerts.channels.webpush.payload import payload_of

    key, session = Vapid(), _Taken()
    key.generate_keys()
    them, text = cycle(told), payload_of(_message()).text.decode()

    def make() -> object:
        claims = {"sub": "mailto:board@example.org"}
        return webpush(next(them), text, key, claims, requests_session=session, ttl=86_400)

    return make


@contextmanager
def _one_core() -> Iterator[None]:
    """Keep this process on one core, where the system can be asked to."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)
