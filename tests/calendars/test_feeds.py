"""Feeds of premieres and chart days, through an independent parser. All of it is made up."""

from __future__ import annotations

from datetime import UTC, date, datetime

import icalendar
import pytest
from django.urls import reverse

from clapometer.catalogue.drafts import work_added
from clapometer.catalogue.models import Work
from clapometer.desk.charts import read_chart_file, run_charts
from clapometer.desk.stating import add_fact, correct_fact, restore_fact, undo_fact
from clapometer.facts.kinds import kind_named
from clapometer.instants import parse_instant
from clapometer.ledger.writing import writing
from tests.desk.chartfiles import line, write
from tests.site.conftest import reader, static_folder  # noqa: F401 -- the same reader asks here

pytestmark = pytest.mark.django_db


def add(kind="series", title="Salt Road", **facts) -> Work:
    with writing("test editor") as writer:
        return Work.objects.get(
            id=writer.append_one(work_added(kind=kind, title=title, **facts)).seq
        )


@pytest.fixture
def road():
    return add()


def say(work, status, when, certainty="official", **typed):
    said = {"status": status, "certainty": certainty, "when": when, "by": "Made-up Stream", **typed}
    return add_fact(kind_named("announcement"), work.id, said, "member:1").seq


def feed(reader, path):  # noqa: F811
    answer = reader.get(path)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    read = icalendar.Calendar.from_ical(answer.content)
    assert not read.errors
    return list(read.walk("VEVENT"))


def of(reader, work):  # noqa: F811
    return feed(reader, reverse("work_calendar", args=[work.id]))


def stands(event):
    return str(event["STATUS"]), event.decoded("DTSTART")


def test_a_premiere_goes_from_rumoured_to_dated_to_cancelled_under_one_uid(reader, road):  # noqa: F811
    assert of(reader, road) == []
    course = []
    for said in (
        ("dated", "2026-01-10", "rumoured", {"date": "2026-08-01"}),
        ("dated", "2026-02-10", "official", {"date": "2026-08-03"}),
        ("dated", "2026-02-20", "rumoured", {"date": "2026-12-24"}),
        ("delayed", "2026-03-10", "official", {"date": "2026-09-04"}),
        ("cancelled", "2026-04-10", "official", {}),
        ("un-cancelled", "2026-05-10", "official", {}),
    ):
        status, when, certainty, more = said
        say(road, status, when, certainty, seasons="2", **more)
        (event,) = of(reader, road)
        course.append((str(event["UID"]), event["SEQUENCE"], *stands(event)))
    assert [one[2:] for one in course] == [
        ("TENTATIVE", date(2026, 8, 1)),
        ("CONFIRMED", date(2026, 8, 3)),
        ("CONFIRMED", date(2026, 8, 3)),
        ("CONFIRMED", date(2026, 9, 4)),
        ("CANCELLED", date(2026, 9, 4)),
        ("CONFIRMED", date(2026, 9, 4)),
    ]
    assert len({one[0] for one in course}) == 1
    sequences = [one[1] for one in course]
    assert sequences == sorted(set(sequences))


def test_a_delay_without_a_day_takes_the_old_day_back(reader, road):  # noqa: F811
    say(road, "dated", "2026-01-10", date="2026-08-01")
    say(road, "delayed", "2026-02-10")
    assert [stands(one) for one in of(reader, road)] == [("CANCELLED", date(2026, 8, 1))]
    say(road, "rescheduled", "2026-03-10", date="2026-11-01")
    assert [stands(one) for one in of(reader, road)] == [("CONFIRMED", date(2026, 11, 1))]


@pytest.mark.parametrize("named", ["August 2026", "2026"])
def test_a_month_or_a_year_is_no_day(reader, road, named):  # noqa: F811
    say(road, "dated", "2026-01-10", date=named)
    assert of(reader, road) == []
    say(road, "dated", "2026-02-10", date="2026-08-01")
    say(road, "delayed", "2026-03-10", date=named)
    assert [stands(one) for one in of(reader, road)] == [("CANCELLED", date(2026, 8, 1))]


def test_a_season_keeps_its_uid_when_it_comes_into_the_catalogue(reader, road):  # noqa: F811
    say(road, "dated", "2026-01-10", date="2026-08-01", seasons="2")
    (before,) = of(reader, road)
    season = add("season", "Season 2", parent=road.id, number=2)
    (after,) = of(reader, road)
    assert (after["UID"], stands(after)) == (before["UID"], stands(before))
    (alone,) = of(reader, season)
    assert (alone["UID"], stands(alone)) == (before["UID"], stands(before))


def test_a_release_is_the_day_itself_and_an_instant_is_one(reader):  # noqa: F811
    film = add("film", "The Ferry")
    number = add_fact(kind_named("release"), film.id, {"when": "2026-08-03"}, "member:1").seq
    (event,) = of(reader, film)
    assert stands(event) == ("CONFIRMED", date(2026, 8, 3))
    correct_fact(number, {"when": "2026-08-03T20:00Z"}, "member:1")
    (again,) = of(reader, film)
    assert stands(again) == ("CONFIRMED", datetime(2026, 8, 3, 20, tzinfo=UTC))
    assert again["SEQUENCE"] > event["SEQUENCE"]
    assert again.decoded("LAST-MODIFIED") >= event.decoded("LAST-MODIFIED")


def test_what_is_taken_back_is_cancelled_and_comes_again_when_it_is_put_back(reader):  # noqa: F811
    film = add("film", "The Ferry")
    number = add_fact(kind_named("release"), film.id, {"when": "2026-08-03"}, "member:1").seq
    (first,) = of(reader, film)
    undo_fact(number, "It was made up.", "member:1")
    (gone,) = of(reader, film)
    restore_fact(number, "It was not.", "member:1")
    (back,) = of(reader, film)
    assert [stands(one)[0] for one in (first, gone, back)] == [
        "CONFIRMED",
        "CANCELLED",
        "CONFIRMED",
    ]
    assert first["SEQUENCE"] < gone["SEQUENCE"] < back["SEQUENCE"]
    assert first["UID"] == gone["UID"] == back["UID"]


def test_the_catalogues_own_day_is_taken_where_no_fact_tells_it(reader):  # noqa: F811
    film = add("film", "The Ferry", released=parse_instant("2026-08-03T00:00Z", UTC))
    assert [stands(one) for one in of(reader, film)] == [("CONFIRMED", date(2026, 8, 3))]
    say(film, "cancelled", "2026-04-10")
    assert [stands(one) for one in of(reader, film)] == [("CANCELLED", date(2026, 8, 3))]


def test_a_denied_rumour_is_cancelled(reader, road):  # noqa: F811
    say(road, "dated", "2026-01-10", "rumoured", date="2026-08-01")
    say(road, "dated", "2026-01-11", "denied", date="2026-08-01")
    assert [stands(one) for one in of(reader, road)] == [("CANCELLED", date(2026, 8, 1))]


def test_chart_days_are_the_sundays_and_a_restated_line_grows(reader, road, tmp_path):  # noqa: F811
    add("season", "Season 1", parent=road.id, number=1)

    def take(rank, show="Salt Road"):
        rows = [line(week="2026-05-03", rank=rank, show=show, season=f"{show}: Season 1")]
        run_charts(read_chart_file(write(tmp_path / "world.tsv", rows)))
        return [one for one in of(reader, road) if str(one["UID"]).startswith("chart-")]

    (first,) = take(7)
    assert stands(first) == ("CONFIRMED", date(2026, 5, 3))
    assert "No. 7 in the Netflix Top 10, TV (English)" in str(first["SUMMARY"])
    (other,) = take(7, show="Tide")
    assert stands(other)[0] == "CANCELLED"
    assert other["UID"] == first["UID"]
    assert other["SEQUENCE"] > first["SEQUENCE"]


def test_a_list_of_works_and_the_whole_site(reader, road):  # noqa: F811
    film, quiet = add("film", "The Ferry"), add("film", "Quiet")
    say(road, "dated", "2026-01-10", date="2027-08-01")
    say(film, "dated", "2026-01-10", date="2027-08-02")
    old = add("film", "Old", released=parse_instant("1999-01-01T00:00Z", UTC))
    both = feed(reader, f"/calendar.ics?work=w{road.id}&work=w{film.id}&work=w{quiet.id}")
    assert [one.decoded("DTSTART").day for one in both] == [1, 2]
    assert [str(one["UID"]) for one in feed(reader, "/calendar.ics")] == [
        str(one["UID"]) for one in both
    ]
    assert len(of(reader, old)) == 1


def test_a_feed_is_confirmed_by_its_tag(reader, road):  # noqa: F811
    say(road, "dated", "2026-01-10", date="2026-08-01")
    path = reverse("work_calendar", args=[road.id])
    tag = reader.get(path).headers["ETag"]
    assert reader.get(path, headers={"if-none-match": tag}).status_code == 304
    assert reader.get(path).content == reader.get(path).content
    say(road, "cancelled", "2026-02-10")
    assert reader.get(path, headers={"if-none-match": tag}).status_code == 200


@pytest.mark.parametrize("query", ["work=w999", "work=17", "work=", "&".join(["work=w1"] * 101)])
def test_works_that_are_not_there_are_refused_in_a_sentence(reader, road, query):  # noqa: F811
    assert reader.get(f"/calendar.ics?{query}").status_code == 400


def test_an_empty_site_has_an_empty_calendar(reader, db):  # noqa: F811
    assert feed(reader, "/calendar.ics") == []
