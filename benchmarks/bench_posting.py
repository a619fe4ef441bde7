"""Sending over HTTP/2 and TLS to a push service of ours on loopback, which opens every message."""

from __future__ import annotations

import asyncio
import ssl
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

import urllib3

from clapometer.alerts.channels.webpush.encryption import encrypt, receiver
from clapometer.alerts.channels.webpush.sitekey import site_key
from clapometer.alerts.channels.webpush.vapid import Signer
from clapometer.fetching.posting import Post, Request
from tools.pushservice.running import Running, push_service

from .measure import peak_megabytes, quantile, table

BROWSERS = 1_000
BODY = b'{"id": "made-up", "title": "%s"}' % (b"x" * 200)


class Spent(NamedTuple):
    """What sending took: seconds of the clock, and of the sender's and the service's processor."""

    clock: float
    sender: float
    service: float


def main(messages: int) -> None:
    """Print how long a message takes, and that what hangs holds nothing else up."""
    with push_service(BROWSERS, light=True) as service, tempfile.TemporaryDirectory() as folder:
        make = _maker(service, Path(folder))
        ways: dict[str, Callable[[Running, _Make, int], None]] = {
            "one thread, HTTP/2": _many,
            "one thread, HTTP/1.1, 6 connections": _raw,
            "aiohttp, HTTP/1.1, 6 connections": _aiohttp,
            "urllib3, one connection": _urllib3,
        }
        rows, peaks = [], [peak_megabytes()]
        for name, way in ways.items():
            count = messages if way is _many else max(messages // 5, 1)
            spent = _spent(service, partial(way, service, make, count))
            rows.append((name, f"{count:,}", f"{count / spent.clock:,.0f}", *_each(spent, count)))
            peaks.append(peak_megabytes())
        grown = f"the engine takes {peaks[1] - peaks[0]:.0f} MB"
        title = f"Sending prepared messages over TLS on loopback; {grown}"
        names = ("what", "messages", "a second", "sender's µs", "service's µs")
        table(title, names, rows)
        table(
            "Milliseconds from offering to the answer, with and without what hangs",
            ("what", "median", "p99", "largest"),
            [
                ("nothing hangs", *_waits(service, make, hanging=0)),
                ("20 browsers of the same origin hang", *_waits(service, make, hanging=20)),
            ],
        )


_Make = Callable[[int, str, str], Request]


def _maker(service: Running, folder: Path) -> _Make:
    signer = Signer(site_key(folder), "mailto:made-up@site.example")
    bodies: dict[int, bytes] = {}

    def make(number: int, mode: str, port: str) -> Request:
        if number not in bodies:
            bodies[number] = encrypt(BODY, receiver(**service.subscribers.keys(number)))
        headers = {
            "Authorization": signer.authorization(service.origin(port), int(time.time() * 1e6)),
            "Content-Encoding": "aes128gcm",
            "Content-Type": "application/octet-stream",
            "TTL": "3600",
            "Topic": f"{number:032x}",
            "Urgency": "high",
        }
        return Request(service.endpoint(number, mode, port), headers, bodies[number], seconds=3.0)

    for number in range(BROWSERS):
        make(number, "ok", "many")
    return make


def _engine(service: Running) -> Post:
    return Post("benchmark", permit=service.permit, trust=service.trust, names=service.names())


def _spent(service: Running, work: Callable[[], None]) -> Spent:
    before = service.counts()["cpu_seconds"]
    clock, sender = time.perf_counter(), time.process_time()
    work()
    spent = time.perf_counter() - clock, time.process_time() - sender
    return Spent(*spent, service.counts()["cpu_seconds"] - before)


def _each(spent: Spent, count: int) -> tuple[str, str]:
    return f"{spent.sender / count * 1e6:.0f}", f"{spent.service / count * 1e6:.0f}"


def _many(service: Running, make: _Make, count: int) -> None:
    _send(service, make, count, "many")


def _raw(service: Running, make: _Make, count: int) -> None:
    _send(service, make, count, "raw")


def _send(service: Running, make: _Make, count: int, port: str) -> None:
    post, sent, good = _engine(service), 0, 0
    ready = make(0, "ok", port)
    while good < count:
        while sent < count and post.offer(ready, sent):
            sent += 1
            ready = make(sent % BROWSERS, "ok", port)
        ended = post.work(1)
        good += len(ended)
        assert all(answer.status == 201 for _, answer in ended)
    post.close()


def _urllib3(service: Running, make: _Make, count: int) -> None:
    pool = urllib3.HTTPSConnectionPool(
        "127.0.0.1",
        service.ports["raw"],
        ca_certs=service.trust,
        assert_hostname=service.host,
        server_hostname=service.host,
    )
    host = service.origin("raw").removeprefix("https://")
    for number in range(count):
        asked = make(number % BROWSERS, "ok", "raw")
        path = asked.url.removeprefix(service.origin("raw"))
        answer = pool.urlopen(
            "POST", path, body=asked.body, headers={**asked.headers, "Host": host}
        )
        assert answer.status == 201
    pool.close()


def _aiohttp(service: Running, make: _Make, count: int) -> None:
    import aiohttp

    async def send() -> None:
        trust = ssl.create_default_context(cafile=service.trust)
        connector = aiohttp.TCPConnector(limit=6, ssl=trust)
        host = service.origin("raw").removeprefix("https://")
        numbers = iter(range(count))
        async with aiohttp.ClientSession(connector=connector) as session:

            async def one_after_another() -> None:
                for number in numbers:
                    asked = make(number % BROWSERS, "ok", "raw")
                    url = asked.url.replace(service.host, "127.0.0.1")
                    async with session.post(
                        url,
                        data=asked.body,
                        headers={**asked.headers, "Host": host},
                        server_hostname=service.host,
                    ) as answer:
                        assert answer.status == 201

            await asyncio.gather(*(one_after_another() for _ in range(6)))

    asyncio.run(send())


def _waits(service: Running, make: _Make, hanging: int) -> tuple[str, str, str]:
    """Send a message at a time while others hang; return what it took."""
    post = _engine(service)
    post.offer(make(0, "ok", "many"), None)
    while post.in_flight:
        post.work(1)
    for number in range(hanging):
        post.offer(make(number, "hang", "many"), "hangs")
    times: list[float] = []
    for number in range(500):
        while not post.offer(make(number, "ok", "many"), number):
            post.work(0.01)
        while len(times) == number:
            ended = dict(post.work(1))
            times += [ended[number].seconds * 1000] if number in ended else []
    post.close()
    times.sort()
    return f"{statistics.median(times):.1f}", f"{quantile(times, 0.99):.1f}", f"{times[-1]:.1f}"
