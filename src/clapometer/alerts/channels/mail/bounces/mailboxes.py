"""The messages of a mailbox, one after the other: an mbox, a Maildir, or one message by itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import IO

# A report is short; what it gives back of the mail may be cut. So memory stays flat.
MOST_BYTES = 250_000
_LONGEST_LINE = 65_536


def messages_of(path: Path) -> Iterator[bytes]:
    """Yield each message of a file or of a Maildir, its first 250,000 bytes. Raises OSError."""
    if path.is_dir():
        yield from _maildir(path)
        return
    with path.open("rb") as file:
        yield from messages_in(file)


def _maildir(folder: Path) -> Iterator[bytes]:
    """Yield the messages of `new` and `cur`, in the order of their names, which begin with time."""
    for name in ("new", "cur"):
        if (folder / name).is_dir():
            for path in sorted((folder / name).iterdir()):
                if path.is_file():
                    with path.open("rb") as file:
                        yield file.read(MOST_BYTES)


def messages_in(file: IO[bytes]) -> Iterator[bytes]:
    """Yield the messages of a stream: an mbox if it begins with “From ”, else the one it is."""
    first = file.readline(_LONGEST_LINE)
    if not first.startswith(b"From "):
        yield first + file.read(MOST_BYTES)
        while file.read(MOST_BYTES):
            pass
        return
    yield from _mbox(file)


def _mbox(file: IO[bytes]) -> Iterator[bytes]:
    """Yield the messages after a first “From ” line: a blank line and another “From ” part them."""
    lines: list[bytes] = []
    size, blank = 0, False
    while line := file.readline(_LONGEST_LINE):
        if blank and line.startswith(b"From "):
            yield b"".join(lines)
            lines, size = [], 0
        elif size < MOST_BYTES:
            lines.append(line)
            size += len(line)
        blank = line in {b"\n", b"\r\n"}
    yield b"".join(lines)
