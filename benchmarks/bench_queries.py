"""Saved queries over a site of 20,000 works, now, at an instant, and as known at an instant."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from .measure import open_site, table

if TYPE_CHECKING:
    from clapometer.ledger.entries import Draft

SERIES, SEASONS, FILMS, REVIEWS = 4_000, 3, 4_000, 8
WEEKS, COUNTRIES, CALLS = 200, 20, 7
FIRST = date(2022, 1, 2)
DAY = 86_400_000_000


def main(folder: Path) -> None:
    """Write the site, then ask every query in three ways."""
    open_site(folder)
    from clapometer.instants import now

    written = _write()
    recorded = now()
    from clapometer.queries.answering import answer
    from clapometer.queries.table import QUERIES

    ways = {"now": (None, None), "at an instant": (_day(400), None), "as known": (None, recorded)}
    rows = []
    for name in QUERIES:
        found = len(answer(name, {}).rows)
        spent = [_milliseconds(partial(answer, name, {}, *way)) for way in ways.values()]
        rows.append((name, found, *(f"{one:.0f}" for one in spent)))
    header = ("query", "rows", *(f"{way}, ms" for way in ways))
    title = f"Saved queries over {written:,} works (processor time, median of {CALLS})"
    table(title, header, rows)


def _milliseconds(work: Callable[[], object]) -> float:
    """Return the processor time of a call: who else uses the machine does not count."""
    times = []
    for _ in range(CALLS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return sorted(times)[CALLS // 2] * 1e3


def _day(number: int) -> int:
    from clapometer.instants import UTC, start_of_day

    return start_of_day(FIRST + timedelta(days=number), UTC)


def _write() -> int:
    """Write works, reviews, announcements and charts; return the number of works."""
    from clapometer.catalogue.models import Work
    from clapometer.ledger.writing import writing
    from clapometer.reviews.drafts import outlet_added

    with writing("benchmark") as writer:
        outlets = [one.seq for one in writer.append(outlet_added(f"Outlet {n}") for n in range(60))]
        series = [one.seq for one in writer.append(_series())]
        parts = [one.seq for one in writer.append([*_parts(series), *_films()])]
        writer.append(list(_reviews(parts, outlets)))
        writer.append(list(_announcements(series)))
        writer.append(list(_charts(dict(zip(range(SERIES), series, strict=True)))))
    return Work.objects.count()


def _series() -> list[Draft]:
    from clapometer.catalogue.drafts import work_added

    return [work_added(kind="series", title=f"Invented Series {n}") for n in range(SERIES)]


def _parts(series: list[int]) -> Iterator[Draft]:
    from clapometer.catalogue.drafts import work_added

    for place, parent in enumerate(series):
        for number in range(1, SEASONS + 1):
            out = _day(place % 300 + 365 * (number - 1))
            yield work_added(kind="season", title=f"Season {number}", parent=parent, number=number,
                             released=out)  # fmt: skip


def _films() -> Iterator[Draft]:
    from clapometer.catalogue.drafts import work_added

    for number in range(FILMS):
        yield work_added(kind="film", title=f"Invented Film {number}", release="limited")


def _reviews(works: list[int], outlets: list[int]) -> Iterator[Draft]:
    from clapometer.reviews.contents import Content
    from clapometer.reviews.drafts import Reviewer, review_posted

    chance = random.Random(7)
    for work in works:
        likes = chance.choice((0.6, 0.8, 0.95, 1.0))
        many = chance.randrange(20, 50) if chance.random() < 0.1 else chance.randrange(2, REVIEWS)
        for outlet in chance.sample(outlets, many):
            told = Content(
                chance.random() < likes, happened_at=_day(chance.randrange(1000)), dated="day",
                verdict_by="reported", top=chance.random() < 0.5,
            )  # fmt: skip
            yield review_posted(Reviewer(0, outlet, work, "critic"), told)


def _announcements(series: list[int]) -> Iterator[Draft]:
    from clapometer.facts.drafts import Told, fact_added
    from clapometer.facts.kinds import kind_named

    kind = kind_named("announcement")
    assert kind
    for place, work in enumerate(series):
        said = {"status": "renewed", "certainty": "official", "seasons": [2], "by": "A Streamer",
                "dated": "day"}  # fmt: skip
        yield fact_added(kind, work, Told(said, _day(place % 300 + place % 50)))


def _charts(series: dict[int, int]) -> Iterator[Draft]:
    from clapometer.signals.drafts import ChartKey, Line, TitleKey, chart_listed, chart_matched

    for place, work in series.items():
        yield chart_matched(TitleKey("netflix-top10", f"Show {place}", "", False), work)
    for week in range(WEEKS):
        sunday = FIRST + timedelta(weeks=week)
        for number in range(COUNTRIES + 1):
            code = "" if number == 0 else f"A{chr(64 + number)}"
            form = "countries" if code else "global"
            key = ChartKey("netflix-top10", form, code, "TV", sunday)
            shows = [f"Show {(week // 3 * 7 + number + rank) % SERIES}" for rank in range(10)]
            yield chart_listed(key, [Line(rank + 1, show) for rank, show in enumerate(shows)])


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory(prefix="clapometer-bench-") as name:
        main(Path(name) / "site")
