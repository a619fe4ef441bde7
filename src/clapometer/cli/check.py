"""`clapometer check`: what is wrong with this installation, and how to mend it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .answers import print_json
from .endings import FAILED
from .flags import data_option, json_option
from .opening import find_site

if TYPE_CHECKING:
    from .fault import Fault


@click.command("check")
@json_option
@data_option()
@click.pass_context
def command(ctx: click.Context, as_json: bool, data: Path) -> None:
    """Say what is wrong with this installation.

    Looks at the folder, the secret, the settings, the database, what is derived from the ledger,
    the clock, the space on the disk, and at every entry of the ledger, and says for each fault how
    to mend it. Nothing is changed. Ends with 1 if something is wrong.

    \b
    Examples:
      clapometer check
      clapometer check --data /srv/reviews --json
    """
    find_site(data)
    from .checks import CHECKS, find_faults

    results = find_faults(data)
    faults = [fault for _, found in results for fault in found or ()]
    if as_json:
        print_json(
            {
                "data": str(data),
                "checks": [
                    {"name": name, "meaning": CHECKS[name].meaning, "state": _state(found),
                     "faults": [fault._asdict() for fault in found or ()]}
                    for name, found in results
                ],
            }
        )  # fmt: skip
    else:
        for name, found in results:
            click.echo(f"{_MARKS[_state(found)]}  {CHECKS[name].meaning}")
            for fault in found or ():
                click.echo(f"      {fault.wrong}\n      To mend it: {fault.mend}")
    if faults:
        click.echo(
            f"{len(faults)} {'thing is' if len(faults) == 1 else 'things are'} wrong.", err=True
        )
        ctx.exit(FAILED)


_MARKS = {"right": "ok   ", "wrong": "WRONG", "unknown": "?    "}


def _state(found: list[Fault] | None) -> str:
    if found is None:
        return "unknown"
    return "wrong" if found else "right"
