"""Notices: what reading the ledger for followers takes, with nothing new, one review, an import.

Counted in time of the processor, so that whatever else the machine does is left out.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from pathlib import Path

from .measure import open_site, peak_megabytes, quantile, table

REVIEWS, CALLS, IMPORTED, KEYS = 400, 60, 5_000, 20_000
MINUTE, DAY = 60_000_000, 86_400_000_000
START = 1_780_000_000_000_000


class _Site:
    """A made-up followed film with 400 reviews, and another one that nobody follows."""

    def __init__(self) -> None:
        from clapometer.alerts.notices.watching import run
        from clapometer.catalogue.drafts import work_added
        from clapometer.ledger.writing import writing
        from clapometer.reviews.drafts import outlet_added

        self.run, self.minute, self.mark = run, 0, 0
        with writing("bench", recorded_at=START) as writer:
            film = work_added(kind="film", title="A Made-up Film", release="wide")
            other = work_added(kind="film", title="Another Made-up Film")
            self.outlet = writer.append_one(outlet_added("Made-up Outlet")).seq
            self.film, self.other = (one.seq for one in writer.append([film, other]))
        for work in (self.film, self.other):
            self.post(work, REVIEWS)
        run(self.now)
        _follow([f"work:{self.film}", f"work:{self.film}/score<75", f"work:{self.film}/score>=90"])

    @property
    def now(self) -> int:
        return START + self.minute * MINUTE

    def post(self, work: int, count: int, ago: int = 0) -> None:
        """Record so many reviews of a work, four of five positive, dated so long before."""
        from clapometer.ledger.writing import writing
        from clapometer.reviews.contents import Content
        from clapometer.reviews.drafts import Reviewer, review_posted

        self.minute += 1
        drafts = []
        for _ in range(count):
            self.mark += 1
            said = Content(self.mark % 5 != 0, happened_at=self.now - ago, dated="instant")
            drafts.append(review_posted(Reviewer(0, self.outlet, work, f"m{self.mark}"), said))
        with writing("bench", recorded_at=self.now) as writer:
            writer.append(drafts)


def main(site: Path) -> None:
    """Print what a call of `run` takes."""
    open_site(site)
    told = _Site()
    told.run(told.now)
    rows = [
        _row("nothing new", _each(told, lambda: None)),
        _row("one review of a film with 400, followed", _each(told, told_post(told, told.film))),
        _row("the same, and judged as it has settled", _each(told, told_post(told, told.film), 11)),
        _row("one review of a film that nobody follows", _each(told, told_post(told, told.other))),
    ]
    told.post(told.film, IMPORTED, ago=900 * DAY)
    rows.append(
        _row("an import of 5,000 old reviews of it", [_processor(lambda: told.run(told.now))])
    )
    _follow([f"work:{10_000_000 + number}/score<90" for number in range(KEYS)])
    told.minute += 2
    rows.append(
        _row("20,000 new conditions of others learnt", [_processor(lambda: told.run(told.now))])
    )
    told.minute += 2
    rows.append(_row("a look at them a minute later", [_processor(lambda: told.run(told.now))]))
    table("Reading the ledger for followers", ("what", "median ms", "95 % under ms"), rows)
    print(f"\nLargest memory: {peak_megabytes():.0f} MB")


def told_post(site: _Site, work: int) -> Callable[[], None]:
    """Return what records one review."""
    return lambda: site.post(work, 1)


def _each(site: _Site, before: Callable[[], None], later: int = 0) -> list[float]:
    """Return what each of many calls takes, after something was done that is not measured."""
    found = []
    gc.collect()
    gc.disable()
    for _ in range(CALLS):
        before()
        if later:
            site.run(site.now)
            site.minute += later
        found.append(_processor(lambda: site.run(site.now)))
    gc.enable()
    return sorted(found)


def _processor(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _row(what: str, times: list[float]) -> tuple[str, str, str]:
    return what, f"{quantile(times, 0.5) * 1e3:,.2f}", f"{quantile(times, 0.95) * 1e3:,.2f}"


def _follow(keys: list[str]) -> None:
    from clapometer.alerts.kinds import EVERY
    from clapometer.alerts.models import Follow

    Follow.objects.bulk_create(
        [Follow(follower_id=1, key=key, kinds=EVERY, cadence="now", since=START) for key in keys]
    )
