"""Import of numbers and of charts, against tables of the same rows read and inserted by peers."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from .measure import open_site, peak_megabytes, seconds, table

COUNTERS = 50
WORKS = 25
FIRST = date(2018, 1, 1)
PLACES = [f"{a}{b}" for a in "ABCDEFGH" for b in "ABCDEFGHIJKL"][:94]
COLUMNS = ("work", "measure", "of", "as_of", "value", "source", "link")


def main(folder: Path, rows: int) -> None:
    """Print rows/s of an import of so many numbers, of a file of charts, and of the peers."""
    numbers = folder / "numbers.csv"
    _write_numbers(numbers, rows)
    _table(f"Import of {rows:,} numbers of {COUNTERS} counters into a new site", numbers, rows)
    charts = folder / "countries.tsv"
    lines = _write_charts(charts)
    _table(f"Import of {lines:,} lines of country charts into a new site", charts, lines)


def _table(title: str, path: Path, rows: int) -> None:
    peers: dict[str, Callable[[Path, Path], None]] = {
        "DuckDB read_csv + sqlite3 executemany": _duckdb,
        "pandas read_csv + to_sql (SQLite)": _pandas,
    }
    told = []
    for name, peer in peers.items():
        runs = (path.with_suffix(f".{place}.{peer.__name__}.db") for place in range(2))
        spent = min(seconds(partial(peer, path, run)) for run in runs)
        told.append((name, spent, ""))
    for name in ("clapometer import", "the same file again (nothing new)"):
        site = path.with_suffix(".site")
        command = [sys.executable, "-m", "benchmarks.bench_signals", str(path), str(site)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        found = json.loads(done.stdout)
        told.append((name, found["seconds"], f"{found['peak']:.0f}"))
    best = told[0][1]
    rows_told = [
        (name, f"{spent:.2f}", f"{rows / spent:,.0f}", f"{best / spent:.2f}", peak)
        for name, spent, peak in told
    ]
    table(title, ("what", "seconds", "rows/s", "ratio", "peak MB"), rows_told)


def _write_numbers(path: Path, rows: int) -> None:
    days = rows // COUNTERS
    with path.open("w", encoding="utf-8") as file:
        file.write(",".join(COLUMNS) + "\n")
        for counter in range(COUNTERS):
            of = f"Made-up Show {counter % WORKS}"
            for day in range(days):
                value = 1_000 + (day * 7919 + counter * 104_729) % 90_000
                as_of = FIRST + timedelta(day)
                file.write(f"{of},wikipedia-pageviews,{of} ({counter}),{as_of},{value},Made-up,\n")


def _write_charts(path: Path) -> int:
    """Write 26 weeks of two lists of 94 countries: 48,880 lines, as the first such file had."""
    header = ("country_name", "country_iso2", "week", "category", "weekly_rank", "show_title",
              "season_title", "cumulative_weeks_in_top_10")  # fmt: skip
    lines = list(_chart_lines())
    with path.open("w", encoding="utf-8") as file:
        file.writelines("\t".join(map(str, line)) + "\n" for line in (header, *lines))
    return len(lines)


def _chart_lines() -> Iterator[tuple[object, ...]]:
    for week in range(26):
        sunday = date(2026, 1, 4) + timedelta(weeks=week)
        for place, code in enumerate(PLACES):
            for rank in range(1, 11):
                title = f"Made-up Show {(week // 4 * 3 + place + rank) % 300}"
                yield (code, code, sunday, "TV", rank, title, f"{title}: Season 1", 1)
                yield (code, code, sunday, "Films", rank, f"{title} Again", "N/A", 1)


def _duckdb(path: Path, target: Path) -> None:
    import duckdb

    rows = duckdb.sql(f"SELECT * FROM read_csv('{path}')").fetchall()
    marks = ",".join("?" * len(rows[0]))
    names = ",".join(f"c{place}" for place in range(len(rows[0])))
    with sqlite3.connect(target) as connection:
        connection.execute(f"CREATE TABLE numbers ({names})")
        plain = ([str(one) for one in row] for row in rows)
        connection.executemany(f"INSERT INTO numbers VALUES ({marks})", plain)


def _pandas(path: Path, target: Path) -> None:
    import pandas

    frame = pandas.read_csv(path, sep="," if path.suffix == ".csv" else "\t")
    with sqlite3.connect(target) as connection:
        frame.to_sql("numbers", connection, index=False)


def _import(path: Path, site: Path) -> None:
    """Take the file into the site; print seconds and peak memory."""
    open_site(site)
    from clapometer.catalogue.drafts import work_added
    from clapometer.catalogue.models import Work
    from clapometer.desk.charts import read_chart_file, run_charts
    from clapometer.desk.counterfiles import read_counter_file, run_counters
    from clapometer.ledger.writing import writing

    if path.suffix == ".csv" and not Work.objects.exists():
        with writing("benchmark") as writer:
            titles = (f"Made-up Show {number}" for number in range(WORKS))
            writer.append([work_added(kind="series", title=title) for title in titles])
    if path.suffix == ".csv":
        spent = seconds(lambda: run_counters(read_counter_file(path)))
    else:
        spent = seconds(lambda: run_charts(read_chart_file(path)))
    print(json.dumps({"seconds": spent, "peak": peak_megabytes()}))


if __name__ == "__main__":
    _import(Path(sys.argv[1]), Path(sys.argv[2]))
