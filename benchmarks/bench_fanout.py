"""One moment to very many followers: from a notice that is due to browsers that opened it.

`make bench ARGS="--fanout 10000 100000"`; with `--budget 900` each run is broken off after as many
seconds, and says how far it came. The workers are processes as a user runs them; the push service
on loopback opens, checks and counts every message, on the same cores. What its own half takes is
told, so that it can be taken away. Followers are seeded by plain SQL: only sending is measured.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from tools.pushservice.running import Running, push_service

from .fanout_site import make_due, running_workers, seed
from .measure import open_site, table

PROCESSES = 2
BUDGET = 3_600.0
GOALS = "goals: rate flat, first under 2 s, memory under 500 MB, each subscription once"


@dataclass(frozen=True, slots=True)
class Run:
    """What one run told. `tenths`: messages a second in each tenth of them."""

    followers: int
    seeding: float
    first: float
    total: float
    tenths: Sequence[float]
    peaks: Sequence[float]
    worker_seconds: float
    service_seconds: float
    distinct: int
    repeated: int
    refused: int
    finished: bool


def main(sizes: Sequence[int], processes: int = PROCESSES, budget: float = BUDGET) -> None:
    """Run each size in a process and on a site of its own, and print the tables."""
    runs = [_ran(size, processes, budget) for size in sizes]
    header = ("followers", "first s", "total s", "a second", "worker µs each", "service µs each",
              "peak MB of a worker", "reached", "repeated", "refused", "through")  # fmt: skip
    table(f"One moment to N followers, {processes} workers ({GOALS})", header, map(_row, runs))  # type: ignore[arg-type]
    title = "The same: messages a second in each tenth"
    header = ("followers", *(str(number) for number in range(1, 11)))
    table(title, header, [(f"{one.followers:,}", *(f"{rate:,.0f}" for rate in one.tenths))
                          for one in runs])  # fmt: skip


def _row(run: Run) -> tuple[str, ...]:
    sent = max(1, run.distinct + run.repeated)
    return (
        f"{run.followers:,}", f"{run.first:.2f}", f"{run.total:.1f}", f"{sent / run.total:,.0f}",
        f"{run.worker_seconds / sent * 1e6:.0f}", f"{run.service_seconds / sent * 1e6:.0f}",
        " + ".join(f"{one:.0f}" for one in run.peaks), f"{run.distinct:,}", f"{run.repeated:,}",
        f"{run.refused:,}", "yes" if run.finished else "no",
    )  # fmt: skip


def _ran(size: int, processes: int, budget: float) -> Run:
    command = [sys.executable, "-m", "benchmarks.bench_fanout", str(size), str(processes),
               str(budget)]  # fmt: skip
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return Run(**json.loads(done.stdout.splitlines()[-1]))


def measure(followers: int, processes: int, budget: float) -> Run:
    """Seed a site, run workers on it, make one notice due, and wait until it is sent."""
    folder = Path(tempfile.mkdtemp(prefix="clapometer-fanout-"))
    try:
        with push_service(followers, light=True) as service:
            open_site(folder / "site")
            began = time.perf_counter()
            seed(followers, service)
            seeding = time.perf_counter() - began
            print(f"{followers:,} followers seeded in {seeding:.0f} s", file=sys.stderr)
            with running_workers(folder / "site", processes, service):
                return _watched(followers, seeding, service, budget)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _watched(followers: int, seeding: float, service: Running, budget: float) -> Run:
    from clapometer.alerts.models import Notice, Worker

    began, clock = time.time(), time.monotonic()
    make_due()
    pids = list(Worker.objects.order_by("id").values_list("pid", flat=True))
    peaks = dict.fromkeys(pids, 0.0)
    spent_before = sum(map(_cpu_seconds, pids))
    finished = False
    while not finished and time.monotonic() - clock < budget:
        time.sleep(0.25)
        finished = Notice.objects.get().state == "done"
        for pid in pids:
            peaks[pid] = max(peaks[pid], _peak_megabytes(pid))
    counts = service.counts()
    return Run(
        followers, seeding, counts["first"] - began, counts["last"] - began,
        _tenths(counts), list(peaks.values()), sum(map(_cpu_seconds, pids)) - spent_before,
        counts["cpu_seconds"], counts["distinct"], counts["repeated"],
        sum(counts["refused"].values()), finished,
    )  # fmt: skip


def _tenths(counts: dict[str, Any]) -> list[float]:
    """Return the messages a second in each tenth of the messages, by the seconds they came in."""
    received = counts["received"]
    if not received:
        return [0.0] * 10
    marks, seen, reached = [counts["first"]], 0, 0
    for second, many in enumerate(counts["per_second"], start=int(counts["first"])):
        begins, ends = max(second, counts["first"]), min(second + 1, counts["last"])
        while reached < 9 and seen + many >= received * (reached + 1) / 10:
            reached += 1
            share = (received * reached / 10 - seen) / many
            marks.append(begins + (ends - begins) * share)
        seen += many
    marks.append(counts["last"])
    spans = [max(b - a, 1e-9) for a, b in pairwise(marks)]
    return [received / 10 / span for span in spans]


def _peak_megabytes(pid: int) -> float:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    return 0.0


def _cpu_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    size, count, seconds = sys.argv[1:]
    print(json.dumps(asdict(measure(int(size), int(count), float(seconds)))))
