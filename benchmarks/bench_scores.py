"""The score at an instant on a large site, and the history of one work of 300 reviews."""

from __future__ import annotations

import random
from pathlib import Path

from .measure import latencies, open_site, quantile, table

CALLS = 2_000
AGGREGATES = 200
YEAR = 31_557_600_000_000
START = 1_262_304_000_000_000


def main(site: Path) -> None:
    """Print latencies on a site that bench_import.py has filled."""
    open_site(site)
    _history()
    _as_of()


def _history() -> None:
    from clapometer.scoring.events import Event
    from clapometer.scoring.history import history

    chance = random.Random(3)
    events = [
        Event(
            n, n, n, "posted", n * 10**9, 10**15 + n, None, chance.random() < 0.7, 6000, n % 7 == 0
        )
        for n in range(300)
    ]
    rows = []
    for counts in ("reviewer", "critic"):
        times = latencies(lambda _, counts=counts: history(events, counts=counts), CALLS)
        rows.append(
            (f"counting each {counts}", _us(quantile(times, 0.5)), _us(quantile(times, 0.99)))
        )
    table(
        "History of one work of 300 reviews (goal: under 200 µs)",
        ("what", "median µs", "p99 µs"),
        rows,
    )


def _as_of() -> None:
    from django.db import connection

    from clapometer.catalogue.models import Work
    from clapometer.reviews.models import ReviewEvent
    from clapometer.reviews.scores import score_of

    works = list(Work.objects.all())
    with connection.cursor() as cursor:
        cursor.execute("SELECT work_id FROM reviews_workscore ORDER BY count DESC LIMIT 1")
        largest = Work.objects.get(id=cursor.fetchone()[0])
    chance = random.Random(4)
    asked = [(chance.choice(works), START + int(chance.random() * 16 * YEAR)) for _ in range(CALLS)]
    drawn = latencies(lambda n: score_of(asked[n][0], at=asked[n][1]), CALLS)
    big = latencies(lambda n: score_of(largest, at=asked[n][1]), CALLS)
    sums = latencies(lambda n: _aggregate(*asked[n]), AGGREGATES)
    known = latencies(
        lambda n: score_of(asked[n][0], at=asked[n][1], known=10**18 // 500), AGGREGATES
    )
    rows = [
        _latency("score_of(work, at), works drawn at random", drawn, sums),
        _latency("score_of(work, at), the work with most reviews", big, sums),
        _latency("score_of(work, at, known): folds the work's events", known, sums),
        _latency("SQL aggregate over the table of reviews", sums, sums),
    ]
    reviews = f"{ReviewEvent.objects.count():,}"
    title = f"Score at an instant on a site of {reviews} reviews (goal: p99 under 1 ms)"
    table(title, ("what", "median µs", "p99 µs", "median, ratio to the aggregate"), rows)


def _aggregate(work: object, at: int) -> object:
    """Return count and positives by a query over the last event of each reviewer by then."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(positive), sum(positive) FROM (SELECT positive, row_number() OVER"
            " (PARTITION BY review_id ORDER BY happened_at DESC, seq DESC) AS place"
            " FROM reviews_reviewevent WHERE work_id = %s AND happened_at <= %s) AS latest"
            " WHERE place = 1",
            [work.id, at],  # type: ignore[attr-defined]
        )
        return cursor.fetchone()


def _latency(name: str, times: list[float], peer: list[float]) -> tuple[str, ...]:
    ratio = quantile(times, 0.5) / quantile(peer, 0.5)
    return (name, _us(quantile(times, 0.5)), _us(quantile(times, 0.99)), f"{ratio:.2f}")


def _us(spent: float) -> str:
    return f"{spent * 1e6:,.0f}"
