"""Charts and counters on the page of a work, and the page of a counter. All of it is made up."""

from __future__ import annotations

import html
import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from clapometer.catalogue.drafts import work_added
from clapometer.desk.charts import read_chart_file, run_charts
from clapometer.desk.counting import FOLLOWERS, Key, Reading, take_readings
from clapometer.desk.stating import add_fact
from clapometer.facts.reading import facts_of_kind
from clapometer.instants import format_instant
from clapometer.ledger.consumers import catch_up
from clapometer.ledger.writing import writing
from clapometer.signals.facts import STREAK, UPLIFT
from clapometer.signals.points import Point, point_on
from tests.desk.chartfiles import COUNTRY_COLUMNS, country, line, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def show(db):
    with writing("test") as writer:
        return writer.append_one(work_added(kind="series", title="Salt Road")).seq


def tell(work, measure, of, *points, source="A Made-up Gazette"):
    with writing("test", FOLLOWERS) as writer:
        reading = Reading(Key(work, measure, of), tuple(points), source)
        take_readings([reading], lambda drafts: [one.seq for one in writer.append(drafts)])
    catch_up()


def words(response):
    assert response.status_code == 200
    bare = re.sub(r"<script.*?</script>|<[^>]+>", " ", response.content.decode(), flags=re.DOTALL)
    return re.sub(r"\s+", " ", html.unescape(bare))


@pytest.fixture
def hashtag(show):
    tell(
        show, "tiktok-hashtag-views", "#saltroad",
        point_on(date(2022, 4, 25), 1_000_000_000),
        point_on(date(2022, 5, 20), 4_300_000_000, "≥"),
        point_on(date(2024, 5, 1), 7),
    )  # fmt: skip
    return show


def address(work):
    return reverse("work", args=[work, "salt-road"])


def test_a_counter_is_told_with_its_bound_its_day_and_its_definition(reader, hashtag):
    page = words(reader.get(f"{address(hashtag)}?at=2022-06-01"))
    assert "at least 4,300,000,000 views 20 May 2022" in page
    assert "at least 4.3 times the 1,000,000,000 of 25 April 2022 (+330 %)" in page
    assert "views of all videos with the hashtag since it was first used" in page
    assert "A Made-up Gazette" in page


def test_numbers_on_two_sides_of_a_change_are_neither_joined_nor_compared(reader, hashtag):
    answer = reader.get(address(hashtag))
    page = words(answer)
    assert "Dashed: from there on the numbers mean something else" in page
    assert "The meaning changed here; not the same count as below." in page
    assert "times the" not in page
    assert "From January 2024 : no longer published" in page
    drawn = re.findall(r'class="spark-line" d="([^"]+)"', answer.content.decode())
    assert [one.count("L") + 1 for one in drawn] == [2]
    assert 'class="spark-break"' in answer.content.decode()


def test_on_an_earlier_day_later_numbers_and_definitions_are_not_there(reader, hashtag):
    page = words(reader.get(f"{address(hashtag)}?at=2022-05-01"))
    assert "1,000,000,000 views 25 April 2022" in page
    assert "4,300,000,000" not in page
    assert "no longer published" not in page
    assert "Counted" not in words(reader.get(f"{address(hashtag)}?at=2022-04-01"))


def test_what_was_known_before_a_correction_is_still_shown(reader, hashtag):
    (counter,) = facts_of_kind("counter")
    known = format_instant(counter.recorded_at)
    tell(hashtag, "tiktok-hashtag-views", "#saltroad", point_on(date(2024, 5, 1), 8))
    own = reverse("counter", args=[counter.id])
    assert "1 May 2024 8 " in words(reader.get(own))
    assert "1 May 2024 7 " in words(reader.get(f"{own}?known={known}"))


def test_uplifts_and_streaks_are_told_in_both_ways_with_what_they_leave_open(reader, show):
    typed = {"what": "weekly sales", "growth": "+1,700 %", "when": "2022-05-20", "market": "US"}
    add_fact(UPLIFT, show, {**typed, "baseline": "the week before"}, "member:1")
    add_fact(UPLIFT, show, {"what": "searches", "growth": "up 17 times"}, "member:1")
    streak = {"list": "A Made-up List", "weeks": "11", "counted": "in a row", "rank": "1"}
    add_fact(STREAK, show, streak, "member:1")
    page = words(reader.get(address(show)))
    assert "Weekly sales: +1,700 %, 18 times as much" in page
    assert "time: not told; against: the week before; market: United States" in page
    assert "Searches: “up 17 times”, +1,600 %, 17 times as much; the words may also mean" in page
    assert "11 consecutive weeks: number 1 of A Made-up List" in page


def test_the_page_of_a_counter_has_all_numbers_in_pages_and_as_csv(reader, show):
    start = date(2021, 1, 1)
    points = [point_on(start + timedelta(day), day) for day in range(450)]
    tell(show, "wikipedia-pageviews", "Salt Road", *points)
    (counter,) = facts_of_kind("counter")
    own = reverse("counter", args=[counter.id])
    page = words(reader.get(own))
    assert "Page 1 of 3" in page
    assert "449" in page
    assert " 2 January 2021 1 " in words(reader.get(f"{own}?page=3"))
    rows = reader.get(reverse("counter_csv", args=[counter.id])).content.decode().splitlines()
    assert rows[0] == "as_of,value,bound,definition,definition_since"
    assert len(rows) == 451
    assert rows[1].startswith("2021-01-01,0,=,")


@pytest.mark.parametrize("number", [1, 999])
def test_what_is_no_counter_has_no_page(reader, show, number):
    assert reader.get(reverse("counter", args=[number])).status_code == 404
    assert reader.get(reverse("counter_csv", args=[number])).status_code == 404


def test_a_badly_asked_instant_is_refused_in_one_sentence(reader, hashtag):
    (counter,) = facts_of_kind("counter")
    answer = reader.get(reverse("counter", args=[counter.id]) + "?at=someday")
    assert answer.status_code == 400


# The page asks the database as often for three thousand numbers as for one.
def test_the_number_of_queries_does_not_grow_with_the_numbers(reader, show):
    tell(show, "wikipedia-pageviews", "Salt Road", Point(0, True, 1))
    with CaptureQueriesContext(connection) as few:
        reader.get(address(show))
    for of in ("a", "b", "c"):
        points = [Point(day * 86_400_000_000, True, day) for day in range(1_000)]
        tell(show, "wikipedia-pageviews", of, *points)
    with CaptureQueriesContext(connection) as many:
        answer = reader.get(address(show))
    assert len(many) == len(few)
    assert len(answer.content) < 60_000


@pytest.fixture
def charted(tmp_path, db):
    world = [
        line(week="2023-06-04", rank=7),
        line(week="2023-06-11", rank=5),
        line(week="2023-06-18", rank=5, hours=2000),
    ]
    run_charts(read_chart_file(write(tmp_path / "world.tsv", world)))
    countries = [country(code, week="2023-06-11") for code in ("AR", "BR", "CL")]
    run_charts(
        read_chart_file(write(tmp_path / "countries.tsv", countries, columns=COUNTRY_COLUMNS))
    )
    from clapometer.catalogue.models import Work

    return Work.objects.get(key="salt road").id


def test_chart_weeks_are_told_with_streak_countries_and_queries(reader, charted):
    answer = reader.get(address(charted))
    page = words(answer)
    assert "Best place: 5 , in the week to 11 June 2023." in page
    assert "longest streak: 3 weeks, 4 June 2023 to 18 June 2023" in page
    assert "3 distinct countries over all weeks so far" in page
    assert "Ranked from 12 June 2023 by views" in page
    assert "1,000" in page


def test_places_by_hours_and_by_views_are_not_joined(reader, charted):
    page = reader.get(address(charted)).content.decode()
    drawn = re.findall(r'class="spark-line" d="([^"]+)"', page)
    assert [one.count("L") + 1 for one in drawn] == [2]


def test_charts_on_an_earlier_day(reader, charted):
    assert "Best place: 7" in words(reader.get(f"{address(charted)}?at=2023-06-05"))
    assert "On the charts" not in words(reader.get(f"{address(charted)}?at=2023-06-01"))


def test_the_page_of_an_entry_names_the_counter_and_the_work(reader, hashtag):
    from clapometer.ledger.reading import read_entries

    (told,) = [entry for entry in read_entries() if entry.kind == "points.told"]
    page = reader.get(reverse("entry", args=[told.seq]))
    assert "Numbers of a counter were told" in words(page)
    assert reverse("counter", args=[told.subject_id]) in page.content.decode()
    assert address(hashtag) in page.content.decode()
