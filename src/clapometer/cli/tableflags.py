"""Options of the commands that score a table in a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from .endings import refused

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
engine_option = click.option(
    "--engine",
    type=click.Choice(["local", "spark"]),
    default="local",
    show_default=True,
    help="Who scores a table: this process, or Apache Spark. Spark writes a folder of part files.",
)
master_option = click.option(
    "--master",
    metavar="URL",
    help="The master of Spark, like spark://host:7077; without one, this machine (local[*]).",
)


def master_asked(engine: str, master: str | None, output: Path | None) -> str | None:
    """Return the master to ask; None where the table is scored by this process."""
    if engine == "spark":
        if output is None:
            raise refused("Spark scores a table in a file; say with -o where the result goes.")
        return master or "local[*]"
    if master is not None:
        raise refused("--master is Spark's; give --engine spark with it.")
    return None
