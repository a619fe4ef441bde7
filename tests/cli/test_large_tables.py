"""A table of millions of rows goes by parts, in memory that its size does not change."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pyarrow
from pyarrow import parquet

from clapometer.scoring.frames import history

ROWS, FEW = 2_000_000, 20_000
SHARE = "rotten-tomatoes-2020"
SCRIPT = """
import resource, runpy, sys
sys.argv = ["clapometer", *sys.argv[1:]]
try:
    runpy.run_module("clapometer", run_name="__main__")
except SystemExit as ended:
    assert not ended.code, ended.code
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)
"""


def made_up(rows):
    """Events of works of very different sizes, in order of time."""
    chance = np.random.default_rng(9)
    return pyarrow.table(
        {
            "work": (chance.random(rows) ** 3 * rows / 100).astype(np.int32),
            "reviewer": chance.integers(0, 10_000, rows, dtype=np.int32),
            "happened_at": np.arange(rows) * 1_000_000,
            "kind": np.where(chance.random(rows) < 0.05, "withdrawn", "posted"),
            "positive": chance.random(rows) < 0.6,
            "grade": chance.integers(0, 101, rows, dtype=np.int16) * np.int16(100),
        }
    )


def peak(path, out):
    """The most memory that the command takes with this file, in bytes."""
    command = ("history", path, "-o", out, "--memory", "100MB", "--rule", SHARE)
    ended = subprocess.run(
        [sys.executable, "-c", SCRIPT, *command], capture_output=True, text=True, check=True
    )
    assert ("scored in" in ended.stderr) == (path.stem == "many")
    return int(ended.stdout)


def test_two_million_rows_go_through_a_hundred_megabytes(tmp_path):
    events = made_up(ROWS)
    many, few = tmp_path / "many.parquet", tmp_path / "few.parquet"
    parquet.write_table(events, many, row_group_size=ROWS)
    parquet.write_table(events.slice(0, FEW), few)
    alone = peak(few, tmp_path / "few.out.parquet")
    whole = peak(many, tmp_path / "out.parquet")
    assert whole - alone < 200_000_000, "the program alone, and what the table may take"
    found = parquet.read_table(tmp_path / "out.parquet").sort_by("seq").combine_chunks()
    assert found.equals(history(events, SHARE).combine_chunks())
