"""`make test`: every test that can run on this machine, on SQLite and then on PostgreSQL.

Says first, in one line each, what it skips and how to enable it. With CI=true nothing is skipped.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tools.machine import ROOT, find_postgres, missing, must_have_all
from tools.postgres import cluster

MISSING = 2
NO_TESTS = 5  # pytest's exit code when nothing was selected.
# Each file's tests stay in one process, which makes what they share once. Two processes for each
# core, because a test that starts programs, a browser or a database server mostly waits for them:
# with three on two cores a quarter of the time was left unused. More than four gain nothing, as the
# longest file decides then.
PROCESSES = min(4, 2 * (os.cpu_count() or 1))
SPREAD = (
    "--numprocesses", str(PROCESSES), "--dist", "loadfile",
    # By itself it would begin with the files of the most tests; `LongFilesFirst` of conftest.py
    # knows better.
    "--no-loadscope-reorder",
)  # fmt: skip


def run_tests(arguments: Sequence[str], database_url: str | None) -> int:
    """pytest's exit code, on PostgreSQL when an address is given, else on SQLite."""
    environment = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    if database_url:
        environment["DATABASE_URL"] = database_url
    command = [sys.executable, "-m", "pytest", *SPREAD, *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def run_on_postgres(arguments: Sequence[str], binaries: Path) -> int:
    """pytest's exit code for the database tests on a PostgreSQL made for this run."""
    print("\nThe database tests again, on PostgreSQL", flush=True)
    with cluster(binaries) as url:
        code = run_tests(["-m", "database", *arguments], url)
    return 0 if code == NO_TESTS else code


def main(arguments: Sequence[str]) -> int:
    """The worse of the two runs' exit codes."""
    strict = must_have_all()
    lines = missing()
    for line in lines:
        print(f"{'Missing' if strict else 'Skipping'} {line}", flush=True)
    if lines and strict:
        return MISSING
    postgres = find_postgres()
    on_sqlite = run_tests(arguments, None)
    on_postgres = run_on_postgres(arguments, postgres) if postgres else 0
    if on_sqlite and not on_postgres:
        print(f"The run on SQLite above failed (exit code {on_sqlite}).", flush=True)
    return max(on_sqlite, on_postgres)


if __name__ == "__main__":
    # A request to stop becomes an ordinary exit, so that the cluster is always removed.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    sys.exit(main(sys.argv[1:]))
