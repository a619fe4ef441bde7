"""A throw-away Spark cluster on this machine: a master and workers as processes of their own.

Everything listens on 127.0.0.1 and on free ports only; the programs are those of the installed
PySpark. All processes are ended with the block, whatever happens in it.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

HOST = "127.0.0.1"
START_SECONDS = 60
# Java that starts quickly and is ended soon: compiled lightly, one thread to collect garbage.
LIGHT = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
# A small heap for what only keeps the books, no web pages to the outside, no second way in.
DAEMON = {
    "SPARK_LOCAL_IP": HOST,
    "SPARK_DAEMON_MEMORY": "256m",
    "SPARK_DAEMON_JAVA_OPTS": f"-Dspark.master.rest.enabled=false {LIGHT}",
    "SPARK_NO_DAEMONIZE": "1",
    "PYSPARK_PYTHON": sys.executable,
}
_ADDRESS = re.compile(rf"Starting Spark master at (spark://{re.escape(HOST)}:\d+)")
_JOINED = re.compile(r"Successfully registered with master")


@dataclass(frozen=True, slots=True)
class Worker:
    """A worker: its process, which leads a group of its own, and the folder of its executors."""

    process: subprocess.Popen[bytes]
    folder: Path

    def executors(self) -> set[str]:
        """Return the numbers of the executors that it was given."""
        return {one.name for one in self.folder.glob("app-*/*") if one.is_dir()}

    def kill(self) -> None:
        """End it at once, and its executors with it, as when a machine fails (kill -9)."""
        kill_group(self.process)


@dataclass(frozen=True, slots=True)
class Cluster:
    """The address of the master, and its workers."""

    url: str
    workers: tuple[Worker, ...]


def quick_start(folder: Path) -> dict[str, str]:
    """Write settings under which jobs of Spark start quickly; return the variables for them."""
    lines = [f"spark.{who}.extraJavaOptions {LIGHT}\n" for who in ("driver", "executor")]
    (folder / "spark-defaults.conf").write_text("".join(lines), encoding="utf-8")
    return {"SPARK_CONF_DIR": str(folder), "SPARK_LOCAL_IP": HOST}


@contextmanager
def cluster(workers: int = 2, memory: str = "1g") -> Iterator[Cluster]:
    """Start a master and workers of one core each; end them and remove their folders afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="clapometer-spark-"))
    with ExitStack() as stack:
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        master = stack.enter_context(_program(folder, "master", "master.Master"))
        url = _said(folder / "master.log", _ADDRESS, master)
        joined = []
        for number in range(workers):
            name, place = f"worker-{number}", folder / f"work-{number}"
            size = ("--cores", "1", "--memory", memory, "--work-dir", str(place))
            process = stack.enter_context(_program(folder, name, "worker.Worker", *size, url))
            joined.append(Worker(process, place))
        for number, worker in enumerate(joined):
            _said(folder / f"worker-{number}.log", _JOINED, worker.process)
        yield Cluster(url, tuple(joined))


@contextmanager
def _program(folder: Path, name: str, which: str, *more: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run one of Spark's programs; its group of processes is ended at the end."""
    found = find_spec("pyspark")
    assert found is not None
    assert found.origin is not None
    home = Path(found.origin).parent
    listens = ("--host", HOST, "--port", "0", "--webui-port", "0")
    # If we are ended without a chance to end it, the system does.
    held = ("setpriv", "--pdeathsig", "KILL") if shutil.which("setpriv") else ()
    command = [
        *held,
        str(home / "bin" / "spark-class"),
        f"org.apache.spark.deploy.{which}",
        *listens,
    ]
    environment = {**os.environ, **DAEMON, "SPARK_HOME": str(home)}
    with (folder / f"{name}.log").open("wb") as log:
        process = subprocess.Popen(
            [*command, *more], cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=log,
            stderr=log, start_new_session=True,
        )  # fmt: skip
    try:
        yield process
    finally:
        kill_group(process)


def kill_group(process: subprocess.Popen[bytes]) -> None:
    """End a process and those it started, at once, and wait for it."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _said(log: Path, wanted: re.Pattern[str], process: subprocess.Popen[bytes]) -> str:
    """Return what the log says of it, once it does; refuse with the log when that never comes."""
    deadline = time.monotonic() + START_SECONDS
    while True:
        text = log.read_text(errors="replace")
        if found := wanted.search(text):
            return found[found.re.groups]
        if process.poll() is not None or time.monotonic() > deadline:
            raise SystemExit(f"The throw-away Spark cluster did not start:\n{text}")
        time.sleep(0.05)
