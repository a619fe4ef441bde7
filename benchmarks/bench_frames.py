"""The history of a table of events, against the query one would write in pandas, Polars or SQL."""

from __future__ import annotations

import statistics
import time

import numpy as np
import pyarrow

from clapometer.scoring.frames import history

from . import frame_peers
from .events import event_table
from .measure import table

RULE = "rotten-tomatoes-2020"
OURS = "clapometer"
SORT = "radix sort of (work, row) alone"


def main(rows: int, rounds: int) -> None:
    """Print both tables: with a number for each review, and looking reviewers up."""
    events = event_table(rows)
    columns = frame_peers.plain(events)
    _compare(events, columns, ("review",), rounds)
    _compare(events.drop(["review"]), columns, ("work", "reviewer"), rounds)


def _compare(
    events: pyarrow.Table, columns: dict[str, np.ndarray], keys: tuple[str, ...], rounds: int
) -> None:
    shuffled = events.take(pyarrow.array(np.random.default_rng(3).permutation(events.num_rows)))
    runs: dict[str, frame_peers.Peer] = {
        OURS: _ours(events),
        f"{OURS}, rows in no order": _ours(shuffled.combine_chunks()),
        SORT: _sort(columns),
        **{name: make(columns, keys) for name, make in frame_peers.PEERS.items()},
    }
    _ours(events.slice(0, 1000))[0]()  # Compiles, or loads what is compiled.
    times: dict[str, list[float]] = {name: [] for name in runs}
    sums: dict[str, object] = {}
    for _ in range(rounds):
        for name, (run, check) in runs.items():
            start = time.perf_counter()
            found = run()
            times[name].append(time.perf_counter() - start)
            sums[name] = check(found)
            del found
    sums.pop(SORT)
    assert len(set(sums.values())) == 1, sums
    lines = [_line(name, spent, times[OURS]) for name, spent in times.items()]
    by = "a number for each review" if keys == ("review",) else "reviewers looked up"
    title = f"History of a table of {events.num_rows:,} events, {by}; medians of {rounds} rounds"
    table(title, ("what", "seconds", "ratio to ours", "smallest and largest"), lines)


def _line(name: str, spent: list[float], ours: list[float]) -> tuple[str, ...]:
    ratio = statistics.median(one / mine for one, mine in zip(spent, ours, strict=True))
    return (
        name,
        f"{statistics.median(spent):.3f}",
        f"{ratio:.1f}",
        f"{min(spent):.3f} … {max(spent):.3f}",
    )


def _ours(events: pyarrow.Table) -> frame_peers.Peer:
    def check(found: pyarrow.Table) -> frame_peers.Sums:
        mean, graded = (found[name].to_numpy() for name in ("mean", "graded"))
        grades = int(np.rint(np.nan_to_num(mean) * graded * 10_000).astype(np.int64).sum())
        count, positive = (int(found[name].to_numpy().sum()) for name in ("count", "positive"))
        return count, positive, grades

    return lambda: history(events, RULE), check


def _sort(columns: dict[str, np.ndarray]) -> frame_peers.Peer:
    from clapometer.scoring.frames.order import sorted_rows

    works, rows = columns["work"].astype(np.int64), np.arange(columns["work"].size, dtype=np.uint32)
    return lambda: sorted_rows(works, rows), lambda found: (found.size,)
