"""`clapometer demo`: a festival of invented films and one real record, made and served."""

from __future__ import annotations

import os
import time
from pathlib import Path

import click
from click.core import ParameterSource

from clapometer.config.options import OPTIONS

from .endings import refused
from .flags import data_option
from .opening import open_site
from .serve import PORT
from .serving import follow_port, free_port, run_server

FOLDER = "clapometer-demo"
HOST = "127.0.0.1"


@click.command("demo")
@click.option("--no-serve", is_flag=True, help="Only make the folder.")
@click.option(
    "--port",
    default=PORT,
    show_default=True,
    type=click.IntRange(1, 65535),
    metavar="PORT",
    help="The port; the next free one if it is taken and was not asked for.",
)
@data_option(FOLDER)
@click.pass_context
def command(ctx: click.Context, no_serve: bool, port: int, data: Path) -> None:
    """Make a festival of invented films and serve it.

    Nine films, three series with seasons and episodes, 40 critics and 25 outlets, with six weeks of
    reviews, changes of mind and corrections, and stories of the press that do not agree: everybody
    and everything in it is made up. Beside it stands the real record of one series, from public
    facts. The folder is used again next time; a site of your own is never touched.

    \b
    Examples:
      clapometer demo
      clapometer demo --no-serve --data /tmp/festival
    """
    asked = ctx.get_parameter_source("port") is not ParameterSource.DEFAULT
    _keep_apart()
    if no_serve:
        make_festival(data)
        click.echo(str(data))
        return
    port = free_port(HOST, port, exact=asked)
    follow_port(data, HOST, port)
    make_festival(data)
    run_server(HOST, port, workers=1, sending=data)


def make_festival(folder: Path) -> None:
    """Make the folder of the festival, unless it is there and whole."""
    from clapometer.desk.festival import NAME

    open_site(folder, make=True, name=NAME)
    from clapometer.desk.festival.reported import tell_reports
    from clapometer.desk.festival.telling import NotTheFestival, tell_festival
    from clapometer.desk.heartstopper.telling import tell_heartstopper

    began = time.monotonic()
    try:
        told = tell_festival()
        tell_reports()
        tell_heartstopper()
    except NotTheFestival:
        raise refused(
            f"{folder} holds a site that is not the demo; name another with --data."
        ) from None
    if told:
        click.echo(f"The festival was made in {time.monotonic() - began:.1f} s.", err=True)


def _keep_apart() -> None:
    """Forget settings in the environment: they are another site's, above all its database."""
    for option in OPTIONS:
        os.environ.pop(option.variable, None)
