"""Options of the commands that score a table in a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


def output_option(help_text: str, required: bool = False) -> Callable[[Decorated], Decorated]:
    """Return the option `-o`, the file that the result is written to."""
    return click.option(
        "-o",
        "--output",
        metavar="FILE",
        type=click.Path(path_type=Path, dir_okay=False),
        required=required,
        help=help_text,
    )


map_option = click.option(
    "--map",
    "maps",
    metavar="OURS=THEIRS",
    multiple=True,
    help="A table's own name of a column, like work=film. May be given several times.",
)
memory_option = click.option(
    "--memory",
    metavar="SIZE",
    help="How much memory a table may take, like 4GB; a larger one is scored in parts.",
)
