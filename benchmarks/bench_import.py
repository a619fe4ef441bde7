"""Import of a file of reviews into a new site, against a bare `executemany` of the same rows."""

from __future__ import annotations

import csv
import json
import sqlite3
import subprocess
import sys
from functools import partial
from pathlib import Path

from . import generate
from .measure import open_site, peak_megabytes, seconds, table


def main(folder: Path, rows: int) -> None:
    """Print rows/s of both, their ratio, and the importing process's peak memory."""
    path = folder / "reviews.csv"
    generate.write(path, rows)
    bare = min(seconds(partial(_bare, path, folder / f"bare-{n}.sqlite3")) for n in range(2))
    command = [
        sys.executable,
        "-m",
        "benchmarks.bench_import",
        "--import",
        str(path),
        str(folder / "site"),
    ]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    ours = json.loads(done.stdout)
    again = subprocess.run(command, check=True, capture_output=True, text=True)
    unchanged = json.loads(again.stdout)
    table(
        f"Import of {rows:,} reviews ({path.stat().st_size / 1e6:.0f} MB of CSV) into a new site",
        ("what", "seconds", "rows/s", "ratio", "peak MB"),
        [
            (
                "csv.reader + bare executemany into SQLite",
                f"{bare:.1f}",
                f"{rows / bare:,.0f}",
                "1",
                "",
            ),
            _row("clapometer import: entries, hashes, projections, histories", ours, rows, bare),
            _row("the same file again (nothing new)", unchanged, rows, bare),
        ],
    )


def _row(name: str, found: dict[str, float], rows: int, bare: float) -> tuple[str, ...]:
    spent = found["seconds"]
    return (
        name,
        f"{spent:.1f}",
        f"{rows / spent:,.0f}",
        f"{bare / spent:.2f}",
        f"{found['peak']:.0f}",
    )


def _bare(path: Path, database: Path) -> None:
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        columns = next(reader)
        connection.execute(f"CREATE TABLE review ({', '.join(columns)})")
        marks = ", ".join("?" * len(columns))
        connection.executemany(f"INSERT INTO review VALUES ({marks})", reader)
    connection.commit()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def _import(path: Path, site: Path) -> None:
    open_site(site)
    from clapometer.desk.imports import run_import
    from clapometer.desk.plans import plan_import

    spent = seconds(lambda: run_import(plan_import(path)))
    print(json.dumps({"seconds": spent, "peak": peak_megabytes()}))


if __name__ == "__main__" and sys.argv[1:2] == ["--import"]:
    _import(Path(sys.argv[2]), Path(sys.argv[3]))
