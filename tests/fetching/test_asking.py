"""Questions to the one service that the owner named: where they go, and where they never do."""

from __future__ import annotations

import pytest

from clapometer.fetching.asking import Endpoint, ask, is_own
from clapometer.fetching.exchange import Bounds
from clapometer.fetching.refusals import FetchRefused
from tests.fetching.server import Server, answer

BOUNDS = Bounds(1 << 16, 2.0)


def refused(address: str, found: str) -> str:
    """Return the code of the refusal where the endpoint's name has this address."""
    with pytest.raises(FetchRefused) as caught:
        ask(Endpoint.read(address), "/x", b"{}", {}, BOUNDS, resolver=lambda *_: [found])
    return caught.value.code


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("127.0.0.1", True),
        ("::1", True),
        ("10.1.2.3", True),
        ("localhost", True),
        ("box", True),
        ("gpu.lan", True),
        ("gpu.home.arpa", True),
        ("models.internal.", True),
        ("93.184.216.34", False),
        ("models.example.org", False),
        ("local.example.org", False),
    ],
)
def test_hosts_of_the_own_network(host: str, own: bool) -> None:
    assert is_own(host) is own


def test_a_question_is_posted_to_the_own_machine(server: Server) -> None:
    server.on("/v1/chat", answer(b"yes"))
    endpoint = Endpoint.read(f"http://localhost:{server.port}/v1/")
    got = ask(endpoint, "/chat", b"", {"X-One": "1"}, BOUNDS, resolver=lambda *_: ["127.0.0.1"])
    assert (got.status, got.body) == (200, b"yes")
    assert server.asked[0].line == "POST /v1/chat HTTP/1.1"
    assert server.asked[0].headers["X-One"] == "1"


def test_a_redirect_comes_back_as_it_is(server: Server) -> None:
    server.on("/x", answer(b"", "302 Found", location="/other"))
    got = ask(Endpoint.read(f"http://127.0.0.1:{server.port}"), "/x", b"", {}, BOUNDS)
    assert got.status == 302
    assert server.paths == ["/x"]


@pytest.mark.parametrize("found", ["127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "fd00::1"])
def test_a_name_of_the_web_reaches_no_address_of_the_own_network(found: str) -> None:
    assert refused("https://models.example.org/v1", found) == "not_public"


@pytest.mark.parametrize("found", ["169.254.169.254", "0.0.0.0", "224.0.0.1", "fe80::1"])
def test_some_addresses_have_no_service(found: str) -> None:
    assert refused("http://box:8080/v1", found) == "not_public"


def test_http_is_for_the_own_network_alone() -> None:
    with pytest.raises(FetchRefused) as caught:
        Endpoint.read("http://models.example.org/v1")
    assert caught.value.code == "plain"
