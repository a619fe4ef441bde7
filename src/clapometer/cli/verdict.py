"""`clapometer verdict`: whether texts speak for or against, one a line."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from .endings import refused
from .flags import data_option, json_option
from .grades import lines
from .trainverdict import FILE_NAME, model_beside

LINE = 64_000
"""Bytes of a line that are read; a text has far fewer, and the rest is skipped."""


@click.command("verdict")
@click.argument("file")
@click.option(
    "--model", metavar="FILE", type=click.Path(path_type=Path),
    help=f"The model; else {FILE_NAME} in the site's folder, or here where there is no site.",
)  # fmt: skip
@click.option(
    "--processes", default=0, metavar="N", type=click.IntRange(0, 64),
    help="Processes that read; else one, and one a core once the file proves long.",
)  # fmt: skip
@json_option
@data_option()
def command(file: str, model: Path | None, processes: int, as_json: bool, data: Path) -> None:
    """Say whether texts speak for or against, one a line.

    FILE is “-” for standard input. Each line is one text; each gets one line, in the same order:
    with --json an object with positive, probability (that the verdict is positive) and because, the
    phrases that weigh most with their weights; without it the verdict, how sure it is, the phrases
    and the text. `clapometer train verdict` makes the model. No site is needed.

    \b
    Examples:
      clapometer verdict quotes.txt --json
      cut -f 4 snippets.tsv | clapometer verdict - --model verdict.npz
    """
    from .verdictlines import answer

    path = (model or model_beside(data)).absolute()
    if file == "-":
        answer(lines(sys.stdin.buffer, LINE), path, sys.stdout.buffer, as_json, processes)
        return
    if not Path(file).is_file():
        raise refused(f"There is no file “{file}”; give a text file, or - for standard input.")
    with Path(file).open("rb") as stream:
        answer(lines(stream, LINE), path, sys.stdout.buffer, as_json, processes)
