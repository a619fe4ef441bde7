"""The history of a large table on a Spark cluster of this machine, against the local engine."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pyarrow
from pyarrow import parquet

from clapometer.scoring.frames import history
from clapometer.scoring.frames.spark import WAYS
from tools import spark_cluster
from tools.machine import ROOT

from .events import event_table
from .measure import table

RULE = "rotten-tomatoes-2020"
KILLED = "kernel, a worker killed in the middle"


def main(rows: int, wanted: list[str]) -> None:
    """Print the seconds of each way, from file to file, and whether all bits are equal."""
    with tempfile.TemporaryDirectory(prefix="clapometer-bench-") as name:
        folder = Path(name)
        source = folder / "reviews.parquet"
        events = event_table(rows).drop(["review"])
        parquet.write_table(events.append_column("seq", pyarrow.array(np.arange(rows))), source)
        history(events.slice(0, 1000), RULE)  # Compiles, or loads what is compiled.
        del events
        lines = [_local(source, folder / "local.parquet")]
        right = lines[0][-1]
        for what in wanted:
            seconds, sum_, note = _spread(source, folder / "spread.parquet", what)
            lines.append((what, f"{seconds:.1f}", "yes" if sum_ == right else "NO", note, sum_))
    title = f"History of {rows:,} events on a cluster of two workers with one core each"
    table(title, ("what", "seconds", "equal bits", "killed", "checksum of all columns"), lines)


def _local(source: Path, output: Path) -> tuple[str, ...]:
    start = time.perf_counter()
    parquet.write_table(history(parquet.read_table(source), RULE), output)
    spent = time.perf_counter() - start
    return ("the local engine", f"{spent:.1f}", "yes", "", checksum(output))


def _spread(source: Path, output: Path, what: str) -> tuple[float, str, str]:
    with spark_cluster.cluster(workers=2, memory="2g") as found:
        places = [f"{one.folder}={one.process.pid}" for one in found.workers]
        job = (found.url, source, output, what.partition(",")[0])
        words = [*job, *(places if what == KILLED else ())]
        done = subprocess.run(
            [sys.executable, "-m", "tools.spark_job", *map(str, words)],
            cwd=ROOT, capture_output=True, text=True, check=True,
        )  # fmt: skip
    seen = json.loads(done.stdout.splitlines()[-1])
    note = f"with {seen['tasks']} task at work" if "killed" in seen else ""
    sum_ = checksum(output)
    for part in output.iterdir():
        part.unlink()
    output.rmdir()
    return seen["seconds"], sum_, note


def checksum(path: Path) -> str:
    """Return the SHA-256 of all columns, bit for bit, the rows put in order of `seq`."""
    found = parquet.read_table(path)
    digest = hashlib.sha256()
    for name, column in zip(found.column_names, found.sort_by("seq").columns, strict=True):
        digest.update(name.encode())
        digest.update(column.is_valid().to_numpy().tobytes())
        digest.update(column.fill_null(0).to_numpy().tobytes())
    return digest.hexdigest()[:16]


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:] or [*WAYS, KILLED])
