"""`clapometer import` of charts, and `clapometer charts`. All titles are made up."""

from __future__ import annotations

import json

import pytest

from clapometer.cli.charts import ALL_TIME_MEMBERS, MEMBERS, STREAK_MEMBERS
from tests.desk.chartfiles import COUNTRY_COLUMNS, country, line, write


@pytest.fixture
def charted(festival, run, tmp_path):
    """A site with two weeks of the world and one of two countries."""
    world = write(tmp_path / "world.tsv", [line(rank=7), line(week="2026-05-10", rank=5)])
    rows = [country("AR"), country("BR")]
    countries = write(tmp_path / "countries.tsv", rows, columns=COUNTRY_COLUMNS)
    for file in (world, countries):
        ended = run("import", file, "--profile", "netflix-top10", "--yes", "--data", festival)
        assert ended.exit_code == 0, ended.stderr
    return festival


def test_charts_in_json_have_every_member(charted, run):
    ended = run("charts", "Salt", "Road", "--json", "--data", charted)
    answer = json.loads(ended.stdout)
    assert [week["rank"] for week in answer["weeks"]] == [7, 5]
    assert all(list(week) == list(MEMBERS) for week in [*answer["weeks"], answer["peak"]])
    assert answer["peak"]["week"] == "2026-05-10"
    assert answer["countries"]["ever"] == 2
    assert (answer["first"], answer["last"]) == ("2026-05-03", "2026-05-10")


def test_charts_in_words_name_each_way_of_counting_countries(charted, run):
    told = run("charts", "Salt Road", "--data", charted).stdout
    assert "Best place: 5, in the week to 2026-05-10." in told
    assert "2 countries over all weeks so far" in told


def test_charts_at_an_instant(charted, run):
    ended = run("charts", "Salt Road", "--at", "2026-05-04", "--json", "--data", charted)
    assert [week["rank"] for week in json.loads(ended.stdout)["weeks"]] == [7]


def test_a_file_of_charts_is_known_by_its_header_and_looked_at_first(festival, run, tmp_path):
    file = write(tmp_path / "world.tsv", [line()])
    seen = run("import", file, "--json", "--data", festival)
    answer = json.loads(seen.stdout)
    assert (answer["preview"], answer["added"]) == (True, 1)
    assert "Say --yes to do it." in seen.stderr
    done = run("import", file, "--yes", "--data", festival)
    assert "1 added in 1 new charts" in done.stdout
    again = run("import", file, "--yes", "--data", festival)
    assert "nothing was written" in again.stdout


def test_an_error_page_is_refused_in_one_sentence(festival, run, tmp_path):
    file = tmp_path / "all-weeks-global.tsv"
    file.write_text("null")
    ended = run("import", file, "--profile", "netflix-top10", "--yes", "--data", festival)
    assert ended.exit_code == 2
    assert ended.stderr.count("\n") == 1


def test_lists_of_all_time_are_told_with_their_days(charted, run, tmp_path):
    header = ("category", "rank", "show_title", "season_title", "hours_viewed_first_28_days")
    row = ("TV (English)", 3, "Salt Road", "Salt Road: Season 1", 5000)
    file = write(tmp_path / "popular.tsv", [row], columns=header)
    run("import", file, "--yes", "--data", charted)
    answer = json.loads(run("charts", "Salt Road", "--json", "--data", charted).stdout)
    (line_told,) = answer["all_time"]
    assert list(line_told) == list(ALL_TIME_MEMBERS)
    assert (line_told["days"], line_told["rank"], line_told["hours"]) == (28, 3, 5000)
    told = run("charts", "Salt Road", "--data", charted).stdout
    assert "place 3, Salt Road: Season 1: 5,000 hours, in the first 28 days." in told


def test_streaks_in_json_have_every_member(charted, run):
    answer = json.loads(run("charts", "Salt Road", "--json", "--data", charted).stdout)
    (on_list,) = answer["streaks"]
    assert list(on_list) == list(STREAK_MEMBERS)
    assert on_list["longest"]["weeks"] == 2
    assert "weeks in a row" in answer["streak_query"]
