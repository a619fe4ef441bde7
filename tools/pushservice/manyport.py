"""The port that speaks HTTP/2 (and 1.1) under TLS: Granian, with the service in its loop."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from granian.constants import Interfaces
from granian.server.embed import Server

from .taking import Reply, Service

PIECE = b"x" * (1 << 16)
ENDLESS = 10 << 30
_NO_BODY = {"answer", "reset", "torn"}


def server_of(service: Service, port: int, certificate: Path, key: Path) -> Server:
    """Return a server that serves as long as its coroutine `serve` runs."""

    async def app(scope: Any, proto: Any) -> None:
        body = await proto()
        found = scope.headers.get

        def header(name: str) -> str:
            return found(name) or ""

        authority = scope.authority or header("host")
        await _answer(proto, service.take(scope.path, authority, header, body))

    return Server(
        app,
        address="127.0.0.1",
        port=port,
        interface=Interfaces.RSGI,
        ssl_cert=certificate,
        ssl_key=key,
        websockets=False,
        log_enabled=False,
    )


async def _answer(proto: Any, reply: Reply) -> None:
    if reply.how == "hang":
        await proto.client_disconnect()
    elif reply.how in _NO_BODY:
        # Here no connection can be broken off: the raw port does that.
        proto.response_empty(reply.status or 501, list(reply.headers))
    else:
        stream = proto.response_stream(reply.status, list(reply.headers))
        sent = 0
        while sent < ENDLESS:
            drips = reply.how == "drip"
            await stream.send_bytes(b"." if drips else PIECE)
            sent += len(PIECE)
            if drips:
                await asyncio.sleep(0.05)
