"""`clapometer grades`: a file of grades, one a line, read one by one."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
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
@click.option(
    "--infer", is_flag=True,
    help="Propose the scale from all the grades, taken for those of one critic or outlet; use it.",
)  # fmt: skip
@data_option()
def command(
    file: str,
    scale: str | None,
    infer: bool,
    data: Path,  # noqa: ARG001 -- every command takes --data
) -> None:
    """Read a file of grades, one a line.

    Answers in JSON Lines, one object for each line, in the same order: text, value, points, scale
    and rule, or text, refused (the reason) and sentence. FILE is “-” for standard input. No site is
    needed. An empty line is refused like any other text that is no grade. With --infer the scale
    that is proposed, and what speaks for it, is said on standard error.

    \b
    Examples:
      clapometer grades grades.txt
      cut -f 3 reviews.tsv | clapometer grades - --scale of-4
      clapometer grades one-critic.txt --infer
    """
    if scale and infer:
        raise refused("Give --scale or --infer, not both.")
    name_scale(scale)
    if file == "-":
        _answer(lines(sys.stdin.buffer), scale, infer)
        return
    path = Path(file)
    if not path.is_file():
        raise refused(f"There is no file “{file}”; give a text file, or - for standard input.")
    with path.open("rb") as stream:
        _answer(lines(stream), scale, infer)


def _answer(texts: Iterable[str], scale: str | None, infer: bool) -> None:
    from clapometer.scoring.grades import GradeRefused, read_grade

    if infer:
        texts = list(texts)
        scale = _proposed(texts)
    for text in texts:
        try:
            answer = grade_object(read_grade(text, scale))
        except GradeRefused as refusal:
            answer = refused_object(refusal)
        sys.stdout.buffer.write(f"{json.dumps(answer, ensure_ascii=False)}\n".encode())


def _proposed(texts: list[str]) -> str | None:
    """Return the scale that all the grades propose; say why, and what contradicts it."""
    from clapometer.scoring.infer import infer_scale

    proposal = infer_scale(texts)
    click.echo(proposal.sentence, err=True)
    for text, times, why in proposal.contradicts:
        click.echo(f"{times} × “{text}” does not fit: {why}", err=True)
    return proposal.scale


def lines(stream: BinaryIO, longest: int = LINE) -> Iterator[str]:
    """Yield the lines without their ends, each cut to `longest` bytes.

    A line that is no UTF-8 is taken for Latin-1, as in imports.
    """
    begin = b"\xef\xbb\xbf"
    while line := stream.readline(longest):
        whole = line.endswith(b"\n") or len(line) < longest
        while not whole:
            rest = stream.readline(longest)
            whole = rest.endswith(b"\n") or len(rest) < longest
        yield _decoded(line.removeprefix(begin).rstrip(b"\r\n"), longest)
        begin = b""


def _decoded(line: bytes, longest: int) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        # A line of this length was cut, perhaps inside a character.
        return line.decode("utf-8", "replace") if len(line) >= longest else line.decode("latin-1")
