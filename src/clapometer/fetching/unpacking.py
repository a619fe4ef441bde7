"""Unpacking an answer piece by piece, never to more bytes than were allowed."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

CODINGS = {"gzip": 31, "x-gzip": 31, "deflate": 47, "identity": 0, "": 0}
"""Codings of a body that are read, and the window that zlib wants to hear; 0 is not packed."""


class Damaged(ValueError):
    """The body is not what its coding says, or of a coding that is not read."""


class TooMuch(ValueError):
    """There is more than was allowed; `packed` tells whether only after unpacking."""

    def __init__(self, *, packed: bool) -> None:
        super().__init__("more than was allowed")
        self.packed = packed


def read_body(pieces: Iterable[bytes], coding: str, most: int) -> bytes:
    """Return the body, unpacked. Raises TooMuch beyond `most` bytes, Damaged."""
    window = CODINGS.get(coding.strip().lower())
    if window is None:
        raise Damaged(coding)
    if not window:
        return _joined(pieces, most, packed=False)
    return _joined(_unpacked(_counted(pieces, most), window, most), most, packed=True)


def _joined(pieces: Iterable[bytes], most: int, *, packed: bool) -> bytes:
    body = bytearray()
    for piece in pieces:
        body += piece
        if len(body) > most:
            raise TooMuch(packed=packed)
    return bytes(body)


def _counted(pieces: Iterable[bytes], most: int) -> Iterator[bytes]:
    # Packed bytes that unpack to nothing (empty members without end) must not go on for ever.
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > most:
            raise TooMuch(packed=False)
        yield piece


def _unpacked(pieces: Iterable[bytes], window: int, most: int) -> Iterator[bytes]:
    unpack = zlib.decompressobj(window)
    fed = False
    for piece in pieces:
        while piece:
            fed = True
            try:
                yield unpack.decompress(piece, most + 1)
            except zlib.error as problem:
                raise Damaged(str(problem)) from None
            if not unpack.eof:
                piece = unpack.unconsumed_tail
                continue
            piece = unpack.unused_data.lstrip(b"\0")
            if piece:
                unpack = zlib.decompressobj(window)
    if fed and not unpack.eof:
        raise Damaged("the end is missing")
