"""`clapometer worker`: sends what followers are to be told."""

from __future__ import annotations

from pathlib import Path

import click

from .flags import data_option
from .opening import open_site
from .supervising import run_worker, supervise


@click.command("worker")
@click.option(
    "--processes",
    default=1,
    show_default=True,
    type=click.IntRange(1, 64),
    metavar="N",
    help="Processes that send; one for each core that may be used.",
)
@click.option("--once", is_flag=True, help="Send what is due now, then end.")
@data_option()
@click.pass_context
def command(ctx: click.Context, processes: int, once: bool, data: Path) -> None:
    """Send what followers are to be told.

    Reads what is new in the ledger, makes notices of it, and hands each to everybody who follows
    it, by the channel they chose, until Ctrl-C or SIGTERM. Beside that it reads what was taken in
    on the desk, and asks the feeds that are subscribed. `serve` runs one of these by itself;
    more of them share the work, on several machines if the site lies on PostgreSQL. A line a minute
    says what was sent. With --once the exit code is 1 if something could not be done.

    \b
    Examples:
      clapometer worker
      clapometer worker --processes 2 --data /srv/reviews
      clapometer worker --once
    """
    open_site(data)
    if processes == 1:
        ctx.exit(run_worker(once=once))
    from django.db import connection

    # A connection that two processes share is nobody's.
    connection.close()
    ctx.exit(supervise(data, processes, once=once))
