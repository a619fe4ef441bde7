"""Ports of plain sockets, HTTP/1.1 with or without TLS, for what a decent server never does."""

from __future__ import annotations

import asyncio
import socket
import ssl
import struct
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import NamedTuple

from .manyport import ENDLESS, PIECE
from .taking import Reply, Service

_LONGEST = 64 << 10


class Asked(NamedTuple):
    """A request as it came; names of headers in small letters."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


Say = Callable[[Asked, asyncio.StreamWriter], Awaitable[bool]]
"""Answers; returns whether the connection stays open."""


async def listen(say: Say, tls: ssl.SSLContext | None, port: int = 0) -> asyncio.Server:
    """Serve on a port of 127.0.0.1."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # At the end of the service asyncio would print what is cancelled here.
        with suppress(OSError, ValueError, asyncio.IncompleteReadError, asyncio.CancelledError):
            while (asked := await _asked(reader)) and await say(asked, writer):
                pass
        writer.close()

    return await asyncio.start_server(serve, "127.0.0.1", port, ssl=tls, limit=_LONGEST)


async def _asked(reader: asyncio.StreamReader) -> Asked | None:
    try:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    except asyncio.IncompleteReadError:
        return None
    line, *rest = head[:-4].split("\r\n")
    method, path, _ = line.split(" ")
    headers = {}
    for one in rest:
        name, _, value = one.partition(":")
        headers[name.lower()] = value.strip()
    return Asked(
        method, path, headers, await reader.readexactly(int(headers.get("content-length", 0)))
    )


def saying(service: Service) -> Say:
    """Return what answers with the service's replies."""

    async def say(asked: Asked, writer: asyncio.StreamWriter) -> bool:
        headers = asked.headers

        def header(name: str) -> str:
            return headers.get(name, "")

        reply = service.take(asked.path, header("host"), header, asked.body)
        return await _HOWS[reply.how](reply, writer)

    return say


async def answer(writer: asyncio.StreamWriter, status: int, body: bytes, kind: str) -> None:
    """Write a whole answer."""
    head = f"HTTP/1.1 {status} .\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
    writer.write(head.encode() + body)
    await writer.drain()


async def _plain(reply: Reply, writer: asyncio.StreamWriter) -> bool:
    writer.write(_head(reply) + b"Content-Length: 0\r\n\r\n")
    await writer.drain()
    return True


async def _hang(_reply: Reply, _writer: asyncio.StreamWriter) -> bool:
    await asyncio.sleep(3600)
    return False


async def _drip(reply: Reply, writer: asyncio.StreamWriter) -> bool:
    writer.write(_head(reply) + b"\r\n")
    while True:
        writer.write(b".")
        await writer.drain()
        await asyncio.sleep(0.05)


async def _endless(reply: Reply, writer: asyncio.StreamWriter) -> bool:
    writer.write(_head(reply) + b"\r\n")
    for _ in range(ENDLESS // len(PIECE)):
        writer.write(PIECE)
        # Draining alone may never let the loop learn that the other side has gone.
        await asyncio.sleep(0)
        await writer.drain()
    return False


async def _reset(_reply: Reply, writer: asyncio.StreamWriter) -> bool:
    _broken(writer)
    return False


async def _torn(_reply: Reply, writer: asyncio.StreamWriter) -> bool:
    writer.write(b"HTTP/1.1 201 Crea")
    await writer.drain()
    await asyncio.sleep(0.01)
    _broken(writer)
    return False


def _broken(writer: asyncio.StreamWriter) -> None:
    plain = writer.get_extra_info("socket")
    plain.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


def _head(reply: Reply) -> bytes:
    lines = "".join(f"{name}: {value}\r\n" for name, value in reply.headers)
    return f"HTTP/1.1 {reply.status} .\r\n{lines}".encode()


_HOWS: dict[str, Callable[[Reply, asyncio.StreamWriter], Awaitable[bool]]] = {
    "answer": _plain,
    "hang": _hang,
    "drip": _drip,
    "endless": _endless,
    "reset": _reset,
    "torn": _torn,
}
