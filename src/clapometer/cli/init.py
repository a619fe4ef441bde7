"""`clapometer init`: the folder of a new site."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from clapometer.config.folder import is_site
from clapometer.config.options import OPTIONS

from .adopting import check_rule
from .complaints import complaint_about
from .endings import refused
from .flags import data_option, yes_option
from .opening import make_site, open_site

# What is asked on a terminal; the others have an option but a default that fits nearly everybody.
_ASKED = ("name", "address", "time_zone")


@click.command("init")
@click.option("--name", help="The site's name, shown on every page.")
@click.option("--address", metavar="URL", help="The public address, http or https.")
@click.option("--language", metavar="CODE", help="The language of pages, as a BCP 47 code.")
@click.option("--time-zone", metavar="ZONE", help="The IANA time zone of dates without a time.")
@click.option(
    "--database-url", metavar="URL", help="A PostgreSQL address instead of one SQLite file."
)
@click.option(
    "--rule", metavar="NAME", help="The rule to adopt from the beginning: a name, or a TOML file."
)
@yes_option
@data_option()
def command(yes: bool, data: Path, rule: str | None, **given: str | None) -> None:
    """Make the folder of a new site.

    The folder gets a settings file that explains itself, a secret, and the database. On a terminal
    the command asks for what was not given, unless --yes says that the defaults are right. A site
    that is there already is never overwritten.

    \b
    Examples:
      clapometer init
      clapometer init --data /srv/reviews --name "The Review Board" --time-zone Europe/Oslo --yes
      clapometer init --rule rotten-tomatoes-2024
    """
    if is_site(data):
        raise refused(
            f"There is a site in {data} already; its settings are in {data}/clapometer.toml."
        )
    chosen = {name: value for name, value in given.items() if value is not None}
    for name, value in chosen.items():
        check_option(name, value)
    if not yes and sys.stdin.isatty():
        chosen |= {name: _ask(name) for name in _ASKED if name not in chosen}
    if rule is not None:
        check_rule(rule)
    open_site_of_its_own(data, chosen)
    if rule is not None:
        from clapometer.desk.adopting import adopt, plan_adoption

        adopt(plan_adoption(rule, None))
    click.echo(str(data))
    click.echo(f"Next: clapometer import FILE --data {data}", err=True)


def open_site_of_its_own(folder: Path, chosen: dict[str, str]) -> None:
    """Make the site and its database; a database that does not answer leaves no site behind."""
    from clapometer.config.options import FILE_NAME

    make_site(folder, **chosen)
    try:
        open_site(folder)
    except Exception:
        (folder / FILE_NAME).unlink(missing_ok=True)
        raise


def check_option(name: str, value: str) -> None:
    """Refuse a value that the site could not run with."""
    complaint = complaint_about(name, value)
    if complaint:
        raise refused(complaint)


def _ask(name: str) -> str:
    option = next(option for option in OPTIONS if option.name == name)
    click.echo(option.meaning, err=True)
    while True:
        value: str = click.prompt(name.replace("_", " "), default=option.default, err=True)
        complaint = complaint_about(name, value)
        if complaint is None:
            return value
        click.echo(complaint, err=True)
