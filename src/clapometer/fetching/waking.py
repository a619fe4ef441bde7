"""libcurl's transfers and the sockets they wait for: who is woken when something comes."""

from __future__ import annotations

import selectors
import time
from collections.abc import Iterator

import pycurl

from .origins import STREAMS

CONNECTIONS = 700
"""Connections at a time, busy or kept for the next request: under the 1,024 files that a process
may commonly have open."""
_WANTED = {
    pycurl.POLL_IN: selectors.EVENT_READ,
    pycurl.POLL_OUT: selectors.EVENT_WRITE,
    pycurl.POLL_INOUT: selectors.EVENT_READ | selectors.EVENT_WRITE,
}


class Waking:
    """Drives many handles at once, and touches only those whose sockets or time have come."""

    def __init__(self, per_origin: int) -> None:
        self._multi = multi = pycurl.CurlMulti()
        self._selector = selectors.DefaultSelector()
        self._due: float | None = None
        multi.setopt(pycurl.M_PIPELINING, pycurl.PIPE_MULTIPLEX)
        multi.setopt(pycurl.M_MAX_CONCURRENT_STREAMS, STREAMS)
        multi.setopt(pycurl.M_MAX_HOST_CONNECTIONS, per_origin)
        multi.setopt(pycurl.M_MAXCONNECTS, CONNECTIONS)
        multi.setopt(pycurl.M_MAX_TOTAL_CONNECTIONS, CONNECTIONS)
        multi.setopt(pycurl.M_SOCKETFUNCTION, self._watch)
        multi.setopt(pycurl.M_TIMERFUNCTION, self._set_due)

    def add(self, handle: pycurl.Curl) -> None:
        """Begin a transfer; it moves when `turn` is called."""
        self._multi.add_handle(handle)

    def remove(self, handle: pycurl.Curl) -> None:
        """Take a handle out, whose transfer ended or is given up."""
        self._multi.remove_handle(handle)

    def turn(self, seconds: float) -> None:
        """Wait until something can move, for so many seconds at most, and move it."""
        wait = seconds if self._due is None else min(seconds, self._due - time.monotonic())
        for key, events in self._selector.select(max(wait, 0.0)):
            # One wait may end with what an earlier socket's turn has closed by now.
            bits = (events & selectors.EVENT_READ and pycurl.CSELECT_IN) | (
                events & selectors.EVENT_WRITE and pycurl.CSELECT_OUT
            )
            self._multi.socket_action(key.fd, bits)
        if self._due is not None and self._due <= time.monotonic():
            self._due = None
            self._multi.socket_action(pycurl.SOCKET_TIMEOUT, 0)

    def ended(self) -> Iterator[tuple[pycurl.Curl, int, str]]:
        """Yield each handle that ended, with libcurl's number of what went wrong and its words."""
        left = 1
        while left:
            left, good, bad = self._multi.info_read()
            yield from ((handle, 0, "") for handle in good)
            yield from bad

    def close(self) -> None:
        """Close all connections."""
        self._multi.close()
        self._selector.close()

    def _set_due(self, milliseconds: int) -> None:
        self._due = None if milliseconds < 0 else time.monotonic() + milliseconds / 1000

    def _watch(self, wanted: int, fd: int, _multi: object, _data: object) -> None:
        # libcurl calls this; nothing may be raised, and the system may have closed what it names.
        known = fd in self._selector.get_map()
        if wanted == pycurl.POLL_REMOVE:
            if known:
                self._selector.unregister(fd)
        elif known:
            self._selector.modify(fd, _WANTED[wanted])
        elif wanted in _WANTED:
            self._selector.register(fd, _WANTED[wanted])
