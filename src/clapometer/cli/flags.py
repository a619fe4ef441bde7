"""Options that several commands share."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from clapometer.config.options import DATA_VARIABLE, DEFAULT_FOLDER

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


def data_option(default: str = DEFAULT_FOLDER) -> Callable[[Decorated], Decorated]:
    """Return the option `--data`, which stands before or after the command's name.

    The command receives an absolute path: the option, else the variable, else the default.
    """

    def choose(ctx: click.Context, _: click.Parameter, value: Path | None) -> Path | None:
        if ctx.parent is None:
            return value
        above = ctx.parent.params.get("data")
        chosen = value or above or os.environ.get(DATA_VARIABLE) or default
        return Path(chosen).expanduser().absolute()

    return click.option(
        "--data",
        metavar="DIR",
        type=click.Path(path_type=Path, file_okay=False),
        callback=choose,
        help=f"The site's folder; else the variable {DATA_VARIABLE}, else “{default}” here.",
    )


def work_argument(function: Decorated) -> Decorated:
    """Add the argument WORK, which may be several words."""
    return click.argument("work", metavar="WORK", nargs=-1, required=True, callback=_joined)(
        function
    )


def _joined(_: click.Context, __: click.Parameter, words: tuple[str, ...]) -> str:
    return " ".join(words)


known_option = click.option(
    "--known",
    metavar="INSTANT",
    help="What this site knew then: entries recorded later are left out.",
)
rule_option = click.option(
    "--rule",
    metavar="NAME",
    help="The rule to score by, unless the site's own: a name, or the path of a TOML file.",
)
weights_option = click.option(
    "--weights",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="A TOML file with a weight for each outlet's name, for rules that print a mean grade.",
)


def given_option(function: Decorated) -> Decorated:
    """Add the option `--given`; the command receives a dictionary."""
    return click.option(
        "--given",
        metavar="NAME=VALUE",
        multiple=True,
        callback=_given,
        help="A value for a parameter of the rule (`clapometer rules show NAME` lists them).",
    )(function)


def _given(_: click.Context, __: click.Parameter, pairs: tuple[str, ...]) -> dict[str, str]:
    for pair in pairs:
        if "=" not in pair:
            raise click.BadParameter(f"write it like mean=6.9, not “{pair}”.")
    split = (pair.partition("=") for pair in pairs)
    return {name.strip(): value.strip() for name, _, value in split}


json_option = click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
yes_option = click.option("--yes", is_flag=True, help="Do it without asking.")
