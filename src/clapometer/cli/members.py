"""`clapometer members`: who may sign in."""

from __future__ import annotations

from pathlib import Path

import click

from clapometer.instants import format_instant

from .answers import print_json, print_table
from .flags import data_option, json_option
from .opening import open_site


@click.command("members")
@json_option
@data_option()
def command(as_json: bool, data: Path) -> None:
    """List the people who may sign in.

    \b
    Examples:
      clapometer members
      clapometer members --json --data /srv/reviews
    """
    open_site(data)
    from clapometer.accounts.models import Member

    members = list(Member.objects.order_by("id"))
    if as_json:
        print_json(
            [
                {"member": one.id, "email": one.email, "name": one.name, "role": one.role,
                 "joined": format_instant(one.joined_at)}
                for one in members
            ]
        )  # fmt: skip
    elif members:
        rows = [
            (str(one.id), one.role, format_instant(one.joined_at)[:10], one.email, one.name)
            for one in members
        ]
        print_table(("member", "role", "joined", "email", "name"), rows)
    else:
        click.echo("There is no member; `clapometer invite` makes a link for one.", err=True)
