"""Running the web server and saying when it answers."""

from __future__ import annotations

import errno
import http.client
import multiprocessing
import os
import signal
import socket
import time
from multiprocessing.process import BaseProcess
from pathlib import Path

import click

from clapometer.config.options import OPTIONS, read_options

from .endings import failed, refused
from .greeting import greeting
from .supervising import supervise

APPLICATION = "clapometer.config.wsgi:application"
# How many ports above the usual one are tried before giving up.
TRIED = 100
# Requests one process answers at a time, and how many may wait. More threads would only take turns
# at Python's lock, and each holds a connection of its own to the database.
THREADS, WAITING = 4, 256
_PATIENCE = 60.0
# Seconds that a process has to answer what it has begun when the server stops; then it is killed.
# Now and then one misses the signal, and the server would wait for it for ever.
GRACE = 10
_EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 -- names of it, not a choice


def free_port(host: str, port: int, *, exact: bool) -> int:
    """Return the port, or unless it has to be this one, the next that is free."""
    for candidate in range(port, port + 1 if exact else min(port + TRIED, 65536)):
        if _is_free(host, candidate):
            if candidate != port:
                click.echo(f"Port {port} is taken; {candidate} is used instead.", err=True)
            return candidate
    if exact:
        raise failed(f"Port {port} on {host} is taken; choose another one with --port.")
    raise failed(f"No port from {port} to {port + TRIED - 1} is free; name one with --port.")


def _is_free(host: str, port: int) -> bool:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(family, kind, protocol) as trial:
            # As the server itself does: a port that only waits for stragglers counts as free.
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(address)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            return False
        if error.errno == errno.EACCES:
            raise refused(
                f"This user may not listen on port {port}; take one from 1024 up."
            ) from None
        raise refused(
            f"“{host}” is no address of this machine; try 127.0.0.1 or 0.0.0.0."
        ) from None
    return True


def run_server(host: str, port: int, workers: int, *, sending: Path | None = None) -> None:
    """Serve until Ctrl-C or SIGTERM; print the address as soon as it answers.

    With `sending`, the folder of the site, a worker beside it sends what followers are to be told.
    """
    from django.conf import settings
    from django.db import connection
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    # Nothing is collected there, but the server warns on every start if it is missing.
    settings.STATIC_ROOT.mkdir(exist_ok=True)
    load_application()
    words = greeting()
    connection.close()
    if "fork" in multiprocessing.get_all_start_methods():
        # Workers that are forked have everything loaded already; spawned ones do not stop at the
        # first SIGTERM.
        multiprocessing.set_start_method("fork", force=True)
    server = Granian(
        APPLICATION,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=THREADS,
        backpressure=WAITING,
        websockets=False,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        workers_kill_timeout=GRACE,
    )
    # A process, not a thread: the server forks its workers, and a fork takes no threads along.
    multiprocessing.Process(
        target=_announce, args=(host, port, os.getpid(), words), daemon=True
    ).start()
    beside = _start_worker(sending) if sending else None
    try:
        server.serve()
    finally:
        if beside is not None:
            beside.terminate()
            beside.join()
    click.echo("Stopped.", err=True)


def _start_worker(folder: Path) -> BaseProcess:
    """Start the process that keeps a worker running, and ends with this one."""
    process = multiprocessing.Process(target=supervise, args=(folder, 1), name="workers")
    process.start()
    return process


def load_application() -> None:
    """Load what the workers will load, so that a mistake in it ends here, in one sentence."""
    from importlib import import_module

    import_module(APPLICATION.partition(":")[0])


def follow_port(folder: Path, host: str, port: int) -> None:
    """Let an address that was left at its default follow the port; called before settings load."""
    option = next(option for option in OPTIONS if option.name == "address")
    if read_options(folder)["address"] == option.default:
        os.environ[option.variable] = address_of(_EVERYWHERE.get(host, host), port)


def address_of(host: str, port: int) -> str:
    """Return the address of a host and a port; an IPv6 address gets its brackets."""
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _announce(host: str, port: int, server: int, words: str) -> None:
    """Ask until the site answers, then print its address; stop the server if it never does.

    `words` are for whoever reads the terminal, and not for a script that reads the address.
    """
    # Ctrl-C reaches this process too; the server is the one that says so.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    until = time.monotonic() + _PATIENCE
    while not _answers(_EVERYWHERE.get(host, host), port):
        if time.monotonic() > until:
            click.echo("The site does not answer; `clapometer check` may say why.", err=True)
            os.kill(server, signal.SIGTERM)
            return
        time.sleep(0.05)
    click.echo(f"{address_of(host, port)}/")
    if words:
        click.echo(words, err=True)
    click.echo("Press Ctrl-C to stop.", err=True)


def _answers(host: str, port: int) -> bool:
    link = http.client.HTTPConnection(host, port, timeout=5)
    try:
        # Any answer will do, an error page too: this asks whether the server is there.
        link.request("HEAD", "/", headers={"Host": "localhost"})
        link.getresponse()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        link.close()
    return True
