"""The client against a real server on loopback that answers, lies, drips, hangs and sends away."""

from __future__ import annotations

import gzip
import socket
import struct
import threading
import time
import zlib
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clapometer.fetching.cache import Cache
from clapometer.fetching.client import Client, user_agent
from clapometer.fetching.refusals import FetchRefused
from tests.fetching.server import HOST, Server, answer, raw, redirect, serving

PACKED = gzip.compress(b"x", mtime=0)


def refusal(client: Client, link: str, **bounds: float) -> FetchRefused:
    with pytest.raises(FetchRefused) as caught:
        client.get(link, **bounds)  # type: ignore[arg-type]
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert "Traceback" not in sentence
    return caught.value


def test_an_answer_comes_as_it_was_sent(server: Server, client: Client) -> None:
    link = server.on("/show?q=1", answer(b"text", content_type="text/plain"))
    got = client.get(link, accept="text/plain")
    assert (got.status, got.body, got.fresh, got.link) == (200, b"text", True, link)
    assert got.headers["content-type"] == "text/plain"
    asked = server.asked[0]
    assert asked.line == "GET /show?q=1 HTTP/1.1"
    assert asked.headers["Host"] == f"{HOST}:{server.port}"
    assert asked.headers["User-Agent"] == "Clapometer/test (+https://site.example)"
    assert asked.headers["Accept"] == "text/plain"


def test_a_packed_answer_is_unpacked(server: Server, client: Client) -> None:
    body = b"season " * 1000
    for path, packed, coding in (
        ("/gzip", gzip.compress(body), "gzip"),
        ("/two", gzip.compress(body[:70]) + gzip.compress(body[70:]), "gzip"),
        ("/deflate", zlib.compress(body), "deflate"),
    ):
        link = server.on(path, answer(packed, content_encoding=coding))
        assert client.get(link).body == body


def test_chunks_are_joined(server: Server, client: Client) -> None:
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    link = server.on("/", raw(head + b"3\r\none\r\n4\r\n two\r\n0\r\n\r\n"))
    assert client.get(link).body == b"one two"


@pytest.mark.parametrize("status", ["404 Not Found", "410 Gone", "403 Forbidden", "299 Odd"])
def test_a_status_without_success_is_refused_with_it(
    server: Server, client: Client, status: str
) -> None:
    link = server.on("/", answer(b"page", status=status))
    if status.startswith("2"):
        assert client.get(link).status == 299
        return
    assert refusal(client, link).status == int(status[:3])


@pytest.mark.parametrize("status", ["429 Busy", "500 Broken", "503 Busy"])
def test_a_busy_host_is_asked_again(
    server: Server, client: Client, waits: list[float], status: str
) -> None:
    link = server.on("/", answer(status=status), answer(status=status), answer(b"at last"))
    assert client.get(link).body == b"at last"
    assert waits == [1.0, 2.0]


def test_a_host_says_how_long_to_wait(server: Server, client: Client, waits: list[float]) -> None:
    link = server.on("/", answer(status="429 Busy", retry_after="7"), answer(b"at last"))
    assert client.get(link).body == b"at last"
    assert waits == [7.0]


def test_a_wait_that_is_too_long_is_told(
    server: Server, client: Client, waits: list[float]
) -> None:
    link = server.on("/", answer(status="503 Busy", retry_after="86400"))
    told = refusal(client, link)
    assert (told.code, told.status) == ("busy", 503)
    assert "24 hours" in str(told)
    assert waits == []


def test_a_host_that_stays_busy_is_given_up(
    server: Server, client: Client, waits: list[float]
) -> None:
    link = server.on("/", answer(status="500 Broken"))
    assert refusal(client, link).code == "still_busy"
    assert (len(server.asked), waits) == (4, [1.0, 2.0, 4.0])


def test_a_connection_that_is_reset_is_tried_again(
    server: Server, client: Client, waits: list[float]
) -> None:
    def reset(connected: socket.socket) -> None:
        # Lingering for no time sends a reset in the place of an end.
        connected.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connected.close()

    link = server.on("/", reset, answer(b"at last"))
    assert client.get(link).body == b"at last"
    assert refusal(client, server.on("/always", reset)).code == "broken_off"


def test_a_host_that_hangs_is_left(server: Server, client: Client) -> None:
    link = server.on("/", lambda _: server.over.wait(10))
    began = time.monotonic()
    assert refusal(client, link, seconds=0.3).code == "slow"
    assert time.monotonic() - began < 2


@pytest.mark.parametrize(
    "start",
    [
        b"",
        b"HTTP/1.1 200 OK\r\nX: ",
        b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
    ],
    ids=["status", "header", "body", "chunk"],
)
def test_dripping_bytes_do_not_keep_the_client(
    server: Server, client: Client, start: bytes
) -> None:
    def drip(connected: socket.socket) -> None:
        connected.sendall(start)
        while not server.over.wait(0.02):
            connected.sendall(b"1")

    began = time.monotonic()
    assert refusal(client, server.on("/", drip), seconds=0.4).code == "slow"
    assert time.monotonic() - began < 2


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfive.", "broken_off"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab", "broken_off"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", "broken_off"),
        (b"not HTTP at all\r\n\r\n", "broken_off"),
        (b"", "broken_off"),
        (b"HTTP/1.1 200 OK\r\n" + b"X: 1\r\n" * 500 + b"\r\n", "broken_off"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000 + b"\r\n\r\n", "broken_off"),
        (b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nno gzip", "damaged"),
        (b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + PACKED[:-9], "damaged"),
        (b"HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\nxx", "damaged"),
        (b"HTTP/1.1 302 Found\r\n\r\n", "lost"),
        (b"HTTP/1.1 304 Not Modified\r\n\r\n", "status"),
    ],
)  # fmt: skip
def test_what_is_no_whole_answer_is_refused(
    server: Server, client: Client, sent: bytes, code: str
) -> None:
    assert refusal(client, server.on("/", raw(sent))).code == code


def test_more_bytes_than_announced_are_not_read(server: Server, client: Client) -> None:
    sent = b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfour and more"
    assert client.get(server.on("/", raw(sent))).body == b"four"


def test_an_answer_that_announces_ten_gigabytes_is_not_begun(
    server: Server, client: Client
) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 10000000000\r\n\r\n"
    told = refusal(client, server.on("/", raw(head + b"x" * 1000)))
    assert told.code == "too_big"
    assert "16 MiB" in str(told)


def test_an_answer_without_end_is_left_at_the_limit(server: Server, client: Client) -> None:
    sent = 0

    def flood(connected: socket.socket) -> None:
        nonlocal sent
        connected.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        with suppress(OSError):
            while sent < 10_000_000_000:
                sent += connected.send(b"x" * 65536)

    assert refusal(client, server.on("/", flood), most_bytes=1 << 20).code == "too_big"
    assert sent < 64 << 20


def test_a_bomb_is_refused_before_it_fills_the_memory(server: Server, client: Client) -> None:
    squeeze = zlib.compressobj(9, zlib.DEFLATED, 31)
    packed = b"".join(squeeze.compress(bytes(1 << 20)) for _ in range(256)) + squeeze.flush()
    assert len(packed) < 300_000
    link = server.on("/", answer(packed, content_encoding="gzip"))
    assert refusal(client, link, most_bytes=1 << 20).code == "bomb"


def test_packed_bytes_that_unpack_to_nothing_have_an_end(server: Server, client: Client) -> None:
    link = server.on("/", answer(gzip.compress(b"", mtime=0) * 60_000, content_encoding="gzip"))
    assert refusal(client, link, most_bytes=1 << 20).code == "too_big"


def test_redirects_are_followed_and_counted(server: Server, client: Client) -> None:
    server.on("/1", redirect("/2", "301 Moved"))
    server.on("/2", redirect(server.link("/3"), "308 Moved"))
    server.on("/3", answer(b"here"))
    got = client.get(server.link("/1"))
    assert (got.body, got.link) == (b"here", server.link("/3"))
    assert refusal(client, server.on("/loop", redirect("/loop"))).code == "redirects"
    assert server.paths.count("/loop") == 6


@pytest.mark.parametrize(
    ("location", "code"),
    [
        ("http://10.0.0.1/", "not_public"),
        ("http://127.0.0.1/", "not_public"),
        ("http://127.0.0.1:9999/", "not_public"),
        ("http://[::1]/", "not_public"),
        ("http://[::ffff:127.0.0.1]/", "not_public"),
        ("http://169.254.169.254/latest/meta-data/", "not_public"),
        ("file:///etc/passwd", "scheme"),
        ("gopher://site.test/", "scheme"),
        ("http://user:secret@site.test/", "secret"),
        ("http://site.test:25/", "port"),
        ("http://[::1/\xfc", "no_link"),
        ("http://[::1", "no_link"),
    ],
)  # fmt: skip
def test_a_redirect_is_judged_like_any_address(
    server: Server, client: Client, location: str, code: str
) -> None:
    assert refusal(client, server.on("/", redirect(location))).code == code
    assert len(server.asked) == 1


def test_a_permit_names_one_port_only(client: Client) -> None:
    with serving() as other:
        link = other.on("/", answer(b"secret"))
        assert refusal(client, link).code == "not_public"
        assert other.asked == []


def test_without_a_permit_this_machine_is_refused(server: Server, client: Client) -> None:
    link = server.on("/", answer(b"secret"))
    told = refusal(replace(client, permit=()), link)
    assert "127.0.0.1" in str(told)
    assert server.asked == []


def test_one_private_address_among_public_ones_refuses_the_host(client: Client) -> None:
    def resolver(host: str, port: int) -> list[str]:
        return ["93.184.216.34", "192.168.1.1"]

    assert refusal(replace(client, resolver=resolver), "http://rebound.test/").code == "not_public"


def test_the_connection_goes_to_the_address_that_was_checked(
    server: Server, client: Client
) -> None:
    """DNS rebinding: a second answer of the name server is never asked for."""
    answers = [["127.0.0.1"], ["10.0.0.1"]]

    def resolver(host: str, port: int) -> list[str]:
        return answers.pop(0)

    turning = replace(client, resolver=resolver)
    assert turning.get(server.on("/", answer(b"checked"))).body == b"checked"
    assert refusal(turning, server.link("/")).code == "not_public"
    assert len(server.asked) == 1


def test_an_unknown_host_is_told(client: Client) -> None:
    def resolver(host: str, port: int) -> list[str]:
        raise socket.gaierror(-2, "Name or service not known")

    told = refusal(replace(client, resolver=resolver), "http://nobody.test/")
    assert told.code == "unknown_host"


def test_a_name_server_that_hangs_is_left(client: Client) -> None:
    over = threading.Event()

    def resolver(host: str, port: int) -> list[str]:
        over.wait(10)
        return []

    told = refusal(replace(client, resolver=resolver), "http://slow.test/", seconds=0.2)
    over.set()
    assert told.code == "unknown_host"


def test_a_host_where_nobody_listens_is_told(server: Server, client: Client) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    closed = replace(client, permit={("127.0.0.1", port)})
    assert refusal(closed, f"http://{HOST}:{port}/").code == "no_answer"


def test_an_unchanged_answer_is_not_sent_again(
    server: Server, client: Client, tmp_path: Path
) -> None:
    keeping = replace(client, cache=Cache(tmp_path))
    told = {"etag": '"v1"', "last_modified": "Sat, 21 Nov 2026 07:28:00 GMT"}
    link = server.on(
        "/", answer(b"first", **told), answer(status="304 Not Modified"), answer(b"second")
    )
    assert [keeping.get(link).fresh, keeping.get(link).fresh] == [True, False]
    assert server.asked[1].headers["If-None-Match"] == '"v1"'
    assert server.asked[1].headers["If-Modified-Since"] == told["last_modified"]
    assert keeping.get(link).body == b"second"
    # The second version has no name, so it is asked for anew.
    assert keeping.get(link).fresh
    assert "If-None-Match" not in server.asked[3].headers


def test_tls_is_asked_for_the_name_and_the_certificate_is_the_names(
    client: Client, tmp_path: Path
) -> None:
    from tests.fetching.certificates import contexts

    right, trusting = contexts(tmp_path, HOST)
    wrong, _ = contexts(tmp_path, "other.test")
    with serving(right) as server, serving(wrong) as other:
        permit = {("127.0.0.1", server.port), ("127.0.0.1", other.port)}
        secure = replace(client, permit=permit, trust=trusting)
        server.on("/", answer(b"secret"))
        other.on("/", answer(b"secret"))
        assert secure.get(server.link("/", "https")).body == b"secret"
        assert refusal(secure, other.link("/", "https")).code == "certificate"
        untrusting = replace(secure, trust=None)
        assert refusal(untrusting, server.link("/", "https")).code == "certificate"
        server.on("/down", redirect(server.link("/", "http")))
        assert refusal(secure, server.link("/down", "https")).code == "downgrade"


@pytest.fixture(scope="module")
def any_server():
    with serving() as one:
        yield one


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.one_of(
        st.binary(max_size=300),
        st.binary(max_size=300).map(lambda tail: b"HTTP/1.1 200 OK\r\n" + tail),
        st.binary(max_size=200).map(
            lambda tail: b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + tail
        ),
        st.binary(max_size=200).map(
            lambda tail: b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n\x1f\x8b" + tail
        ),
    )
)
def test_any_bytes_are_an_answer_or_one_sentence(any_server: Server, sent: bytes) -> None:
    """Whatever a server sends, `get` returns or raises FetchRefused, and nothing else."""
    client = Client(
        "test",
        permit={("127.0.0.1", any_server.port)},
        resolver=lambda host, port: ["127.0.0.1"],
        sleep=lambda _: None,
    )
    object.__setattr__(client.pacer, "_sleep", lambda _: None)
    link = any_server.on("/", raw(sent))
    try:
        assert client.get(link, seconds=5).status // 100 == 2
    except FetchRefused as told:
        assert str(told).endswith(".")


def test_a_site_says_who_it_is() -> None:
    told = user_agent("0.1.0", "https://board.example", "The Börd (of; critics)\n")
    assert told == "Clapometer/0.1.0 (+https://board.example; The Brd of critics)"
