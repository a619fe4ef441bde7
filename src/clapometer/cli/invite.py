"""`clapometer invite`: a one-time link for somebody."""

from __future__ import annotations

from pathlib import Path

import click

from clapometer.accounts.roles import GIVEN

from .answers import print_json
from .flags import data_option, json_option
from .opening import open_site


@click.command("invite")
@click.argument("email", metavar="EMAIL")
@click.option(
    "--role",
    type=click.Choice(GIVEN),
    default="editor",
    show_default=True,
    help="What the person may do here.",
)
@json_option
@data_option()
def command(email: str, role: str, as_json: bool, data: Path) -> None:
    """Print a link that lets one person in.

    Whoever opens it within seven days and presses the button there is signed in, once, as the
    member with the address EMAIL, which is made if there is none. For a member who has lost their
    mail and their passkeys it is the way back in; their role stays. A new link for an address ends
    the one before it. Nothing is mailed: hand the link on by a way you trust.

    \b
    Examples:
      clapometer invite ann@example.org
      clapometer invite bob@example.org --role admin --data /srv/reviews
    """
    open_site(data)
    from clapometer.accounts.invitations import DAYS, invite, link_of

    link = link_of(invite(email, role))
    if as_json:
        print_json({"link": link, "days": DAYS})
    else:
        click.echo(link)
        click.echo(f"Good once, within {DAYS} days.", err=True)
