"""`clapometer grades`: a file of grades, one a line, read one by one."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import click

from .endings import refused
from .flags import data_option
from .grade import grade_object, name_scale, refused_object, scale_option

# No grade is nearly so long; the rest of a longer line is skipped, so that memory stays flat.
LINE = 1000


@click.command("grades")
@click.argument("file")
@scale_option
@data_option()
def command(file: str, scale: str | None, data: Path) -> None:  # noqa: ARG001 -- every command takes --data
    """Read a file of grades, one a line.

    Answers in JSON Lines, one object for each line, in the same order: text, value, points, scale
    and rule, or text, refused (the reason) and sentence. FILE is “-” for standard input. No site is
    needed. An empty line is refused like any other text that is no grade.

    \b
    Examples:
      clapometer grades grades.txt
      cut -f 3 reviews.tsv | clapometer grades - --scale of-4
    """
    name_scale(scale)
    if file == "-":
        _answer(sys.stdin.buffer, scale)
        return
    path = Path(file)
    if not path.is_file():
        raise refused(f"There is no file “{file}”; give a text file, or - for standard input.")
    with path.open("rb") as stream:
        _answer(stream, scale)


def _answer(stream: BinaryIO, scale: str | None) -> None:
    from clapometer.scoring.grades import GradeRefused, read_grade

    for text in lines(stream):
        try:
            answer = grade_object(read_grade(text, scale))
        except GradeRefused as refusal:
            answer = refused_object(refusal)
        sys.stdout.buffer.write(f"{json.dumps(answer, ensure_ascii=False)}\n".encode())


def lines(stream: BinaryIO) -> Iterator[str]:
    """Yield the lines without their ends, each cut to LINE bytes.

    A line that is no UTF-8 is taken for Latin-1, as in imports.
    """
    begin = b"\xef\xbb\xbf"
    while line := stream.readline(LINE):
        whole = line.endswith(b"\n") or len(line) < LINE
        while not whole:
            rest = stream.readline(LINE)
            whole = rest.endswith(b"\n") or len(rest) < LINE
        yield _decoded(line.removeprefix(begin).rstrip(b"\r\n"))
        begin = b""


def _decoded(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        # A line of this length was cut, perhaps inside a character; it is too long for a grade.
        return line.decode("utf-8", "replace") if len(line) >= LINE else line.decode("latin-1")
