"""A server on loopback that takes POSTs, keeps connections open, and answers as it is told."""

from __future__ import annotations

import io
import os
import socket
import ssl
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

HOST = "posts.test"
"""A made-up host; the engine under test is told that it is on this machine."""


class Posted(NamedTuple):
    """One request as it came. `connection`: the number of its connection, from 1."""

    path: str
    headers: dict[str, str]
    body: bytes
    connection: int


Say: TypeAlias = Callable[[socket.socket, threading.Event], None]
"""Answers on the connection; it stays open unless the answer closes it."""


@dataclass
class PostServer:
    """Answers by path; what came lies in `posted`."""

    port: int
    answers: dict[str, Say] = field(default_factory=dict)
    posted: list[Posted] = field(default_factory=list)
    connections: int = 0
    over: threading.Event = field(default_factory=threading.Event)

    def link(self, path: str = "/", scheme: str = "https") -> str:
        return f"{scheme}://{HOST}:{self.port}{path}"

    def serve(self, connected: socket.socket) -> None:
        self.connections += 1
        number = self.connections
        with connected, suppress(OSError, ValueError), connected.makefile("rb") as reading:
            while posted := _read(reading, number):
                self.posted.append(posted)
                self.answers[posted.path](connected, self.over)


def _read(reading: io.BufferedReader, number: int) -> Posted | None:
    line = reading.readline().decode("latin-1")
    if not line:
        return None
    headers = {}
    while (one := reading.readline().decode("latin-1").strip()) != "":
        name, _, value = one.partition(":")
        headers[name.lower()] = value.strip()
    body = reading.read(int(headers.get("content-length", 0)))
    return Posted(line.split()[1], headers, body, number)


@contextmanager
def serving(
    tls: ssl.SSLContext | None = None, family: socket.AddressFamily = socket.AF_INET
) -> Iterator[PostServer]:
    """Serve on a free port of this machine, each connection in a thread of its own."""
    place = ("::1" if family == socket.AF_INET6 else "127.0.0.1", 0)
    with socket.create_server(place, family=family, backlog=64) as listening:
        server = PostServer(listening.getsockname()[1])

        def handle(connected: socket.socket) -> None:
            connected.settimeout(20)
            try:
                # What was refused in the handshake is closed and nothing else.
                if tls:
                    connected = tls.wrap_socket(connected, server_side=True)
            except OSError:
                connected.close()
                return
            server.serve(connected)

        def accept() -> None:
            with suppress(OSError):
                while True:
                    connected, _ = listening.accept()
                    threading.Thread(target=handle, args=(connected,), daemon=True).start()

        threading.Thread(target=accept, daemon=True).start()
        try:
            yield server
        finally:
            server.over.set()
            with suppress(OSError):
                listening.shutdown(socket.SHUT_RDWR)


def answer(status: str = "201 Created", body: bytes = b"", **headers: str) -> Say:
    """A plain answer; a header's name is written with underscores."""
    headers = {"content_length": str(len(body)), **headers}
    lines = [f"HTTP/1.1 {status}", *(f"{k.replace('_', '-')}: {v}" for k, v in headers.items())]
    data = "\r\n".join([*lines, "", ""]).encode("latin-1") + body
    return lambda connected, _over: connected.sendall(data)


def hang(_connected: socket.socket, over: threading.Event) -> None:
    """Never answer."""
    over.wait(20)


def reset(start: bytes) -> Say:
    """Say the start of an answer, then break the connection off."""

    def say(connected: socket.socket, over: threading.Event) -> None:
        connected.sendall(start)
        over.wait(0.05)
        connected.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        # The server's own reader holds the connection too: its number is closed under both.
        os.close(connected.detach())

    return say


def endless(head: bytes, piece: bytes, pause: float = 0.0) -> Say:
    """Say a head and then pieces without end."""

    def say(connected: socket.socket, over: threading.Event) -> None:
        connected.sendall(head)
        while not over.wait(pause):
            connected.sendall(piece)

    return say
