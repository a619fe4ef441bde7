"""Where an address has moved for good, and how long a busy host asks to be left alone."""

from __future__ import annotations

import pytest

from clapometer.fetching.client import Client
from clapometer.fetching.refusals import FetchRefused
from tests.fetching.server import Server, answer, redirect

FOR_GOOD, FOR_NOW = "301 Moved", "302 Found"


@pytest.mark.parametrize(
    ("first", "second", "lasting"),
    [
        (FOR_GOOD, "308 Moved", "/c"),
        (FOR_GOOD, FOR_NOW, "/b"),
        (FOR_NOW, FOR_GOOD, "/a"),
        (FOR_NOW, FOR_NOW, "/a"),
    ],
)
def test_only_permanent_redirects_from_the_first_on_move_an_address(
    server: Server, client: Client, first: str, second: str, lasting: str
) -> None:
    server.on("/a", redirect("/b", first))
    server.on("/b", redirect("/c", second))
    server.on("/c", answer(b"page"))
    got = client.get(server.link("/a"))
    assert (got.link, got.lasting) == (server.link("/c"), server.link(lasting))


def test_an_address_that_stays_is_its_own(server: Server, client: Client) -> None:
    link = server.on("/", answer(b"page"))
    assert client.get(link).lasting == link


def test_a_busy_host_says_for_how_long(server: Server, client: Client) -> None:
    link = server.on("/", answer(status="429 Busy", retry_after="7200"))
    with pytest.raises(FetchRefused) as caught:
        client.get(link)
    assert (caught.value.code, caught.value.after) == ("busy", 7200.0)
