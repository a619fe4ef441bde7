"""The page of a work that much is known of: its cost does not grow with what is known."""

from __future__ import annotations

import gzip
from datetime import date, timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext

from clapometer.catalogue.facts.releases import RELEASE
from clapometer.catalogue.facts.trailers import TRAILER
from clapometer.catalogue.models import Work
from clapometer.desk.stating import add_fact
from clapometer.signals.drafts import ChartKey, Line, TitleKey, chart_listed, chart_matched
from clapometer.signals.facts import COUNTER
from clapometer.signals.points import point_on, points_told
from clapometer.site.addresses import work_address
from tests.site.festival import Festival, add_work, append, crowd

FIRST = date(2026, 3, 1)


def tell(festival: Festival, name: str, size: int) -> Work:
    """A series of so many seasons, and with each as many weeks, facts, numbers and reviews."""
    series = add_work(f"{name} (made up)", "series", year=2026)
    typed = {field.name: field.example for field in COUNTER.every_field}
    for of in ("#first", "#second"):
        counter = add_fact(COUNTER, series.id, {**typed, "of": of, "person": ""}, "member:1").seq
        append(points_told(counter, [point_on(FIRST + timedelta(n), n) for n in range(size * 20)]))
    crowd(festival, series, size * 10)
    for number in range(1, size + 1):
        season = add_work(f"{name}, season {number}", "season", parent=series.id, number=number)
        crowd(festival, season, 6)
        for kind in (RELEASE, TRAILER):
            typed = {field.name: field.example for field in kind.every_field}
            typed |= {"when": (FIRST + timedelta(30 * number)).isoformat()}
            add_fact(kind, season.id, typed, "member:1")
        title = TitleKey("netflix-top10", name, f"Season {number}", film=False)
        weeks = [
            chart_listed(
                ChartKey("netflix-top10", "global", "", "TV (English)",
                         FIRST + timedelta(7 * (week + 10 * number))),
                [Line(3, name, f"Season {number}", 5_000, None, None, week)],
            )
            for week in range(1, size + 1)
        ]  # fmt: skip
        append(*weeks, chart_matched(title, season.id))
    return series


def test_the_queries_do_not_grow_with_what_is_known(reader, festival):
    def queries(path: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            assert reader.get(path).status_code == 200
        return len(captured)

    few, many = tell(festival, "Few", 2), tell(festival, "Many", 6)
    for page in ("work", "work_timeline", "work_reviews", "work_numbers"):
        of_few, of_many = (queries(work_address(one, "", page)) for one in (few, many))
        # The newest lines of the larger one come from fewer sources, each asked with one query.
        assert of_many <= of_few <= 60, page


def test_the_page_is_small(reader, festival):
    packed = gzip.compress(reader.get(work_address(tell(festival, "Many", 6))).content, 6)
    assert len(packed) < 30_000
