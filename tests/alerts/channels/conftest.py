"""What the tests of channels share: a peer on loopback with TLS, and the engine that reaches it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from clapometer.fetching.posting import Answer, Post, Request
from tests.fetching.certificates import contexts
from tests.fetching.posts import HOST, PostServer, serving

Send = Callable[[Request], Answer]


@pytest.fixture(scope="module")
def sealed(tmp_path_factory) -> Iterator[tuple[PostServer, str]]:
    """A server with TLS, and the file of the certificates that its clients believe."""
    folder = tmp_path_factory.mktemp("tls")
    context, _ = contexts(folder, HOST)
    with serving(context) as server:
        yield server, str(folder / f"{HOST}.pem")


@pytest.fixture
def peer(sealed) -> PostServer:
    """The server, which knows of no request yet."""
    sealed[0].answers.clear()
    sealed[0].posted.clear()
    return sealed[0]


@pytest.fixture
def send(sealed, peer) -> Iterator[Send]:
    """Send a request through the engine, which may reach the peer and nothing else here."""
    engine = Post(
        "Clapometer/test",
        permit={("127.0.0.1", peer.port)},
        trust=sealed[1],
        names=[f"{HOST}:{peer.port}:127.0.0.1"],
    )

    def sending(request: Request) -> Answer:
        assert engine.offer(request, "only")
        for _ in range(100):
            if ended := engine.work(0.1):
                return ended[0][1]
        pytest.fail("the request did not end")

    yield sending
    engine.close()
