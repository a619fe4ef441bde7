"""The work page over HTTP on loopback: cold, and conditional on its ETag."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

from .measure import latencies, quantile, table

CALLS = 300
WAIT_SECONDS = 60


def main(site: Path) -> None:
    """Serve the site that bench_import.py has filled and ask for its pages."""
    port = _free_port()
    command = [
        sys.executable,
        "-m",
        "clapometer",
        "--data",
        str(site),
        "serve",
        "--port",
        str(port),
    ]
    server = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ
    )
    try:
        _wait(port)
        _measure(port)
    finally:
        server.terminate()
        server.wait(timeout=20)


def _measure(port: int) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    home = _get(connection, "/", {})
    pages = sorted(
        {
            part.split(b'"')[0].decode()
            for part in home[2].split(b'href="')
            if part.startswith(b"/work/")
        }
    )
    etags = {page: _get(connection, page, {})[1] for page in pages}
    cold = latencies(lambda n: _get(connection, pages[n % len(pages)], {}), CALLS)
    fresh = [("If-None-Match", etags[page] or "") for page in pages]
    conditional = latencies(
        lambda n: _get(connection, pages[n % len(pages)], dict([fresh[n % len(pages)]])), CALLS
    )
    rows = [
        (
            name,
            f"{len(times) / sum(times):,.0f}",
            f"{quantile(times, 0.5) * 1e3:.1f}",
            f"{quantile(times, 0.99) * 1e3:.1f}",
        )
        for name, times in (("rendered anew", cold), ("conditional: 304", conditional))
    ]
    title = f"Work page, one client after another, {len(pages)} works of the home page"
    table(title, ("what", "requests/s", "median ms", "p99 ms"), rows)


def _get(
    connection: http.client.HTTPConnection, path: str, headers: dict[str, str]
) -> tuple[int, str | None, bytes]:
    connection.request("GET", path, headers=headers)
    response = connection.getresponse()
    body = response.read()
    expected = 304 if headers else 200
    assert response.status in (expected, 301, 302), (path, response.status)
    return response.status, response.headers.get("ETag"), body


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(port: int) -> None:
    until = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < until:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
            connection.request("GET", "/robots.txt")
            connection.getresponse().read()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise SystemExit("The server did not start.")
