"""The engine against peers that speak HTTP/2 badly, on purpose."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from clapometer.fetching.posting import Answer, Post, Request
from tests.fetching.certificates import contexts
from tests.fetching.frames import (
    CONTINUATION,
    CREATED,
    DATA,
    END_HEADERS,
    END_STREAM,
    GOAWAY,
    HEADERS,
    PING,
    RST_STREAM,
    FrameServer,
    Say,
    frame,
    serving,
    setting,
)  # fmt: skip
from tests.fetching.posts import HOST

Sending = Callable[..., dict[object, Answer]]
INTERNAL_ERROR, REFUSED_STREAM = (2).to_bytes(4), (7).to_bytes(4)


def created(connected: ssl.SSLSocket, stream: int) -> None:
    connected.sendall(frame(HEADERS, END_HEADERS | END_STREAM, stream, CREATED))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tls")
    contexts(folder, HOST)
    return folder


@contextmanager
def peer(folder: Path, say: Say, settings: bytes = b"") -> Iterator[tuple[FrameServer, Sending]]:
    """A server, and what sends so many requests to it and returns the answers by number."""
    path = folder / f"{HOST}.pem"
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(path)
    with serving(tls, say, settings) as server:
        names = [f"{HOST}:{server.port}:127.0.0.1"]
        post = Post("test", permit={("127.0.0.1", server.port)}, trust=str(path), names=names)

        def sending(count: int = 1, seconds: float = 2.0) -> dict[object, Answer]:
            waiting, found = list(range(count)), {}
            over = time.monotonic() + 10
            while len(found) < count:
                assert time.monotonic() < over, found
                url = f"https://{HOST}:{server.port}/"
                request = Request(url, {}, b"text", seconds)
                waiting = [one for one in waiting if not post.offer(request, one)]
                found.update(post.work(0.1))
            return found

        yield server, sending
        post.close()


def test_requests_share_a_connection(folder: Path) -> None:
    with peer(folder, created) as (server, sending):
        assert sending()[0].status == 201
        before = server.connections
        assert {one.status for one in sending(50).values()} == {201}
        assert server.connections == before == 1
        assert len(server.streams) == 51


def test_a_peer_that_bears_few_streams_gets_few(folder: Path) -> None:
    """SETTINGS_MAX_CONCURRENT_STREAMS (RFC 9113, 6.5.2); more connections carry the rest."""
    with peer(folder, created, setting(3, 2)) as (server, sending):
        assert {one.status for one in sending(40).values()} == {201}
        assert server.connections <= 6


@pytest.mark.parametrize(
    "said",
    [
        lambda stream: frame(RST_STREAM, 0, stream, INTERNAL_ERROR),
        lambda stream: frame(RST_STREAM, 0, stream, REFUSED_STREAM),
        lambda stream: frame(GOAWAY, 0, 0, bytes(4) + INTERNAL_ERROR),
        lambda stream: frame(GOAWAY, 0, 0, bytes(8)),
        lambda stream: b"HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n",
        lambda stream: b"\0" * 300,
        lambda stream: frame(DATA, 0, stream, b"text"),
        lambda stream: frame(HEADERS, END_HEADERS, stream, b"\xff" * 40),
    ],
    ids=[
        "reset",
        "refused",
        "goodbye",
        "goodbye in peace",
        "HTTP/1.1",
        "zeros",
        "no head",
        "rubbish",
    ],
)
def test_what_is_no_answer_ends_in_time(folder: Path, said: Callable[[int], bytes]) -> None:
    """One that refuses for ever is not asked for ever."""
    with peer(folder, lambda connected, stream: connected.sendall(said(stream))) as (
        server,
        sending,
    ):
        got = sending(3)
    assert {one.status for one in got.values()} == {0}
    assert {one.code for one in got.values()} <= {"broken_off", "slow"}
    assert len(server.streams) <= 3 * 7


def test_a_stream_that_breaks_off_takes_no_other_along(folder: Path) -> None:
    def say(connected: ssl.SSLSocket, stream: int) -> None:
        if stream % 4 == 3:
            connected.sendall(frame(RST_STREAM, 0, stream, INTERNAL_ERROR))
        else:
            created(connected, stream)

    with peer(folder, say) as (_, sending):
        assert sending()[0].status == 201
        statuses = [one.status for one in sending(40).values()]
    assert sorted(statuses) == [0] * 20 + [201] * 20


def test_a_body_beyond_the_window_is_cut(folder: Path) -> None:
    def say(connected: ssl.SSLSocket, stream: int) -> None:
        connected.sendall(frame(HEADERS, END_HEADERS, stream, CREATED))
        for _ in range(1000):
            connected.sendall(frame(DATA, 0, stream, b"x" * 16_384))

    with peer(folder, say) as (_, sending):
        got = sending()[0]
    assert (got.status, got.body) == (201, b"x" * 4096)


def test_a_head_without_end_is_bounded(folder: Path) -> None:
    """The flood of CONTINUATION frames (CVE-2024-28182 in nghttp2)."""

    def say(connected: ssl.SSLSocket, stream: int) -> None:
        field = b"\x00\x04link\x7f\x80\x7f" + b"x" * 16_255
        connected.sendall(frame(HEADERS, 0, stream, CREATED))
        for _ in range(2000):
            connected.sendall(frame(CONTINUATION, 0, stream, field[:16_384]))

    with peer(folder, say) as (_, sending):
        got = sending(seconds=1.0)[0]
    assert got.status == 0


def test_a_flood_of_pings_ends_in_time(folder: Path) -> None:
    def say(connected: ssl.SSLSocket, stream: int) -> None:
        for _ in range(100_000):
            connected.sendall(frame(PING, 0, 0, bytes(8)) * 100)

    with peer(folder, say) as (_, sending):
        got = sending(seconds=0.5)[0]
    assert got.status == 0
    assert got.seconds < 1.5
