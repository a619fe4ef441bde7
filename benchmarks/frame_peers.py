"""The same history by pandas, Polars, DuckDB and NumPy, each as its own documentation suggests.

Each is made ready with the rows in its own memory, plain numbers for kinds and a row number; then
asked for count, positive and the sum of grades after every row. The state of a reviewer is its last
row; what a row adds is that less the state before. `keys` are the columns that name a review.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import duckdb
import numpy as np
import pandas
import polars
import pyarrow

Sums = tuple[int, ...]
Peer = tuple[Callable[[], Any], Callable[[Any], Sums]]
"""What is timed, and what makes check sums of its result afterwards."""
PARTS = ("count", "positive", "grades")


def plain(table: pyarrow.Table) -> dict[str, np.ndarray]:
    """Return what a row says as plain numbers: is it live, for, and with which grade."""
    live = (table["kind"].combine_chunks().indices.to_numpy() != 2).astype(np.int8)
    said = table["positive"].to_numpy(zero_copy_only=False)
    return {
        "row": np.arange(table.num_rows, dtype=np.int64),
        **{name: table[name].to_numpy() for name in ("work", "reviewer", "review")},
        "count": live,
        "positive": live * said.astype(np.int8),
        "grades": live * table["grade"].to_numpy(),
    }


def with_pandas(columns: dict[str, np.ndarray], keys: Sequence[str]) -> Peer:
    """groupby.shift for the state before, groupby.cumsum for the sums."""
    frame = pandas.DataFrame(columns)

    def run() -> pandas.DataFrame:
        before = frame.groupby(list(keys), sort=False)[list(PARTS)].shift(fill_value=0)
        change = frame[list(PARTS)].astype("int64") - before
        return change.groupby(frame["work"], sort=False).cumsum()

    return run, lambda found: tuple(int(found[name].sum()) for name in PARTS)


def with_polars(columns: dict[str, np.ndarray], keys: Sequence[str]) -> Peer:
    """shift and cum_sum over windows, in a lazy query."""
    frame = polars.DataFrame(columns)

    def run() -> polars.DataFrame:
        one = [polars.col(name).cast(polars.Int64) for name in PARTS]
        return (
            frame.lazy()
            .with_columns(part - part.shift(fill_value=0).over(list(keys)) for part in one)
            .with_columns(polars.col(name).cum_sum().over("work") for name in PARTS)
            .collect()
        )

    return run, lambda found: tuple(int(found[name].sum()) for name in PARTS)


def with_duckdb(columns: dict[str, np.ndarray], keys: Sequence[str]) -> Peer:
    """Two windows in SQL, over a table in DuckDB's own memory."""
    base = duckdb.connect()
    base.execute("SET enable_progress_bar = false")
    given = pyarrow.table(columns)
    base.register("given", given)
    base.execute("CREATE TABLE event AS SELECT * FROM given")
    before = ", ".join(f"{name} - lag({name}, 1, 0) OVER earlier AS {name}" for name in PARTS)
    sums = ", ".join(f"sum({name}) OVER so_far AS {name}" for name in PARTS)
    query = f"""
        CREATE OR REPLACE TABLE history AS
        WITH change AS (
            SELECT row, work, {before} FROM event
            WINDOW earlier AS (PARTITION BY {", ".join(keys)} ORDER BY row)
        )
        SELECT row, work, {sums} FROM change
        WINDOW so_far AS (PARTITION BY work ORDER BY row ROWS UNBOUNDED PRECEDING)"""

    def check(_: object) -> Sums:
        found = base.execute("SELECT sum(count), sum(positive), sum(grades) FROM history")
        return tuple(int(one) for one in found.fetchone() or ())

    return lambda: base.execute(query) and None, check


def with_numpy(columns: dict[str, np.ndarray], keys: Sequence[str]) -> Peer:
    """Sort keys packed with the row number, subtract neighbours, sum up; twice."""
    rows = columns["row"]
    bits = max(1, int(rows[-1]).bit_length())

    def order(key: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        packed = np.sort(key.astype(np.uint64) << np.uint64(bits) | rows.astype(np.uint64))
        first = np.flatnonzero(np.diff(packed >> np.uint64(bits), prepend=np.uint64(2**63)))
        return (packed & np.uint64((1 << bits) - 1)).astype(np.int64), first

    def run() -> list[np.ndarray]:
        key = columns[keys[0]].astype(np.int64)
        for name in keys[1:]:
            key = key * (int(columns[name].max()) + 1) + columns[name]
        by_review, first = order(key)
        by_work, starts = order(columns["work"])
        lengths = np.diff(np.append(starts, rows.size))
        found = []
        for name in PARTS:
            said = columns[name][by_review].astype(np.int64)
            change = np.diff(said, prepend=0)
            change[first] = said[first]
            in_rows = np.empty_like(change)
            in_rows[by_review] = change
            sums = np.cumsum(in_rows[by_work])
            sums -= np.repeat(np.append(0, sums[starts[1:] - 1]), lengths)
            back = np.empty_like(sums)
            back[by_work] = sums
            found.append(back)
        return found

    return run, lambda found: tuple(int(one.sum()) for one in found)


PEERS = {
    "NumPy, packed keys sorted": with_numpy,
    "pandas groupby": with_pandas,
    "Polars over()": with_polars,
    "DuckDB windows": with_duckdb,
}
