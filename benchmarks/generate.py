"""Made-up reviews for benchmarks: a CSV file of any size, the same for the same seed."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

COLUMNS = (
    "film",
    "title",
    "year",
    "critic",
    "outlet",
    "date",
    "verdict",
    "grade",
    "top",
    "link",
    "quote",
)
GRADES = ("3/5", "4/5", "2.5/4", "3.5/4", "B+", "B-", "7/10", "", "", "2/5")
SENTENCE = (
    "made up sentence about an invented film that goes on for a while and praises or blames its "
    "light sound cast story pace colour music ending nerve charm heart and length in turn"
)
WORDS = SENTENCE.split()
CRITICS, OUTLETS, REVIEWS_PER_WORK = 6_000, 2_000, 100
FIRST = date(2010, 1, 1)


def rows(count: int, seed: int = 7, most: int = CRITICS) -> Iterator[tuple[object, ...]]:
    """Yield `count` made-up reviews: works of very different sizes, two in a hundred revised.

    With `most`, no work has more reviews, and the works follow each other.
    """
    random_ = random.Random(seed)
    works, written = max(1, count // REVIEWS_PER_WORK), 0
    number = 0
    while written < count:
        work = number if most < CRITICS else random_.randrange(works)
        size = min(int(random_.lognormvariate(3.9, 1.0)) + 1, most, count - written)
        opening = FIRST + timedelta(days=work * 5_000 // works % 5_000)
        for critic in random_.sample(range(CRITICS), size):
            yield _row(random_, work, critic, opening)
        written, number = written + size, number + 1


def _row(random_: random.Random, work: int, critic: int, opening: date) -> tuple[object, ...]:
    positive = random_.random() < 0.3 + 0.6 * (work * 7919 % 100) / 100
    start = random_.randrange(len(WORDS))
    quote = " ".join((WORDS * 2)[start : start + 18])
    return (
        f"file:{work}",
        f"Invented Film {work}",
        2010 + work % 16,
        f"Invented Critic {critic}",
        f"Invented Outlet {critic % OUTLETS}",
        (opening + timedelta(days=int(random_.expovariate(0.05)))).isoformat(),
        "fresh" if positive else "rotten",
        random_.choice(GRADES),
        int(critic % 7 == 0),
        f"https://reviews.example/{work}/{critic}",
        quote,
    )


def write(path: Path, count: int, most: int = CRITICS) -> None:
    """Write `count` made-up reviews as a CSV file; see rows()."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows(rows(count, most=most))
