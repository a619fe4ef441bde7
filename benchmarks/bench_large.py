"""A file of events larger than the memory allowed, by `clapometer history FILE -o OUT --memory`."""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from pathlib import Path

import pyarrow
import pyarrow.compute as compute
from pyarrow import parquet

from .events import ROWS_PER_WORK, SPAN, START, event_table
from .measure import seconds, table

BLOCK = 5_000_000


def main(rows: int, memory: str) -> None:
    """Print how long it takes and the largest memory of the process; its progress is shown."""
    with tempfile.TemporaryDirectory(prefix="clapometer-bench-", dir=".") as name:
        source, output = Path(name) / "events.parquet", Path(name) / "history.parquet"
        write(source, rows)
        command = [sys.executable, "-m", "clapometer", "history", str(source), "-o", str(output),
                   "--memory", memory]  # fmt: skip
        spent = seconds(lambda: subprocess.run(command, check=True))
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
        made = parquet.ParquetFile(output).metadata.num_rows
        assert made == rows, made
        line = (
            f"{rows:,}",
            f"{source.stat().st_size / 1e6:,.0f}",
            f"{output.stat().st_size / 1e6:,.0f}",
            memory,
            f"{peak / 1e6:,.0f}",
            f"{spent:,.0f}",
            f"{rows / spent:,.0f}",
        )
    header = ("rows", "file MB", "result MB", "allowed", "peak MB", "seconds", "rows/s")
    table("History of a file larger than the memory allowed", header, [line])


def write(path: Path, rows: int) -> None:
    """Write made-up events block by block, in order of time; works go on into the next block."""
    blocks = -(-rows // BLOCK)
    writer = None
    for block in range(blocks):
        size = min(BLOCK, rows - block * BLOCK)
        events = _shifted(event_table(size, seed=block), block, blocks)
        writer = writer or parquet.ParquetWriter(path, events.schema)
        writer.write_table(events)
    if writer is not None:
        writer.close()


def _shifted(events: pyarrow.Table, block: int, blocks: int) -> pyarrow.Table:
    """Return a block's events in its part of the time, half of its works being new ones."""
    first = block * (BLOCK // ROWS_PER_WORK // 2)
    works = compute.add(events["work"], pyarrow.scalar(first, pyarrow.int32()))
    since = compute.subtract(events["happened_at"].cast(pyarrow.int64()), START * 1_000_000)
    at = compute.add(compute.divide(since, blocks), (START + block * SPAN // blocks) * 1_000_000)
    stamps = at.cast(pyarrow.timestamp("us"))
    place = events.column_names.index("happened_at")
    return (
        events.set_column(place, "happened_at", stamps)
        .set_column(events.column_names.index("work"), "work", works)
        .drop(["review"])
    )
