"""`clapometer member`: another role or address for a member, or their end."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from clapometer.accounts.roles import GIVEN

from .flags import data_option, yes_option
from .opening import open_site


@click.command("member")
@click.argument("email", metavar="EMAIL")
@click.option("--role", type=click.Choice(GIVEN), help="Give them this role.")
@click.option("--email", "new_email", metavar="ADDRESS", help="Give them this e-mail address.")
@click.option("--remove", is_flag=True, help="Delete them, with their name and passkeys.")
@yes_option
@data_option()
def command(
    email: str, role: str | None, new_email: str | None, remove: bool, yes: bool, data: Path
) -> None:
    """Change or remove a member.

    EMAIL is the member's address. What they entered stays, by `member:` and their number, which
    nobody else is ever given. The only admin can neither be removed nor given another role.

    \b
    Examples:
      clapometer member ann@example.org --role admin
      clapometer member ann@example.org --email ann@example.net
      clapometer member ann@example.org --remove --yes
    """
    if remove == bool(role or new_email):
        raise click.UsageError("Say what to do: --role, --email, or --remove alone.")
    open_site(data)
    from clapometer.accounts import members

    member = members.find_member(email)
    if remove:
        if yes or _agreed(email):
            members.remove(member)
            click.echo(f"{email} was removed; their entries stay.", err=True)
        return
    if role:
        members.change_role(member, role)
    if new_email:
        members.change_address(member, new_email)
    click.echo(f"{member.email} is {member.role}.", err=True)


def _agreed(email: str) -> bool:
    if sys.stdin.isatty() and sys.stderr.isatty():
        return click.confirm(f"Remove {email}?", err=True)
    click.echo("Nobody was removed. Say --yes to do it.", err=True)
    return False
