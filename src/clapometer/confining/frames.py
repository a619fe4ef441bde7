"""How tasks and answers lie in a pipe: a length in eight bytes, then so many bytes."""

from __future__ import annotations

from typing import BinaryIO

LENGTH = 8


def framed(*parts: bytes) -> bytes:
    """Return the parts one after the other, each with its length before it."""
    return b"".join(len(part).to_bytes(LENGTH) + part for part in parts)


def read_part(stream: BinaryIO) -> bytes | None:
    """Return the next part of a stream, None where it has ended."""
    head = stream.read(LENGTH)
    if len(head) < LENGTH:
        return None
    length = int.from_bytes(head)
    body = stream.read(length)
    return body if len(body) == length else None
