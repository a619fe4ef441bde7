"""The standard library's SMTP client, with an end to what a server may say.

`smtplib` waits for each piece of an answer by itself, so a server that sends a letter every few
seconds would hold it for ever; here an answer as a whole has a time and a length.
"""

from __future__ import annotations

import smtplib
from time import monotonic
from typing import Any

MOST_BYTES = 65_536


class _Answers:
    """The lines that a server says, each of which must be there by the time allowed."""

    def __init__(self, server: Bounded) -> None:
        self._server, self._kept = server, b""

    def readline(self, most: int) -> bytes:
        """Return a line, or its first bytes; nothing at the end. Raises OSError."""
        while b"\n" not in self._kept and len(self._kept) < most:
            piece = self._receive()
            if not piece:
                break
            self._kept += piece
        end = min(self._kept.find(b"\n") + 1 or len(self._kept), most)
        line, self._kept = self._kept[:end], self._kept[end:]
        return line

    def _receive(self) -> bytes:
        server = self._server
        left = server.until - monotonic()
        if left <= 0:
            raise TimeoutError
        if server.bytes_left <= 0:
            raise ConnectionAbortedError
        assert server.sock is not None
        server.sock.settimeout(left)
        piece = server.sock.recv(4096)
        server.bytes_left -= len(piece)
        return piece

    def close(self) -> None:
        """Forget what was not read: the socket is its client's to close."""
        self._kept = b""


class Bounded(smtplib.SMTP):
    """smtplib's client, with a time and a length for each answer as a whole."""

    until = float("inf")
    bytes_left = 0

    def allow(self, seconds: float) -> None:
        """Give the server so long from now on, and 64 KiB to say."""
        self.until = monotonic() + seconds
        self.bytes_left = MOST_BYTES
        if self.sock is not None:
            self.sock.settimeout(seconds)

    def connect(self, *where: Any, **how: Any) -> tuple[int, bytes]:
        """Connect, and return the server's greeting."""
        self.allow(self.timeout)
        return super().connect(*where, **how)

    def getreply(self) -> tuple[int, bytes]:
        """Return the server's answer."""
        if self.file is None:
            self.file: Any = _Answers(self)
        return super().getreply()


class BoundedTls(Bounded, smtplib.SMTP_SSL):
    """The same, with TLS from the start."""
