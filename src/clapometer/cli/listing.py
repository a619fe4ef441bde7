"""Groups of commands that are listed from a table, each loaded only when it is run."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import ClassVar, NamedTuple

import click


class Listed(NamedTuple):
    """A command as its group lists it: the module it lies in, and its first sentence."""

    module: str
    short: str


class ListedCommands(click.Group):
    """A group whose commands stand in a table; the module of each has one named `command`."""

    table: ClassVar[Mapping[str, Listed]] = {}

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click's signature
        """Return the names in the order of the table."""
        return list(self.table)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 -- click's signature
        cmd_name: str,
    ) -> click.Command | None:
        """Return the command, loaded from its module."""
        if cmd_name not in self.table:
            return None
        command = import_module(f"clapometer.cli.{self.table[cmd_name].module}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002 -- click's signature
        formatter: click.HelpFormatter,
    ) -> None:
        """Write the list of commands from the table."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, listed.short) for name, listed in self.table.items()])
