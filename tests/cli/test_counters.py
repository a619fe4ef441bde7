"""`clapometer import` of numbers, `counters` and `measures`. All works and numbers are made up."""

from __future__ import annotations

import json

import pytest

from clapometer.cli.counters import MEMBERS, SEGMENT_MEMBERS

ROWS = (
    "work,measure,of,as_of,value\n"
    "The Last Ferry,tiktok-hashtag-views,#lastferry,2023-05-20,over 4.3 billion\n"
    "The Last Ferry,tiktok-hashtag-views,#lastferry,2023-11-20,8.6 billion\n"
    "The Last Ferry,tiktok-hashtag-views,#lastferry,2024-05-20,10\n"
)


@pytest.fixture
def title(festival, run):
    """Some work of the festival."""
    found = json.loads(run("search", "the", "--json", "--data", festival).stdout)
    return found[0]["title"]


@pytest.fixture
def counted(festival, run, tmp_path, title):
    """A site with three numbers of one hashtag, the last after its platform stopped."""
    file = tmp_path / "numbers.csv"
    file.write_text(ROWS.replace("The Last Ferry", title), encoding="utf-8")
    seen = run("import", file, "--profile", "counters", "--json", "--data", festival)
    assert json.loads(seen.stdout)["added"] == 3
    assert "Say --yes to do it." in seen.stderr
    ended = run("import", file, "--yes", "--json", "--data", festival)
    assert ended.exit_code == 0, ended.stderr
    assert json.loads(ended.stdout)["counters"] == 1
    return festival


def test_counters_in_json_are_parted_where_the_meaning_changed(counted, run, title):
    ended = run("counters", title, "--json", "--data", counted)
    (counter,) = json.loads(ended.stdout)["counters"]
    assert list(counter) == list(MEMBERS)
    before, after = counter["segments"]
    assert list(before) == list(SEGMENT_MEMBERS)
    assert before["points"][0] == ["2023-05-20", 4_300_000_000, "≥"]
    assert before["times"] == 2.0
    assert (after["definition"]["stopped"], after["times"]) == (True, None)
    assert [one["definition"]["version"] for one in (before, after)] == [1, 2]


def test_counters_in_words_say_where_the_meaning_changed(counted, run, title):
    told = run("counters", title, "--data", counted).stdout
    assert "≥ 4,300,000,000" in told
    assert "the meaning changed" in told


def test_counters_at_an_instant(counted, run, title):
    ended = run("counters", title, "--at", "2023-06-01", "--json", "--data", counted)
    (counter,) = json.loads(ended.stdout)["counters"]
    assert [len(one["points"]) for one in counter["segments"]] == [1]


def test_the_same_file_again_writes_nothing_and_undo_takes_it_back(counted, run, tmp_path, title):
    again = run("import", tmp_path / "numbers.csv", "--yes", "--data", counted)
    assert "nothing was written" in again.stdout
    imports = json.loads(run("undo", "--json", "--data", counted).stdout)
    assert run("undo", imports[-1]["import"], "--yes", "--data", counted).exit_code == 0
    ended = run("counters", title, "--json", "--data", counted)
    assert json.loads(ended.stdout)["counters"] == []


def test_measures_are_listed_and_defined(counted, run):
    told = json.loads(run("measures", "--json", "--data", counted).stdout)
    assert [one["measure"] for one in told["recorded"]] == ["tiktok-hashtag-views"]
    assert "wikipedia-pageviews" in told["ready"]
    first = ("--title", "views", "--unit", "views", "--nature", "level", "--means", "all")
    assert run("measures", "define", "made-up", *first, "--data", counted).exit_code == 0
    later = ("--means", "no longer", "--since", "2026-03", "--stopped")
    assert run("measures", "define", "made-up", *later, "--data", counted).exit_code == 0
    told = json.loads(run("measures", "--json", "--data", counted).stdout)
    (measure,) = [one for one in told["recorded"] if one["measure"] == "made-up"]
    assert [one["stopped"] for one in measure["definitions"]] == [False, True]


def test_a_measure_without_its_unit_is_refused_in_one_line(festival, run):
    ended = run("measures", "define", "made-up", "--means", "x", "--data", festival)
    assert ended.exit_code == 2
    assert "Unit is missing" in ended.stderr
