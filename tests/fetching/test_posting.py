"""The engine that sends, against real servers on loopback that answer, hang, lie and drip."""

from __future__ import annotations

import socket
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from clapometer.fetching.posting import Answer, Post, Request
from tests.fetching.certificates import contexts
from tests.fetching.posts import HOST, PostServer, answer, endless, hang, reset, serving

FILES = Path("/proc/self/fd")
HEAD = b"HTTP/1.1 201 Created\r\nContent-Type: text/plain\r\n\r\n"


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[PostServer, str]]:
    """A server with TLS, and the file of the certificates that its clients believe."""
    folder = tmp_path_factory.mktemp("tls")
    context, _ = contexts(folder, HOST)
    with serving(context) as server:
        yield server, str(folder / f"{HOST}.pem")


@pytest.fixture
def server(sealed: tuple[PostServer, str]) -> PostServer:
    sealed[0].answers.clear()
    sealed[0].posted.clear()
    return sealed[0]


@pytest.fixture
def post(sealed: tuple[PostServer, str], server: PostServer) -> Iterator[Post]:
    """An engine that may reach the server and nothing else of this machine."""
    engine = engine_for(server, sealed[1])
    yield engine
    engine.close()


def engine_for(server: PostServer, trust: str | None = None, **bounds: int) -> Post:
    return Post(
        "Clapometer/test",
        permit={("127.0.0.1", server.port), ("::1", server.port)},
        trust=trust,
        names=[f"{HOST}:{server.port}:127.0.0.1"],
        **bounds,
    )


def ended(post: Post, count: int, seconds: float = 5.0) -> dict[object, Answer]:
    """What ended, by token, until so many have; an engine that forgets one fails the test."""
    found: dict[object, Answer] = {}
    over = time.monotonic() + seconds
    while len(found) < count:
        assert time.monotonic() < over, f"only {found} ended"
        found.update(post.work(0.1))
    return found


def sent(post: Post, url: str, **given: object) -> Answer:
    request = Request(url, {}, b"text", **{"seconds": 2.0, **given})  # type: ignore[arg-type]
    assert post.offer(request, "only")
    return ended(post, 1)["only"]


def test_a_request_arrives_as_it_was_given(server: PostServer, post: Post) -> None:
    server.answers["/push/1?x=%2F"] = answer(body=b"thanks", location="/message/7", server="x")
    headers = {"TTL": "60", "Topic": "score", "Content-Type": "application/octet-stream"}
    body = bytes(range(256))
    assert post.offer(Request(server.link("/push/1?x=%2F"), headers, body), 7)
    token, got = post.work(5)[0]
    assert (token, got.status, got.body, got.problem, got.code) == (7, 201, b"thanks", "", "")
    assert got.headers == {"location": "/message/7"}
    assert 0 < got.seconds < 5
    came = server.posted[0]
    assert came.body == body
    assert came.headers == {
        "host": f"{HOST}:{server.port}",
        "user-agent": "Clapometer/test",
        "accept": "*/*",
        "ttl": "60",
        "topic": "score",
        "content-type": "application/octet-stream",
        "content-length": "256",
    }


def test_what_one_request_said_is_gone_for_the_next(server: PostServer, post: Post) -> None:
    cookie = "one=1; Path=/"
    server.answers["/"] = answer("429 Busy", b"later", retry_after="7", set_cookie=cookie)
    server.answers["/next"] = answer()
    first = sent(post, server.link())
    assert (first.status, first.headers["retry-after"], first.body) == (429, "7", b"later")
    assert post.offer(Request(server.link("/next"), {"A": "b"}, b""), "next")
    second = ended(post, 1)["next"]
    assert (second.status, second.headers, second.body) == (201, {}, b"")
    assert server.posted[1].body == b""
    assert server.posted[1].headers["a"] == "b"
    assert "cookie" not in server.posted[1].headers
    assert server.posted[0].connection == server.posted[1].connection


def test_connections_to_an_origin_are_bounded_and_used_again(
    server: PostServer, sealed: tuple[PostServer, str]
) -> None:
    server.answers["/"] = answer()
    post = engine_for(server, sealed[1], per_origin=3)
    offered, got = 0, {}
    while len(got) < 60:
        while offered < 60 and post.offer(Request(server.link(), {}, b"x"), offered):
            offered += 1
        assert post.in_flight <= 3
        got.update(post.work(1))
    post.close()
    assert sorted(got) == list(range(60))  # type: ignore[type-var]
    assert {one.status for one in got.values()} == {201}
    assert len({one.connection for one in server.posted}) <= 3


def test_all_together_are_bounded(server: PostServer, sealed: tuple[PostServer, str]) -> None:
    post = engine_for(server, sealed[1], most_open=2, per_origin=8)
    assert post.offer(Request("https://10.0.0.1/", {}, b""), 1)
    assert post.offer(Request("no address", {}, b""), 2)
    assert not post.offer(Request("https://10.0.0.2/", {}, b""), 3)
    ended(post, 2)
    assert post.offer(Request("https://10.0.0.2/", {}, b""), 3)
    post.close()


@pytest.mark.parametrize("status", ["404 Not Found", "410 Gone", "500 Broken", "503 Busy"])
def test_every_status_is_an_answer(server: PostServer, post: Post, status: str) -> None:
    server.answers["/"] = answer(status=status)
    got = sent(post, server.link())
    assert (got.status, got.problem, got.code) == (int(status[:3]), "", "")


def test_a_redirect_is_an_answer_and_is_not_followed(server: PostServer, post: Post) -> None:
    server.answers["/"] = answer(status="307 Moved", location="https://169.254.169.254/latest")
    got = sent(post, server.link())
    assert (got.status, got.headers["location"]) == (307, "https://169.254.169.254/latest")
    assert [one.path for one in server.posted] == ["/"]


def test_a_head_before_the_answer_is_not_the_answer(server: PostServer, post: Post) -> None:
    early = b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
    server.answers["/"] = lambda connected, over: (
        connected.sendall(early),
        answer(status="200 OK")(connected, over),
    )[1]
    assert sent(post, server.link()).status == 200


def test_a_hanging_host_is_given_up_in_time_and_holds_nobody_up(
    server: PostServer, post: Post
) -> None:
    server.answers |= {"/hang": hang, "/": answer()}
    begun = time.monotonic()
    assert post.offer(Request(server.link("/hang"), {}, b"", seconds=0.5), "hang")
    assert post.offer(Request(server.link(), {}, b""), "quick")
    assert [token for token, _ in post.work(5)] == ["quick"]
    slow = ended(post, 1)["hang"]
    assert 0.5 <= time.monotonic() - begun < 3
    assert (slow.status, slow.code) == (0, "slow")
    assert slow.problem == f"{HOST} had not answered after 0.5 seconds."


def test_an_origin_that_hangs_holds_fewer_and_fewer_places(
    server: PostServer, sealed: tuple[PostServer, str]
) -> None:
    """After each failure in a row half as many may fly, and one answer gives all back."""
    server.answers |= {"/hang": hang, "/": answer()}
    post = engine_for(server, sealed[1], per_origin=4)

    def taken(path: str, seconds: float = 5.0) -> int:
        # One by one, as long as there is room.
        number = 0
        while post.offer(Request(server.link(path), {}, b"", seconds), number):
            number += 1
        ended(post, number)
        return number

    assert [taken("/hang", 0.1), taken("/hang", 0.1), taken("/"), taken("/")] == [4, 1, 1, 4]
    post.close()


def test_many_hosts_that_hang_hold_no_other_up() -> None:
    """Thirty hosts with two requests each, all hanging, beside one that answers."""
    with serving() as server:
        server.answers |= {"/hang": hang, "/": answer()}
        hosts = [f"hangs{number}.test" for number in range(30)]
        names = [f"{host}:{server.port}:127.0.0.1" for host in [*hosts, HOST]]
        post = Post("test", permit={("127.0.0.1", server.port)}, names=names, per_origin=2)
        for host in hosts:
            url = f"http://{host}:{server.port}/hang"
            for _ in range(2):
                assert post.offer(Request(url, {}, b"", seconds=3.0, plain=True), host)
        times = [sent(post, server.link(scheme="http"), plain=True).seconds for _ in range(10)]
        assert post.in_flight == 60
        post.close()
    assert max(times) < 2.5


def test_an_answer_of_any_length_costs_what_is_kept_of_it(server: PostServer, post: Post) -> None:
    server.answers["/"] = endless(HEAD, b"x" * (1 << 20))
    sent(post, server.link())
    tracemalloc.start()
    got = sent(post, server.link())
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (got.status, got.body, got.code) == (201, b"x" * 4096, "")
    assert peak < 1 << 20
    assert got.seconds < 1.9


def test_an_answer_that_drips_ends_in_time_and_its_status_counts(
    server: PostServer, post: Post
) -> None:
    server.answers["/"] = endless(HEAD, b".", pause=0.02)
    got = sent(post, server.link(), seconds=0.4)
    assert (got.status, got.problem) == (201, "")
    assert 0.4 <= got.seconds < 3


def test_a_head_without_end_is_no_answer(server: PostServer, post: Post) -> None:
    server.answers["/"] = endless(b"HTTP/1.1 200 OK\r\n", b"Link: " + b"x" * 60_000 + b"\r\n")
    got = sent(post, server.link())
    assert (got.status, got.code) == (0, "too_big")


@pytest.mark.parametrize(
    ("start", "status", "code"),
    [
        (b"", 0, "broken_off"),
        (b"HTTP/1.1 201 Crea", 0, "broken_off"),
        (b"HTTP/1.1 201 Created\r\nContent-Length: 9\r\n\r\nha", 201, ""),
        (b"220 mail.test ESMTP\r\n", 0, "broken_off"),
    ],
)
def test_an_answer_that_breaks_off_counts_from_its_head_on(
    server: PostServer, post: Post, start: bytes, status: int, code: str
) -> None:
    server.answers["/"] = reset(start)
    got = sent(post, server.link())
    assert (got.status, got.code) == (status, code)
    assert got.problem.endswith(".") == (code != "")


def test_nothing_goes_to_an_origin_that_rests(server: PostServer, post: Post) -> None:
    server.answers["/"] = answer()
    post.pause(server.link("/other"), 0.2)
    assert not post.offer(Request(server.link(), {}, b""), 1)
    time.sleep(0.21)
    assert post.offer(Request(server.link(), {}, b""), 1)
    assert ended(post, 1)[1].status == 201


@pytest.mark.parametrize(
    ("host", "hours", "why"),
    [
        ("other.test", (-1, 1), "subject name"),
        (HOST, (-2, -1), "expired"),
        (HOST, (1, 2), "not yet valid"),
    ],
)
def test_a_certificate_that_proves_nothing_is_refused(
    tmp_path: Path, host: str, hours: tuple[int, int], why: str
) -> None:
    context, _ = contexts(tmp_path, host, hours)
    with serving(context) as server:
        post = engine_for(server, str(tmp_path / f"{host}.pem"))
        got = sent(post, server.link())
        post.close()
    assert (got.status, got.code) == (0, "certificate")
    assert why in got.problem
    assert server.posted == []


def test_who_is_not_trusted_gets_nothing(server: PostServer) -> None:
    post = engine_for(server)
    got = sent(post, server.link())
    post.close()
    assert got.code == "certificate"
    assert server.posted == []


def test_the_certificates_of_the_machine_are_believed(
    server: PostServer, sealed: tuple[PostServer, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As everywhere in Python: those of its OpenSSL, or of the file that SSL_CERT_FILE names."""
    server.answers["/"] = answer()
    monkeypatch.setenv("SSL_CERT_FILE", sealed[1])
    post = engine_for(server)
    assert sent(post, server.link()).status == 201
    post.close()


def test_a_server_without_encryption_proves_nothing() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        post = Post("test", permit={listening.getsockname()})
        assert post.offer(Request(f"https://127.0.0.1:{listening.getsockname()[1]}/", {}, b""), 1)
        post.work(0.1)
        connected, _ = listening.accept()
        with connected:
            connected.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
            got = ended(post, 1)[1]
        post.close()
    assert (got.status, got.code) == (0, "certificate")


def test_http_is_sent_to_only_where_the_caller_says_so() -> None:
    with serving() as server:
        server.answers["/"] = answer()
        post = engine_for(server)
        link = server.link(scheme="http")
        assert sent(post, link).code == "scheme"
        assert sent(post, link, plain=True).status == 201
        assert sent(post, link).code == "scheme"
        post.close()
    assert len(server.posted) == 1


@pytest.mark.parametrize("variable", ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"])
def test_no_proxy_of_the_environment_is_used(
    server: PostServer, post: Post, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.setenv(variable, "http://127.0.0.1:9")
    server.answers["/"] = answer()
    assert sent(post, server.link()).status == 201


def test_no_name_or_password_is_taken_from_the_home_folder(
    server: PostServer, post: Post, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".netrc").write_text(f"machine {HOST} login made-up password secret\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    server.answers["/"] = answer()
    assert sent(post, server.link()).status == 201
    assert "authorization" not in server.posted[0].headers


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("", "no_link"),
        ("push.example/x", "no_link"),
        ("ftp://push.example/x", "scheme"),
        ("file:///etc/passwd", "scheme"),
        ("https://name:secret@push.example/x", "secret"),
        ("https://push.example:25/x", "port"),
        ("https://push.example/a b", "no_link"),
        ("https://push.example/a\r\nHost: other.example", "no_link"),
        ("https://push.example/" + "x" * 4000, "no_link"),
    ],
)
def test_what_is_no_address_of_the_web_is_refused(post: Post, url: str, code: str) -> None:
    got = sent(post, url)
    assert (got.status, got.code) == (0, code)
    assert got.problem.endswith(".")
    assert "secret" not in got.problem
    assert "\n" not in got.problem


@pytest.mark.parametrize("value", ["a\r\nX: y", "a\nb", "a\rb", "a\0b"])
def test_a_header_of_two_lines_is_refused(server: PostServer, post: Post, value: str) -> None:
    with pytest.raises(ValueError, match="line break"):
        post.offer(Request(server.link(), {"Topic": value}, b""), 1)
    assert post.in_flight == 0
    server.answers["/"] = answer()
    assert sent(post, server.link()).status == 201


@pytest.mark.skipif(not FILES.is_dir(), reason="open files are counted in /proc")
def test_connections_that_end_leave_no_file_open(server: PostServer, post: Post) -> None:
    server.answers["/"] = answer(connection="close")
    sent(post, server.link())
    before = len(list(FILES.iterdir()))
    for _ in range(60):
        assert sent(post, server.link()).status == 201
    # The server's own ends are closed by its threads, a moment later.
    assert len(list(FILES.iterdir())) < before + 20


def test_closing_gives_up_what_flies(server: PostServer, sealed: tuple[PostServer, str]) -> None:
    server.answers["/"] = hang
    post = engine_for(server, sealed[1])
    assert post.offer(Request(server.link(), {}, b""), 1)
    post.work(0.05)
    post.close()
    assert post.in_flight == 0


def test_an_engine_with_nothing_to_do_waits_for_nothing(post: Post) -> None:
    begun = time.monotonic()
    assert post.work(5) == []
    assert time.monotonic() - begun < 1
