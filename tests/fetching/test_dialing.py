"""What is connected to is judged at the moment of connecting, however it was named."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from clapometer.fetching.dialing import Dialer
from clapometer.fetching.posting import Answer, Post, Request
from tests.fetching.posts import HOST, PostServer, answer, serving


@pytest.fixture(scope="module")
def server() -> Iterator[PostServer]:
    with serving() as one:
        one.answers["/"] = answer()
        yield one


def sent(post: Post, url: str) -> Answer:
    assert post.offer(Request(url, {}, b"", seconds=3.0, plain=True), None)
    ended: list[tuple[object, Answer]] = []
    while not ended:
        ended = post.work(1)
    return ended[0][1]


def only(post: Post, url: str) -> Answer:
    got = sent(post, url)
    post.close()
    return got


@pytest.mark.parametrize(
    ("host", "what"),
    [
        ("127.0.0.1", "this machine itself"),
        ("127.1", "this machine itself"),
        ("2130706433", "this machine itself"),
        ("0x7f000001", "this machine itself"),
        ("017700000001", "this machine itself"),
        ("0177.0.0.1", "this machine itself"),
        ("0", "this network"),
        ("10.1.2.3", "private"),
        ("192.168.0.1", "private"),
        ("172.16.5.4", "private"),
        ("100.64.0.1", "provider"),
        ("169.254.169.254", "link-local"),
        ("[::1]", "this machine itself"),
        ("[::ffff:127.0.0.1]", "clothes of IPv6"),
        ("[::ffff:7f00:1]", "clothes of IPv6"),
        ("[fe80::1]", "link-local"),
        ("[fd00::1]", "private"),
        ("[64:ff9b::7f00:1]", "this machine itself"),
        ("[2002:7f00:1::]", "clothes of IPv6"),
        ("localhost", "this machine itself"),
    ],
)
def test_an_address_that_is_not_public_is_refused_however_it_is_written(
    server: PostServer, host: str, what: str
) -> None:
    got = only(Post("test"), f"http://{host}:{server.port}/")
    assert (got.status, got.code) == (0, "not_public")
    assert what in got.problem


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.0.0.1", "169.254.169.254", "[::1]", "[::ffff:127.0.0.1]", "[fd00::1]"],
)
def test_a_name_that_leads_to_a_private_address_is_refused(
    server: PostServer, address: str
) -> None:
    post = Post("test", names=[f"{HOST}:{server.port}:{address}"])
    assert only(post, server.link(scheme="http")).code == "not_public"
    assert server.posted == []


def test_a_name_that_changes_its_mind_is_judged_again(server: PostServer) -> None:
    """The first answer of the name server is good, the second one leads inside."""
    permit = {("127.0.0.1", server.port)}
    names = [f"{HOST}:{server.port}:127.0.0.1"]
    server.answers["/once"] = answer(connection="close")
    post = Post("test", permit=permit, names=names)
    assert sent(post, server.link("/once", "http")).status == 201
    names[0] = f"{HOST}:{server.port}:127.0.0.2"
    assert sent(post, server.link("/once", "http")).code == "not_public"
    names[0] = f"{HOST}:{server.port}:10.0.0.1,[::1]"
    assert sent(post, server.link("/once", "http")).code == "not_public"
    post.close()
    server.posted.clear()


def test_what_is_permitted_is_one_port_of_one_address(server: PostServer) -> None:
    with serving() as other:
        post = Post("test", permit={("127.0.0.1", server.port)})
        assert sent(post, f"http://127.0.0.1:{server.port}/").status == 201
        assert sent(post, f"http://127.0.0.1:{other.port}/").code == "not_public"
        assert sent(post, f"http://[::1]:{server.port}/").code == "not_public"
        post.close()
    server.posted.clear()


def test_a_permitted_address_of_ipv6_is_reached() -> None:
    with serving(family=socket.AF_INET6) as server:
        server.answers["/"] = answer()
        post = Post("test", permit={("::1", server.port)})
        assert only(post, f"http://[::1]:{server.port}/").status == 201


@pytest.mark.parametrize(
    "asked",
    [
        (socket.AF_INET, socket.SOCK_STREAM, 6, ("no address", 80)),
        (socket.AF_UNIX, socket.SOCK_STREAM, 0, "/run/some.sock"),
        (99, 99, 99, ("8.8.8.8", 443)),
        (),
    ],
)
def test_what_cannot_be_dialled_raises_nothing(asked: tuple[object, ...]) -> None:
    """An error in a function that libcurl calls would be printed, and nobody could catch it."""
    assert Dialer(()).dial(0, asked) == -1


def test_a_public_address_gets_a_socket_of_its_family() -> None:
    made = Dialer(()).dial(0, (socket.AF_INET6, socket.SOCK_STREAM, 6, ("2a00::1", 443, 0, 0)))
    assert isinstance(made, socket.socket)
    assert made.family == socket.AF_INET6
