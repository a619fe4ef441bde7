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
def client(server: Server) -> Client:
    """A client that may reach the made-up catalogue on this machine, and nothing else of it."""

    def resolver(host: str, port: int) -> list[str]:
        assert host == HOST
        return ["127.0.0.1"]

    return Client(
        "test",
        permit={("127.0.0.1", server.port)},
        resolver=resolver,
        sleep=lambda _: None,
        pacer=Pacer({}, sleep=lambda _: None),
    )
