"""`clapometer serve`: the site's pages, over HTTP."""

from __future__ import annotations

from pathlib import Path

import click
from click.core import ParameterSource

from .flags import data_option
from .opening import find_site, open_site
from .serving import follow_port, free_port, run_server

PORT = 8000


@click.command("serve")
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    metavar="ADDRESS",
    help="The address to listen on.",
)
@click.option(
    "--port",
    default=PORT,
    show_default=True,
    type=click.IntRange(1, 65535),
    metavar="PORT",
    help="The port; the next free one if it is taken and was not asked for.",
)
@click.option(
    "--workers",
    default=1,
    show_default=True,
    type=click.IntRange(1, 64),
    metavar="N",
    help="Processes that answer.",
)
@click.option("--no-worker", is_flag=True, help="Send nothing: `clapometer worker` does elsewhere.")
@data_option()
@click.pass_context
def command(
    ctx: click.Context, host: str, port: int, workers: int, no_worker: bool, data: Path
) -> None:
    """Serve the site's pages.

    Brings the database up to date, then answers until Ctrl-C or SIGTERM. The address is printed
    when the site really answers. In public, put a web server with HTTPS in front of it. A process
    beside it sends what followers are to be told, as `clapometer worker` does.

    \b
    Examples:
      clapometer serve
      clapometer serve --data /srv/reviews --port 8080 --workers 2 --no-worker
    """
    asked = ctx.get_parameter_source("port") is not ParameterSource.DEFAULT
    find_site(data)
    port = free_port(host, port, exact=asked)
    follow_port(data, host, port)
    open_site(data)
    run_server(host, port, workers, sending=None if no_worker else data)
