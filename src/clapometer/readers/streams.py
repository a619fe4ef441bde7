"""The bytes of a file in blocks, unpacked where they are gzip, with a guard against bombs."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from .problems import FileRefused, Remarks, file_refused

BLOCK = 1 << 18
"""Bytes read or unpacked at a time."""
BOMB_RATIO = 250
"""Unpacked bytes per packed byte: tables of reviews reach 10, generated ones 50, bombs 1,000."""
BOMB_FROM = 64 << 20
"""Unpacked bytes from which the ratio is judged, since short repetitive files are harmless."""
UNPACKED_LIMIT = 64 << 30
"""Unpacked bytes after which a compressed file is refused whatever its ratio."""
GZIP_MAGIC = b"\x1f\x8b"
_GZIP_WINDOW = 31
_MEMBER_BLOCK = 1 << 14
# zlib copies what follows the end of a member, so files of many tiny members are read in
# smaller pieces; otherwise a hostile one would cost minutes.


class Source:
    """One pass over a file: what was read of it, and whether its end is missing."""

    __slots__ = ("bytes_read", "bytes_total", "compressed", "name", "path", "remarks", "truncated")

    def __init__(self, path: Path, remarks: Remarks) -> None:
        self.path = path
        self.name = path.name
        self.remarks = remarks
        self.bytes_total = _size(path)
        self.bytes_read = 0
        self.compressed = False
        self.truncated = False

    def blocks(self) -> Iterator[bytes]:
        """Yield the unpacked bytes in blocks; raises FileRefused when they cannot be read."""
        try:
            with self.path.open("rb", buffering=0) as file:
                yield from self._blocks(file)
        except OSError as error:
            raise file_refused("unreadable", self.name, why=error.strerror or error) from None

    def _blocks(self, file: BinaryIO) -> Iterator[bytes]:
        self.bytes_read = 0
        data = self._read(file)
        self.compressed = data[:2] == GZIP_MAGIC
        if self.compressed:
            yield from self._unpacked(file, data)
            return
        while data:
            yield data
            data = self._read(file)

    def _read(self, file: BinaryIO, size: int = BLOCK) -> bytes:
        data = file.read(size)
        self.bytes_read += len(data)
        return data

    def _unpacked(self, file: BinaryIO, data: bytes) -> Iterator[bytes]:
        unpack = zlib.decompressobj(_GZIP_WINDOW)
        made = 0
        size = BLOCK
        while data:
            try:
                piece = unpack.decompress(data, BLOCK)
            except zlib.error:
                self._cut_short(made)
                return
            made += len(piece)
            self._guard(made)
            if piece:
                yield piece
            left = unpack.unused_data if unpack.eof else unpack.unconsumed_tail
            data = left or self._read(file, size)
            if unpack.eof:
                size = _MEMBER_BLOCK
                data = self._next_member(file, data)
                unpack = zlib.decompressobj(_GZIP_WINDOW) if data else unpack
        if not unpack.eof:
            self._cut_short(made)

    def _next_member(self, file: BinaryIO, data: bytes) -> bytes:
        """Return the bytes of a further gzip member; padding and foreign bytes end the file."""
        data = data.lstrip(b"\0")
        if len(data) == 1:
            data += self._read(file)
        if data and data[:2] != GZIP_MAGIC:
            self.remarks.note("trailing")
            return b""
        return data

    def _guard(self, made: int) -> None:
        if made > BOMB_FROM and made > BOMB_RATIO * self.bytes_read:
            raise self._bomb(f"{BOMB_RATIO} times its size", made)
        if made > UNPACKED_LIMIT:
            raise self._bomb(f"{UNPACKED_LIMIT >> 30} GiB", made)

    def _bomb(self, limit: str, made: int) -> FileRefused:
        return file_refused("bomb", self.name, limit=limit, size=f"{made >> 20:,}")

    def _cut_short(self, made: int) -> None:
        if not made:
            raise file_refused("damaged_gzip", self.name)
        self.truncated = True
        self.remarks.note("truncated")


def _size(path: Path) -> int:
    """Return the size in bytes; raises FileRefused when the path is no file that can be read."""
    try:
        if path.is_dir():
            raise file_refused("directory", path.name or str(path))
        if not path.exists():
            raise file_refused("missing", path.name)
        if not path.is_file():
            raise file_refused("not_regular", path.name)
        return path.stat().st_size
    except (OSError, ValueError) as error:
        raise file_refused("unreadable", path.name, why=error) from None
