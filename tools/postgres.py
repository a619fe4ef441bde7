"""A throw-away PostgreSQL: a cluster in a temporary folder, reached by a unix socket."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

NAME = "clapometer"
START_SECONDS = 30
# Nothing in the cluster outlives the run, so nothing has to survive a power cut.
QUICK = (
    "fsync=off", "synchronous_commit=off", "full_page_writes=off", "wal_level=minimal",
    "max_wal_senders=0", "autovacuum=off",
)  # fmt: skip


def unprivileged() -> dict[str, Any]:
    """Arguments for subprocess: PostgreSQL refuses to run as root, so root lends it a user."""
    if os.geteuid() != 0:
        return {}
    names = {one.pw_name: one for one in pwd.getpwall()}
    user = names.get("postgres") or names["nobody"]
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


@contextmanager
def cluster(binaries: Path) -> Iterator[str]:
    """The DATABASE_URL of an empty database; its cluster is stopped and removed at the end."""
    # A short path: the name of a unix socket may hold about a hundred characters.
    folder = Path(tempfile.mkdtemp(prefix="clapometer-pg-", dir="/tmp"))
    who = unprivileged()
    if who:
        os.chown(folder, who["user"], who["group"])
    locale = "C.UTF-8" if sys.platform == "linux" else "en_US.UTF-8"
    options: dict[str, Any] = {"cwd": folder, "stdout": subprocess.DEVNULL, **who}
    program = str(binaries / "initdb")
    make = [program, "-D", str(folder / "data"), "-U", NAME, "-A", "trust", "--no-sync"]
    try:
        subprocess.run([*make, "--encoding=UTF8", f"--locale={locale}"], check=True, **options)
        with server(binaries, folder, who):
            create = [str(binaries / "createdb"), "-h", str(folder), "-U", NAME, NAME]
            subprocess.run(create, check=True)
            yield f"postgresql://{NAME}@{quote(str(folder), safe='')}/{NAME}"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def server(binaries: Path, folder: Path, who: dict[str, Any]) -> Iterator[None]:
    """The server process, from the moment it answers until it has stopped."""
    settings = [part for one in QUICK for part in ("-c", one)]
    where = ["-D", str(folder / "data"), "-k", str(folder), "-h", ""]
    command = [str(binaries / "postgres"), *where, *settings]
    with (folder / "log").open("wb") as log:
        # A session of its own: an interrupt from the keyboard must reach us first, then it.
        process = subprocess.Popen(
            command, cwd=folder, stdout=log, stderr=log, start_new_session=True, **who
        )
    try:
        wait_until_ready(binaries, folder, process)
        yield
    finally:
        process.send_signal(signal.SIGINT)  # PostgreSQL's "fast" shutdown.
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def wait_until_ready(binaries: Path, folder: Path, process: subprocess.Popen[bytes]) -> None:
    """Return when the server answers; refuse with its log when it stops or takes too long."""
    deadline = time.monotonic() + START_SECONDS
    ask = [str(binaries / "pg_isready"), "-q", "-h", str(folder)]
    while subprocess.run(ask, check=False).returncode != 0:
        if process.poll() is not None or time.monotonic() > deadline:
            log = (folder / "log").read_text(errors="replace")
            raise SystemExit(f"The throw-away PostgreSQL did not start:\n{log}")
        time.sleep(0.1)
