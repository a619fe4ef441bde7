"""A language model's service on loopback that says what it is told to, down to the byte."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, TypeAlias

Say: TypeAlias = Callable[[socket.socket], None]


@dataclass
class Question:
    """One question as it came."""

    line: str
    headers: dict[str, str]
    body: dict[str, Any]


@dataclass
class Service:
    """Answers given one after the other; the last one stays."""

    port: int
    answers: list[Say] = field(default_factory=list)
    asked: list[Question] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    def will(self, *answers: Say) -> None:
        self.answers = list(answers)

    def serve(self, connected: socket.socket) -> None:
        connected.settimeout(10)
        with connected, suppress(OSError):
            data = b""
            while b"\r\n\r\n" not in data:
                data += connected.recv(65536)
            head, _, body = data.partition(b"\r\n\r\n")
            line, *rest = head.decode("latin-1").split("\r\n")
            headers = {name.lower(): value for name, value in (one.split(": ", 1) for one in rest)}
            while len(body) < int(headers.get("content-length", "0")):
                body += connected.recv(65536)
            self.asked.append(Question(line, headers, json.loads(body)))
            say = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
            say(connected)
            with suppress(OSError):
                connected.shutdown(socket.SHUT_WR)
                connected.recv(1)


@contextmanager
def serving() -> Iterator[Service]:
    """Serve on a free port of 127.0.0.1, each connection in a thread of its own."""
    with socket.create_server(("127.0.0.1", 0), backlog=16) as listening:
        service = Service(listening.getsockname()[1])

        def accept() -> None:
            while True:
                try:
                    connected, _ = listening.accept()
                except OSError:
                    return
                threading.Thread(target=service.serve, args=(connected,), daemon=True).start()

        threading.Thread(target=accept, daemon=True).start()
        try:
            yield service
        finally:
            with suppress(OSError):
                listening.shutdown(socket.SHUT_RDWR)


def answer(body: bytes, status: str = "200 OK", **headers: str) -> Say:
    """An answer of HTTP; a header's name is written with underscores."""
    headers.setdefault("content_length", str(len(body)))
    lines = [f"HTTP/1.1 {status}", *(f"{k.replace('_', '-')}: {v}" for k, v in headers.items())]
    data = "\r\n".join([*lines, "", ""]).encode("latin-1") + body
    return lambda connected: connected.sendall(data)


def writes(text: str | None, **choice: Any) -> Say:
    """An answer in which the model writes this text."""
    told = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": "stop"}
    return answer(
        json.dumps({"choices": [told | choice]}).encode(), content_type="application/json"
    )


def claims(*told: dict[str, Any]) -> Say:
    """An answer in which the model lists these claims."""
    return writes(json.dumps({"claims": list(told)}))
