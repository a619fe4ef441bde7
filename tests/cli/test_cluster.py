"""Tables in files on a real cluster of this machine: a master, and two workers as processes."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow
import pytest
from pyarrow import parquet

from benchmarks.events import event_table
from clapometer.scoring import frames
from tests.conftest import absent
from tools import machine, spark_cluster

Run = Callable[..., subprocess.CompletedProcess[str]]
ROWS = 1_000_000
RULE = "rotten-tomatoes-2020"


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A made-up table whose rows are numbered, so that results can be put side by side."""
    events = event_table(ROWS).drop(["review"])
    path = tmp_path_factory.mktemp("cluster") / "reviews.parquet"
    parquet.write_table(events.append_column("seq", pyarrow.array(np.arange(ROWS))), path)
    return path


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run a program of Python under settings with which Spark starts quickly."""
    (conf := tmp_path / "conf").mkdir()
    environment = {**os.environ, **spark_cluster.quick_start(conf)}

    def run(*words: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, *map(str, words)]
        return subprocess.run(
            command, capture_output=True, text=True, env=environment, cwd=machine.ROOT
        )

    return run


# Whatever becomes of a worker, the cluster's result is that of one machine, bit for bit.
@pytest.mark.slow
def test_a_cluster_gives_the_same_bits_even_when_a_worker_is_killed(run, table, tmp_path):
    machine.find_java() or absent(machine.NO_JAVA)
    output = tmp_path / "history.parquet"
    with spark_cluster.cluster(workers=2) as found:
        places = [f"{one.folder}={one.process.pid}" for one in found.workers]
        done = run("-m", "tools.spark_job", found.url, table, output, "kernel", *places)
        assert done.returncode == 0, done.stderr
        died = [one.process.poll() for one in found.workers]
    seen = json.loads(done.stdout.splitlines()[-1])
    # It was at work when it was killed, it stayed dead, and the other one finished the job.
    assert seen["tasks"] >= 1
    assert seen["rows"] == ROWS
    assert sorted(died, key=str) == [-9, None]
    wanted = frames.history(parquet.read_table(table), RULE)
    assert parquet.read_table(output).sort_by("seq").cast(wanted.schema).equals(wanted)


MADE_UP = """film,critic_id,happened_at,kind,positive
"Bees, ""and"" more",7,2024-03-01,posted,true
"Bees, ""and"" more",8,2024-03-02,posted,false
Salt,7,2024-03-02,posted,true
"Bees, ""and"" more",8,2024-03-05,withdrawn,
"""
MAPPED = ("--map", "work=film", "--map", "reviewer=critic_id", "--rule", RULE)


# A file that goes through Spark comes out as it does from one machine, but for the part files.
@pytest.mark.slow
@pytest.mark.parametrize("kind", ["csv", "jsonl"])
def test_spark_writes_what_the_local_engine_writes(run, kind, tmp_path):
    machine.find_java() or absent(machine.NO_JAVA)
    source = tmp_path / f"reviews.{kind}"
    source.write_text(MADE_UP if kind == "csv" else as_lines(MADE_UP))
    local, spread = tmp_path / f"local.{kind}", tmp_path / f"spread.{kind}"
    assert run("-m", "clapometer", "history", source, "-o", local, *MAPPED).returncode == 0
    asked = ("--engine", "spark", "--master", "local[1]")
    done = run("-m", "clapometer", "history", source, "-o", spread, *MAPPED, *asked)
    assert done.returncode == 0, done.stderr
    assert f"4 rows written to {spread}, a folder of part files." in done.stderr
    found = [row for part in sorted(spread.glob("part-*")) for row in rows_of(part, kind)]
    assert sorted(found, key=lambda row: row["seq"]) == rows_of(local, kind)


def as_lines(text: str) -> str:
    rows = list(csv.DictReader(text.splitlines()))
    return "".join(
        json.dumps({name: cell or None for name, cell in row.items()}) + "\n" for row in rows
    )


def rows_of(path: Path, kind: str) -> list[dict[str, Any]]:
    if kind == "jsonl":
        return [json.loads(line) for line in path.read_text().splitlines()]
    rows = list(csv.DictReader(path.read_text().splitlines()))
    return [{**row, "seq": int(row["seq"]), "share": float(row["share"])} for row in rows]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("history", "w17", "--engine", "spark"), "say with -o where the result goes"),
        (("moments", "w17", "--engine", "spark"), "say with -o where the result goes"),
        (("history", "a.csv", "-o", "b.csv", "--master", "local"), "--master is Spark's"),
        (("scores", "a.csv", "-o", "b.csv", "--master", "local"), "--master is Spark's"),
    ],
)
def test_what_spark_cannot_be_asked_is_refused_in_a_sentence(run, words, sentence):
    done = run("-m", "clapometer", *words)
    assert done.returncode == 2
    assert sentence in done.stderr
