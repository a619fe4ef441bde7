"""A server of HTTP/2 on loopback that says frames as it is told (RFC 9113), also wrong ones."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
DATA, HEADERS, RST_STREAM, SETTINGS, PING, GOAWAY, CONTINUATION = 0, 1, 3, 4, 6, 7, 9
END_STREAM, END_HEADERS, ACK = 1, 4, 1
CREATED = b"\x08\x03201"
""":status 201 in HPACK: the name from the table, the value as it stands (RFC 7541, 6.2.2)."""
Say = Callable[[ssl.SSLSocket, int], None]
"""Answers a request on a connection, by the number of its stream."""


def frame(kind: int, flags: int, stream: int, payload: bytes = b"") -> bytes:
    return len(payload).to_bytes(3) + bytes((kind, flags)) + stream.to_bytes(4) + payload


def setting(name: int, value: int) -> bytes:
    return name.to_bytes(2) + value.to_bytes(4)


@dataclass
class FrameServer:
    """What is said to a request, and what the first frame of settings says."""

    port: int
    say: Say
    settings: bytes = b""
    connections: int = 0
    streams: list[int] = field(default_factory=list)

    def serve(self, connected: ssl.SSLSocket) -> None:
        self.connections += 1
        with connected, suppress(OSError, EOFError):
            assert _read(connected, len(PREFACE)) == PREFACE
            connected.sendall(frame(SETTINGS, 0, 0, self.settings))
            while True:
                head = _read(connected, 9)
                _read(connected, int.from_bytes(head[:3]))
                kind, flags, stream = head[3], head[4], int.from_bytes(head[5:])
                if kind == SETTINGS and not flags & ACK:
                    connected.sendall(frame(SETTINGS, ACK, 0))
                if kind in {DATA, HEADERS} and flags & END_STREAM:
                    self.streams.append(stream)
                    self.say(connected, stream)


def _read(connected: ssl.SSLSocket, count: int) -> bytes:
    found = b""
    while len(found) < count:
        piece = connected.recv(count - len(found))
        if not piece:
            raise EOFError
        found += piece
    return found


@contextmanager
def serving(tls: ssl.SSLContext, say: Say, settings: bytes = b"") -> Iterator[FrameServer]:
    """Serve on a free port of 127.0.0.1, each connection in a thread of its own."""
    tls.set_alpn_protocols(["h2"])
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = FrameServer(listening.getsockname()[1], say, settings)

        def handle(connected: socket.socket) -> None:
            connected.settimeout(10)
            with suppress(OSError):
                server.serve(tls.wrap_socket(connected, server_side=True))

        def accept() -> None:
            with suppress(OSError):
                while True:
                    connected, _ = listening.accept()
                    threading.Thread(target=handle, args=(connected,), daemon=True).start()

        threading.Thread(target=accept, daemon=True).start()
        try:
            yield server
        finally:
            with suppress(OSError):
                listening.shutdown(socket.SHUT_RDWR)
