"""The largest memory that the history of a table takes, against the size of the table."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import pyarrow

from .events import event_table
from .measure import table


def main(rows: int) -> None:
    """Print the memory of a process that reads the table and makes its history."""
    events = event_table(rows)
    shuffled = events.sort_by("reviewer")
    with tempfile.TemporaryDirectory(prefix="clapometer-bench-") as name:
        lines = [
            _line(title, held, Path(name))
            for title, held in (
                ("a number for each review", events),
                ("reviewers looked up", events.drop(["review"])),
                ("reviewers looked up, rows in no order", shuffled.drop(["review"])),
            )
        ]
    title = f"Memory of the history of {rows:,} events"
    header = ("what", "table MB", "result MB", "peak MB", "ratio", "whole process MB")
    table(title, header, lines)
    print("\nPeak: table, result and what is noted on the way, without the program itself.")


def _line(title: str, events: pyarrow.Table, folder: Path) -> tuple[str, ...]:
    path = folder / "events.arrow"
    with pyarrow.ipc.new_file(str(path), events.schema) as writer:
        writer.write_table(events)
    command = [sys.executable, "-m", "benchmarks.bench_memory", str(path)]
    found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    given, peak = found["given"] / 1e6, found["peak"] / 1e6
    return (
        title,
        f"{given:.0f}",
        f"{found['made'] / 1e6:.0f}",
        f"{peak:.0f}",
        f"{peak / given:.2f}",
        f"{found['process'] / 1e6:.0f}",
    )


def _measure(path: str) -> None:
    """Print what the history of the table in a file takes, in bytes."""
    from clapometer.scoring.frames import history

    with pyarrow.OSFile(path) as file:
        first = pyarrow.ipc.open_file(file).get_batch(0).slice(0, 1000)
    # Compiles, or loads what is compiled: in order and not, as both need memory of their own.
    for few in (pyarrow.table(first), pyarrow.table(first).take(list(range(999, -1, -1)))):
        history(few.drop(["review"]) if "review" in few.column_names else few, "clapometer")
    program = _memory("VmRSS")
    with pyarrow.OSFile(path) as file:
        events = pyarrow.ipc.open_file(file).read_all()
    made = history(events, "rotten-tomatoes-2020")
    peak = _memory("VmHWM")
    sizes = {"given": events.nbytes, "made": made.nbytes - events["work"].nbytes}
    print(json.dumps({**sizes, "peak": peak - program, "process": peak}))


def _memory(name: str) -> int:
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(name))


if __name__ == "__main__":
    _measure(sys.argv[1])
