from __future__ import annotations

from collections.abc import Iterator

import pytest

from clapometer.fetching.client import Client
from clapometer.fetching.pacing import Pacer
from tests.fetching.server import HOST, Server, serving


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as one:
        yield one


@pytest.fixture
def waits() -> list[float]:
    """How long the client would have slept."""
    return []


@pytest.fixture
def client(server: Server, waits: list[float]) -> Client:
    """A client that may reach the server and nothing else of this machine."""

    def resolver(host: str, port: int) -> list[str]:
        return ["127.0.0.1"] if host == HOST else [host]

    return Client(
        "Clapometer/test (+https://site.example)",
        permit={("127.0.0.1", server.port)},
        resolver=resolver,
        sleep=waits.append,
        pacer=Pacer({}, sleep=lambda _: None),
    )
