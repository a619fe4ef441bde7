"""What a page says of announcements: status, list, words for seasons, marks. All is made up."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from clapometer.catalogue.models import Work
from clapometer.desk.stating import add_fact
from clapometer.signals.announcing import ANNOUNCEMENT
from clapometer.site.addresses import fact_address, work_address
from clapometer.site.announced.status import season_words, status_marks
from clapometer.site.asking import read_asked
from clapometer.site.workpage import read_work
from tests.catalogue.telling import add
from tests.signals.announced import on

pytestmark = pytest.mark.django_db


def announce(work, when, status, certainty="official", **typed):
    said = {"when": when, "status": status, "certainty": certainty, "by": "Made-up Stream"}
    return add_fact(ANNOUNCEMENT, work, {**said, **typed}, "member:1").seq


def address(work, query=""):
    return work_address(Work.objects.select_related("parent").get(id=work), query)


def words(html):
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html))).replace(" ,", ",").strip()


def part(response, pattern):
    found = re.search(pattern, response.content.decode(), re.DOTALL)
    return found[0] if found else ""


def status(reader, work, query=""):
    return words(part(reader.get(address(work, query)), r'<ul class="status">.*?</ul>'))


@pytest.fixture
def series():
    return add("Made-up Hearts", "series", year=2022)


@pytest.fixture
def season(series):
    return add("Season 2", "season", parent=series, number=2, year=2023)


@pytest.fixture
def renewed(series, season):
    return announce(series, "2022-05-20", "two-season-renewal", seasons="2 and 3",
                    source="Made-up Gazette", words="Two <more>.")  # fmt: skip


def test_the_head_says_which_seasons_how_surely_when_and_by_whom(reader, series, renewed):
    page = reader.get(address(series))
    found = part(page, r'<ul class="status">.*?</ul>')
    assert words(found) == (
        "Seasons 2 and 3 renewed, official, 20 May 2022 : the fact, its source and both its dates,"
        " by Made-up Stream"
    )
    assert f'href="{fact_address(renewed)}"' in found


def test_the_head_says_nothing_before_it_was_said_nor_before_it_was_known(reader, series, renewed):
    assert status(reader, series, "at=2022-05-20").startswith("Seasons 2 and 3 renewed")
    assert not status(reader, series, "at=2022-05-19")
    assert not status(reader, series, "known=2022-05-20")


def test_seasons_that_go_different_ways_have_lines_of_their_own(reader, series, renewed):
    announce(series, "2023-05-01", "dated", seasons="2", date="2023-08-03")
    announce(series, "2023-06-01", "cancelled", "rumoured", by="a made-up blog")
    then = status(reader, series, "at=2023-06-02")
    assert then.startswith("Season 2 dated for 3 August 2023, official, 1 May 2023")
    assert "Season 3 renewed, official, 20 May 2022" in then
    assert "ancelled" not in then
    assert status(reader, series, "at=2023-08-03").startswith("Season 3 renewed")


def test_what_is_said_of_the_series_as_a_whole_is_told_too(reader, series, renewed):
    announce(series, "2023-05-01", "cancelled")
    then = status(reader, series)
    assert then.startswith("Cancelled, official, 1 May 2023")
    assert "Seasons 2 and 3 cancelled" in then


def test_a_report_that_nothing_has_answered_is_told_beside_what_is_official(reader, series, season):
    announce(series, "2023-01-01", "released", seasons="2")
    announce(series, "2023-02-01", "cancelled", "reported", by="A made-up paper")
    announce(series, "2023-02-02", "renewed", "rumoured", by="a made-up blog")
    then = status(reader, series)
    assert then.startswith("Cancelled, reported, 1 February 2023")
    assert "enewed" not in then
    announce(series, "2023-03-01", "renewed", seasons="3")
    assert "ancelled" not in status(reader, series)


def test_the_page_of_a_season_tells_of_that_season_alone(reader, series, season, renewed):
    announce(series, "2022-06-01", "in-production", seasons="3")
    assert status(reader, season).startswith("Renewed, official, 20 May 2022")
    shown = part(reader.get(address(season)), r'<section class="section announced".*?</section>')
    assert "Seasons 2 and 3 renewed" in words(shown)
    assert "production" not in shown


def test_a_carrier_and_the_last_season_are_said(reader, series, season):
    announce(series, "2022-05-20", "revived", seasons="2", carrier="Other Stream")
    announce(series, "2022-06-20", "final-season", seasons="2")
    assert "Season 2 revived, on Other Stream, as the final season" in status(reader, series)
    assert status(reader, series).startswith("Ending, official, 20 June 2022")


def test_the_list_has_everything_with_how_it_stands_and_its_words_escaped(reader, series, renewed):
    announce(series, "2022-05-10", "renewed", "teased", seasons="2", by="The author")
    announce(series, "2022-06-01", "cancelled", "rumoured", by="a made-up blog")
    announce(series, "2022-06-02", "cancelled", "denied")
    shown = part(reader.get(address(series)), r'<section class="section announced".*?</section>')
    rows = [words(row) for row in re.findall(r"<tr>.*?</tr>", shown, re.DOTALL)[1:]]
    told = [row.split(" : the fact")[0] for row in rows]
    assert told == [
        "2 June 2022 Cancelled denied Made-up Stream source not named",
        "1 June 2022 Cancelled rumoured · denied a made-up blog source not named",
        "20 May 2022 Seasons 2 and 3 renewed official Two <more>. Made-up Stream Made-up Gazette",
        "10 May 2022 Season 2 renewed teased · confirmed The author source not named",
    ]
    assert "Two &lt;more&gt;." in shown


def test_a_work_of_which_nothing_was_announced_has_no_such_parts(reader, festival):
    page = reader.get(work_address(festival.works["film"]))
    assert b'class="status"' not in page.content
    assert b'id="announced"' not in page.content


def test_the_season_table_and_the_chart_are_told_words_and_marks(rf, series, season, renewed):
    announce(series, "2023-05-01", "dated", seasons="2", date="2023-08-03")
    work = Work.objects.get(id=series)
    record = read_work(work, read_asked(rf.get("/", {"at": "2024-01-01"}).GET), renewed + 1)
    told = season_words(record)
    assert (told[2].text, told[3].text, told[3].certainty) == ("released", "renewed", "official")
    assert [(mark.at, mark.text, mark.season) for mark in status_marks(record)] == [
        (on("2022-05-20"), "renewed", 2), (on("2022-05-20"), "renewed", 3),
        (on("2023-05-01"), "dated", 2), (on("2023-08-03"), "released", 2),
    ]  # fmt: skip
    assert status_marks(record)[0].url == fact_address(renewed)


def test_the_season_table_has_a_column_for_it_where_it_says_more_than_released(
    reader, series, season, renewed
):
    shown = part(reader.get(address(series)), r'<table class="season-table".*?</table>')
    assert f'<a href="{fact_address(renewed)}">renewed</a>' in shown
    assert "official, 20 May 2022" in words(shown)
    announce(series, "2023-05-01", "released", seasons="2")
    assert "Status" not in part(reader.get(address(series)), r'<table class="season-.*?</table>')


def test_the_chart_marks_what_was_announced(reader, festival):
    season = festival.works["season 2"]
    number = announce(season.parent_id, "2026-03-18", "renewed", seasons="2 and 3")
    announce(season.parent_id, "2026-03-19", "cancelled", "rumoured")
    shown = part(reader.get(work_address(season)), r'<section class="section course".*?</section>')
    assert f'href="{fact_address(number)}"' in shown
    assert "Seasons 2 and 3 renewed" in words(shown)
    assert "cancelled" not in words(shown).casefold()
    announce(season.parent_id, "2026-03-20", "cancelled")
    shown = part(reader.get(work_address(season)), r'<section class="section course".*?</section>')
    assert f"{season.parent.label} cancelled" in words(shown)


# A date passes without an entry: the tag of the page is another one on another day.
def test_a_page_is_made_anew_on_another_day(reader, series, renewed, monkeypatch):
    tag = reader.get(address(series)).headers["ETag"]
    held = {"if-none-match": tag}
    assert reader.get(address(series), headers=held).status_code == 304
    monkeypatch.setattr(timezone, "localdate", lambda: date(2999, 1, 1))
    assert reader.get(address(series), headers=held).status_code == 200


# The number of queries does not grow with what was announced.
def test_a_page_costs_the_same_however_much_was_announced(reader, series, renewed):
    reader.get(address(series))
    with CaptureQueriesContext(connection) as few:
        reader.get(address(series))
    for number in range(4, 30):
        announce(series, "2023-05-20", "renewed", "rumoured", seasons=str(number))
    with CaptureQueriesContext(connection) as many:
        reader.get(address(series))
    assert len(many) == len(few)
