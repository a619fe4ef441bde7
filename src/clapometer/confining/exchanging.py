"""Talking with a process over pipes, within time and size: nothing it does makes us wait longer."""

from __future__ import annotations

import os
import selectors
import subprocess
import time
from contextlib import closing

from .frames import LENGTH

_PIECE = 1 << 16


class GaveUp(Exception):
    """The process did not answer in time or size; `reason` is "time", "answer" or "ended"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def exchange(process: subprocess.Popen[bytes], said: bytes, seconds: float, most: int) -> bytes:
    """Send bytes and return the one part that comes back, of `most` bytes. Raises GaveUp.

    Both are done at a time: a process that answers before it has read, or never reads, cannot hang
    who asks.
    """
    assert process.stdin is not None
    assert process.stdout is not None
    into, out_of = process.stdin.fileno(), process.stdout.fileno()
    until = time.monotonic() + seconds
    left, came = memoryview(said), bytearray()
    with closing(selectors.DefaultSelector()) as waiting:
        waiting.register(into, selectors.EVENT_WRITE)
        waiting.register(out_of, selectors.EVENT_READ)
        while not _is_whole(came, most):
            ready = waiting.select(max(until - time.monotonic(), 0.0))
            if not ready and time.monotonic() >= until:
                raise GaveUp("time")
            for key, _ in ready:
                if key.fd == out_of:
                    came += _read(out_of)
                    continue
                left = left[_write(into, left) :]
                if not left:
                    waiting.unregister(into)
    return bytes(came[LENGTH:])


def _is_whole(came: bytearray, most: int) -> bool:
    if len(came) < LENGTH:
        return False
    length = int.from_bytes(came[:LENGTH])
    if length > most or len(came) > LENGTH + length:
        raise GaveUp("answer")
    return len(came) == LENGTH + length


def _read(source: int) -> bytes:
    piece = os.read(source, _PIECE)
    if not piece:
        raise GaveUp("ended")
    return piece


def _write(into: int, left: memoryview) -> int:
    try:
        return os.write(into, left[:_PIECE])
    except BlockingIOError:
        return 0
    except OSError:
        raise GaveUp("ended") from None
