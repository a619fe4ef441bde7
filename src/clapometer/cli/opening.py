"""Opening a site: its settings, its database brought up to date, what is derived caught up."""

from __future__ import annotations

import os
from pathlib import Path

import click

from clapometer.config.folder import create_folder, is_site
from clapometer.config.options import DATA_VARIABLE, read_options

from .complaints import complaint_about
from .endings import failed, refused


def open_site(folder: Path, *, make: bool = False, **chosen: str) -> None:
    """Make this process the site's: after it, the rooms can be used.

    A folder without a site is refused, or with `make` becomes one, with the settings `chosen`.
    Whatever an earlier version or a killed command left to do is done first.
    """
    if make and not is_site(folder):
        make_site(folder, **chosen)
    find_site(folder)
    load_site(folder)
    bring_up_to_date()


def find_site(folder: Path) -> None:
    """Refuse a folder without a site, and say how to make one."""
    if not is_site(folder):
        raise refused(
            f"There is no site in {folder}; make one with: clapometer init --data {folder}"
        )


def make_site(folder: Path, **chosen: str) -> None:
    """Make the folder of a site and say so."""
    try:
        create_folder(folder, **chosen)
    except NotADirectoryError:
        raise refused(f"{folder} cannot be a folder: a part of the path is a file.") from None
    click.echo(f"A new site was made in {folder}.", err=True)


def load_site(folder: Path) -> None:
    """Load Django with the site's settings; refuses settings that cannot be used."""
    os.environ[DATA_VARIABLE] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "clapometer.config.settings"
    for name, value in read_options(folder).items():
        complaint = complaint_about(name, value)
        if complaint:
            raise refused(f"The setting “{name}” of {folder} cannot be used. {complaint}")
    import django
    from django.conf import settings

    django.setup()
    if folder != settings.DATA:
        raise failed(f"This process serves the site in {settings.DATA} and cannot open another.")


def bring_up_to_date() -> None:
    """Create or change tables that this version has otherwise, and let every consumer catch up."""
    from clapometer.ledger.consumers import catch_up, is_behind

    missing = unapplied_migrations()
    if missing:
        from django.core.management import call_command

        call_command("migrate", verbosity=0, interactive=False)
    if is_behind():
        click.echo("Catching up with the ledger …", err=True)
        catch_up()


def unapplied_migrations() -> list[str]:
    """Return the names of the migrations the database still lacks."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [str(migration) for migration, _ in plan]
