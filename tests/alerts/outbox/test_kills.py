"""Workers as processes, killed at random; and PostgreSQL restarted under them.

The hundred kills of the issue are `make bench ARGS="--kills 100"`; these are the same with fewer.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.separate import separate_site
from tools.machine import find_postgres
from tools.postgres import cluster, server, unprivileged

ROOT = Path(__file__).parents[3]
PACE = ("0.25", "2", "4")
"""Seconds of workers.BEATS, LEASE and STILL, so that the dead are found sooner."""


def run(site: Path, environment: dict[str, str], followers: int, kills: int):
    command = [sys.executable, "-m", "benchmarks.bench_kills", str(site), str(followers),
               str(kills), *PACE]  # fmt: skip
    return subprocess.Popen(
        command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip


def told(process: subprocess.Popen[str]) -> dict[str, int]:
    out, _ = process.communicate(timeout=280)
    assert process.returncode == 0
    return json.loads(out.splitlines()[-1])


@pytest.mark.slow
@pytest.mark.database
def test_workers_killed_at_random_lose_nothing_and_nobody_is_told_twice(tmp_path):
    with separate_site(tmp_path / "site") as environment:
        found = told(run(tmp_path / "site", environment, 12_000, 5))
    assert found["kills"] >= 2
    assert found["lost"] == found["twice"] == found["refused"] == 0
    assert found["shown"] == found["recorded"] == found["followers"]
    assert found["repeated"] <= found["reclaimed"]


@pytest.mark.slow
def test_postgresql_restarted_while_sending_loses_nothing_and_repeats_nothing(tmp_path):
    """Both workers live on: what they sent is written down when the database is back."""
    binaries = find_postgres()
    if binaries is None:
        pytest.skip("PostgreSQL is not installed")
    with cluster(binaries) as url:
        folder = Path(unquote(urlsplit(url).netloc.rpartition("@")[2]))
        process = run(tmp_path / "site", {**os.environ, "DATABASE_URL": url}, 12_000, 0)
        assert process.stdout.readline() == "sending\n"
        time.sleep(0.5)
        stop_server(folder)
        time.sleep(1)
        with server(binaries, folder, unprivileged()):
            found = told(process)
    assert found["lost"] == found["twice"] == found["refused"] == 0
    assert found["shown"] == found["recorded"] == found["followers"]
    assert found["repeated"] == 0


def stop_server(folder: Path) -> None:
    """Stop PostgreSQL at once, as an administrator who restarts it does."""
    mark = folder / "data" / "postmaster.pid"
    os.kill(int(mark.read_text().split()[0]), signal.SIGINT)
    while mark.exists():
        time.sleep(0.05)
