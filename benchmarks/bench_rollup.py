"""Roll-ups of a series of eight seasons: told anew, and changed by one review."""

from __future__ import annotations

import itertools
from pathlib import Path

from .measure import latencies, open_site, quantile, table

SEASONS = 8
SIZES = (100, 1_000, 10_000)
"""Reviews of each season."""
CALLS = 200
START = 1_780_000_000_000_000
HOUR = 3_600_000_000


def main(folder: Path) -> None:
    """Measure the library, then a site of its own in the folder."""
    rows = [_library(size) for size in SIZES]
    header = ("reviews of the series", "told anew ms", "one review µs", "times")
    table(f"A roll-up in the library, {SEASONS} seasons, medians", header, rows)
    open_site(folder)
    rows = [_site(size) for size in SIZES[:2]]
    header = ("reviews of the series", "read off points ms", "told from entries ms")
    table("A roll-up on a site, after each of some new reviews, medians", header, rows)


def _library(size: int) -> tuple[object, ...]:
    from clapometer.scoring.events import Event
    from clapometer.scoring.history import tally_at
    from clapometer.scoring.pooling import APART
    from clapometer.scoring.rollup import Part, changed, roll_up
    from clapometer.scoring.rules import preset
    from clapometer.scoring.tally import EMPTY, Tally

    numbers = itertools.count(1)
    seasons = tuple(
        Part(f"s{season}", "season", [
            Event(n, n, n, "posted", START + n * HOUR, START + n * HOUR, None, n % 5 > 0)
            for n in itertools.islice(numbers, size)
        ])
        for season in range(SEASONS)
    )  # fmt: skip
    series, rule = Part("s", "series", [], seasons), preset("clapometer")
    reading = roll_up(series, rule)
    path, one = (series, seasons[3]), Tally(1, 1, 0, 0, 0, 0, 0)
    tallies = itertools.accumulate(
        itertools.repeat(one), initial=tally_at(seasons[3].events, counts=rule.counts)
    )
    next(tallies)

    def another(_: int) -> None:
        nonlocal reading
        reading = changed(reading, path, APART, next(tallies), EMPTY)

    anew = quantile(latencies(lambda _: roll_up(series, rule), 5), 0.5)
    step = quantile(latencies(another, CALLS), 0.5)
    assert reading.pooled.reviews == SEASONS * size + CALLS
    return f"{SEASONS * size:,}", f"{anew * 1e3:.1f}", f"{step * 1e6:.0f}", f"{anew / step:,.0f}"


def _site(size: int) -> tuple[object, ...]:
    from clapometer.catalogue.models import Work
    from clapometer.reviews.rollups import roll_up_of

    top, outlet, seasons = _fill(size)
    series, known = Work.objects.get(id=top), 2 * START
    off_points, from_entries = [], []
    for n in range(20):
        _append(outlet, seasons[3], range(size + n, size + n + 1))
        off_points += latencies(lambda _: roll_up_of(series), 1)
        from_entries += latencies(lambda _: roll_up_of(series, known=known), 1)
    assert roll_up_of(series).reading.pooled == roll_up_of(series, known=known).reading.pooled
    medians = (quantile(sorted(times), 0.5) * 1e3 for times in (off_points, from_entries))
    return (f"{SEASONS * size:,}", *(f"{one:.1f}" for one in medians))


def _fill(size: int) -> tuple[int, int, list[int]]:
    """Write a series, an outlet, and the seasons with their reviews; return their numbers."""
    from clapometer.catalogue.drafts import work_added
    from clapometer.ledger.writing import writing
    from clapometer.reviews.drafts import outlet_added

    with writing("benchmark") as writer:
        top = writer.append_one(work_added(kind="series", title=f"Made-up Series {size}")).seq
        outlet = writer.append_one(outlet_added(f"Made-up Outlet {size}")).seq
        drafts = [
            work_added(kind="season", title=f"Season {n}", parent=top, number=n)
            for n in range(1, SEASONS + 1)
        ]
        seasons = [entry.seq for entry in writer.append(drafts)]
    for work in seasons:
        _append(outlet, work, range(size))
    return top, outlet, seasons


def _append(outlet: int, work: int, numbers: range) -> None:
    from clapometer.ledger.writing import writing
    from clapometer.reviews.contents import Content
    from clapometer.reviews.drafts import Reviewer, review_posted

    drafts = [
        review_posted(
            Reviewer(0, outlet, work, str(n)),
            Content(n % 5 > 0, happened_at=START + n * HOUR, dated="instant"),
        )
        for n in numbers
    ]
    with writing("benchmark") as writer:
        writer.append(drafts)
