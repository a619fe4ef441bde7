"""One more review on sites of growing size: what recording it and moving its work's score takes.

`make bench ARGS="--incremental 1000 1000000"`; 10 million reviews take about 12 GB of disk and
as long to fill as `make bench` says of imports. With `--keep DIR` the sites stay there and are used
again by the next run.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from . import generate
from .measure import latencies, open_site, quantile, seconds, table

MOST = 400
"""No work of these sites has more reviews; the number of works grows instead."""
CALLS, FILES, LARGE_CALLS = 400, 25, 12
AUDIENCE = 100_000
START = 1_600_000_000_000_000
Row = tuple[str, float, float]


def main(folder: Path, sizes: Sequence[int]) -> None:
    """Fill a site of each size, then measure on each in a process of its own."""
    rows = []
    for size in sizes:
        site = folder / f"site-{size}"
        fill(folder, site, size)
        measured = _ran("--measure", str(site))
        rows += [(f"{size:,}", *_told(one)) for one in measured]
    header = ("reviews", "what", "median ms", "p99 ms")
    table("One more review on a site of so many", header, rows)
    audience = _ran("--audience", str(folder / "audience"), str(AUDIENCE))
    table(
        f"One more rating of a work that has {AUDIENCE:,}",
        header[1:],
        [_told(one) for one in audience],
    )


def fill(folder: Path, site: Path, size: int) -> None:
    """Fill a site with made-up reviews by an import, unless it was filled before."""
    if (site / "filled").exists():
        return
    path = folder / f"reviews-{size}.csv"
    generate.write(path, size, most=MOST)
    spent = _ran("--fill", str(path), str(site))
    print(f"{size:,} reviews taken in, in {spent:.0f} s", file=sys.stderr)
    path.unlink()
    (site / "filled").touch()


def _ran(*arguments: str) -> Any:
    command = [sys.executable, "-m", "benchmarks.bench_incremental", *arguments]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout)


def _told(row: Row) -> tuple[str, str, str]:
    return (row[0], *(f"{one * 1000:.2f}" for one in row[1:]))


def _fill(path: Path, site: Path) -> float:
    open_site(site)
    from clapometer.desk.imports import run_import
    from clapometer.desk.plans import plan_import

    return seconds(lambda: run_import(plan_import(path)))


def _measure(site: Path) -> list[Row]:
    """Measure on a filled site; the reviews that it leaves there change nothing to speak of."""
    open_site(site)
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT work_id, count FROM reviews_workscore ORDER BY count, work_id")
        works = cursor.fetchall()
    middle, largest = works[len(works) // 2], works[-1]
    rows = []
    for name, (work, count) in (("median", middle), ("largest", largest)):
        one = _recorder(work)
        one(-1)
        rows.append(_row(f"recorded, on the {name} work ({count} reviews)", one, CALLS))
    rows.append(_row("the page's score of the largest work, read", _reader(largest[0]), CALLS))
    rows.append(_row("a file of one review imported", _importer(site), FILES))
    return rows


def _audience(site: Path, size: int) -> list[Row]:
    """Measure on one work with as many ratings by unnamed viewers."""
    open_site(site)
    from clapometer.catalogue.drafts import work_added
    from clapometer.ledger.writing import writing

    with writing("bench") as writer:
        work = writer.append_one(work_added(kind="film", title="A Made-up Film", year=2026)).seq
    drafts = [_draft(work, number, "first") for number in range(size)]
    with writing("bench") as writer:
        spent = seconds(lambda: writer.append(drafts))
    print(f"{size:,} ratings recorded in {spent:.0f} s", file=sys.stderr)
    one = _recorder(work, size)
    one(-1)
    return [_row(f"recorded, on the work of {size:,} ratings", one, LARGE_CALLS)]


def _row(name: str, work: Callable[[int], object], calls: int) -> Row:
    times = latencies(work, calls)
    return (name, quantile(times, 0.5), quantile(times, 0.99))


def _recorder(work: int, after: int = 0) -> Callable[[int], object]:
    """Return a function that records one review, with everything that follows it."""
    from clapometer.ledger.writing import writing

    run = random.randrange(10**12)

    def record(number: int) -> None:
        with writing("bench") as writer:
            writer.append_one(_draft(work, after + number, f"bench {run}"))

    return record


def _draft(work: int, number: int, run: str) -> Any:
    from clapometer.reviews.contents import Content
    from clapometer.reviews.drafts import Reviewer, review_posted

    chance = random.Random(number)
    said = Content(
        positive=chance.random() < 0.7,
        grade=f"{chance.randint(1, 10)}/10",
        happened_at=START + number * 60_000_000,
    )
    return review_posted(Reviewer(0, 0, work, f"{run}:{number}"), said)


def _reader(work: int) -> Callable[[int], object]:
    from clapometer.catalogue.models import Work
    from clapometer.reviews.scores import score_of

    found = Work.objects.get(id=work)
    return lambda _: score_of(found)


def _importer(site: Path) -> Callable[[int], object]:
    """Return a function that takes in a file with one review of a known work."""
    from clapometer.desk.imports import run_import
    from clapometer.desk.plans import plan_import

    run = random.randrange(10**12)

    def take(number: int) -> None:
        path = site / "one.csv"
        rows = [("film", "critic", "outlet", "date", "verdict"),
                ("file:0", f"Invented Critic {run}-{number}", "Invented Outlet 7",
                 "2025-06-01", "fresh")]  # fmt: skip
        path.write_text("\n".join(",".join(row) for row in rows) + "\n", encoding="utf-8")
        outcome = run_import(plan_import(path))
        assert outcome.added == 1

    return take


if __name__ == "__main__":
    what, *given = sys.argv[1:]
    if what == "--fill":
        print(json.dumps(_fill(Path(given[0]), Path(given[1]))))
    elif what == "--measure":
        print(json.dumps(_measure(Path(given[0]))))
    elif what == "--audience":
        print(json.dumps(_audience(Path(given[0]), int(given[1]))))
