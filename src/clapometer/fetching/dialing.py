"""The sockets of what is sent: each is made only for an address that may be connected to.

libcurl asks for a socket at the moment when it connects, with the very address it is about to dial.
So it does not matter how a name was written or resolved, or what its name server says next time.
"""

from __future__ import annotations

import socket
from typing import Any, NamedTuple

import pycurl

from .addresses import read_address, why_not
from .resolving import Permit

_NO_SOCKET: int = pycurl.SOCKET_BAD
_UNANSWERED_MS = 10_000
"""A connection whose bytes nobody confirms for so long is given up by the system."""


class Asked(NamedTuple):
    """What libcurl wants to connect to. `place`: address and port first, as in Python's sockets."""

    family: int
    kind: int
    protocol: int
    place: tuple[str, int]


class _Handed(socket.socket):
    """A socket that libcurl has doubled for itself: ours is closed with the object, in silence."""

    def __del__(self) -> None:
        if self.fileno() >= 0:
            self.close()


class Dialer:
    """Makes the sockets of one transfer, and remembers what it refused to reach, and why."""

    __slots__ = ("_permit", "address", "what")

    def __init__(self, permit: Permit) -> None:
        self._permit = permit
        self.forget()

    def forget(self) -> None:
        """Begin a new transfer, to which nothing has been refused."""
        self.address = self.what = ""

    def dial(self, _purpose: int, asked: tuple[Any, ...]) -> socket.socket | int:
        """Return a socket for the address, or what tells libcurl that there is none for it.

        It raises nothing: libcurl calls it, where an error would only be printed.
        """
        try:
            return self._made(Asked(*asked))
        except (OSError, ValueError, TypeError, IndexError):
            return _NO_SOCKET

    def _made(self, asked: Asked) -> socket.socket | int:
        address = read_address(asked.place[0])
        permitted = (str(address), asked.place[1]) in self._permit
        if not permitted and (what := why_not(address)):
            self.address, self.what = asked.place[0], what
            return _NO_SOCKET
        made = _Handed(asked.family, asked.kind, asked.protocol)
        if hasattr(socket, "TCP_USER_TIMEOUT"):
            # Else a peer that vanished would be posted to for a quarter of an hour.
            made.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, _UNANSWERED_MS)
        return made
