"""A server on loopback that does what it is told, down to the byte: it lies, drips and hangs."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TypeAlias

Say: TypeAlias = Callable[[socket.socket], None]
HOST = "site.test"
"""A made-up host; the tests' resolver says that it is on this machine."""


@dataclass
class Asked:
    """One request as it came."""

    line: str
    headers: dict[str, str]


@dataclass
class Server:
    """Scripted answers by path, given one after the other; the last one stays."""

    port: int
    answers: dict[str, list[Say]] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    def on(self, path: str, *answers: Say) -> str:
        """Script the answers to a path; return its address."""
        self.answers[path] = list(answers)
        return self.link(path)

    def link(self, path: str, scheme: str = "http") -> str:
        return f"{scheme}://{HOST}:{self.port}{path}"

    @property
    def paths(self) -> list[str]:
        return [asked.line.split()[1] for asked in self.asked]

    def serve(self, connected: socket.socket) -> None:
        connected.settimeout(20)
        with connected, suppress(OSError):
            head = b""
            while b"\r\n\r\n" not in head:
                piece = connected.recv(65536)
                if not piece:
                    return
                head += piece
            line, *headers = head.decode("latin-1").split("\r\n\r\n")[0].split("\r\n")
            named = dict(one.split(": ", 1) for one in headers)
            self.asked.append(Asked(line, named))
            script = self.answers[line.split()[1]]
            say = script.pop(0) if len(script) > 1 else script[0]
            say(connected)
            with suppress(OSError):
                connected.shutdown(socket.SHUT_WR)
                connected.recv(1)


@contextmanager
def serving(tls: ssl.SSLContext | None = None) -> Iterator[Server]:
    """Serve on a free port of 127.0.0.1, each connection in a thread of its own."""
    with socket.create_server(("127.0.0.1", 0), backlog=64) as listening:
        server = Server(listening.getsockname()[1])

        def accept() -> None:
            while True:
                try:
                    connected, _ = listening.accept()
                except OSError:
                    return
                threading.Thread(target=handle, args=(connected,), daemon=True).start()

        def handle(connected: socket.socket) -> None:
            try:
                if tls:
                    connected.settimeout(20)
                    connected = tls.wrap_socket(connected, server_side=True)
            except OSError:
                connected.close()
                return
            server.serve(connected)

        threading.Thread(target=accept, daemon=True).start()
        try:
            yield server
        finally:
            server.over.set()
            with suppress(OSError):
                listening.shutdown(socket.SHUT_RDWR)


def answer(body: bytes = b"", status: str = "200 OK", **headers: str) -> Say:
    """A plain answer; a header's name is written with underscores."""
    headers.setdefault("content_length", str(len(body)))
    lines = [f"HTTP/1.1 {status}", *(f"{k.replace('_', '-')}: {v}" for k, v in headers.items())]
    return raw("\r\n".join([*lines, "", ""]).encode("latin-1") + body)


def raw(data: bytes) -> Say:
    """These bytes and then the end."""
    return lambda connected: connected.sendall(data)


def redirect(to: str, status: str = "302 Found") -> Say:
    return answer(status=status, location=to)
