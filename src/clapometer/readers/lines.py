"""Lines of a stream of bytes: bounded in length, decoded as UTF-8 or, line by line, Latin-1."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO, StringIO

from .problems import FileRefused, Remarks, file_refused
from .streams import Source

LINE_LIMIT = 4 << 20
"""Bytes of the longest line accepted."""
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def whole_lines(source: Source, newline: bytes = b"\n") -> Iterator[bytes]:
    """Yield blocks that end where a line ends; the last may lack its line end.

    An unfinished last line of a truncated file is left out, because a cut cell may look whole.
    Old Macintosh line ends (`newline` is a carriage return) are turned into line feeds.
    """
    rest: list[bytes] = []
    held = 0
    line = 1
    for block in _without_mark(source.blocks()):
        first = block.find(newline)
        held += len(block) if first < 0 else first
        if held > LINE_LIMIT:
            raise _line_too_long(source, line)
        end = block.rfind(newline) + 1
        rest.append(block[:end] if end else block)
        if end:
            whole = b"".join(rest)
            rest, held = [block[end:]], len(block) - end
            line += whole.count(newline)
            yield whole if newline == b"\n" else whole.replace(newline, b"\n")
    if held and not source.truncated:
        yield b"".join(rest)


def _line_too_long(source: Source, line: int) -> FileRefused:
    return file_refused("line_too_long", source.name, limit=LINE_LIMIT >> 20, line=f"{line:,}")


def _without_mark(blocks: Iterator[bytes]) -> Iterator[bytes]:
    first = next(blocks, b"")
    yield first.removeprefix(BYTE_ORDER_MARK)
    yield from blocks


def text_lines(blocks: Iterator[bytes], remarks: Remarks) -> Iterator[str]:
    """Yield the lines as text, line ends kept; lines that are no UTF-8 are noted in the remarks."""
    before = 0
    for block in blocks:
        try:
            text = block.decode()
        except UnicodeDecodeError:
            for number, line in enumerate(BytesIO(block), before + 1):
                yield _decoded(line, number, remarks)
        else:
            yield from StringIO(text, newline="\n")
        before += block.count(b"\n")


def _decoded(line: bytes, number: int, remarks: Remarks) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        remarks.note("latin_1", first=number)
        return latin_1(line)


def latin_1(data: bytes) -> str:
    """Return the text of bytes that are no UTF-8.

    Windows-1252 is tried first: it is Latin-1 with typographic quotation marks in the place of
    control characters that no table of reviews uses, as the Encoding Standard of the web has it.
    """
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def decoded(data: bytes) -> str:
    """Return the text of bytes, as UTF-8 if they are and as Latin-1 if they are not."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return latin_1(data)
