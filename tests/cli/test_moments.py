"""`clapometer moments`: what happened, in words and in JSON."""

from __future__ import annotations

import json

import pytest

from clapometer.cli.moments import MEMBERS
from clapometer.scoring.moments import KINDS


@pytest.fixture
def moments(festival, run):
    """Return the object that `moments … --json` prints."""

    def ask(*arguments):
        ended = run("moments", *arguments, "--json", "--data", festival)
        assert ended.exit_code == 0, ended.stderr
        return json.loads(ended.stdout)

    return ask


def test_each_moment_has_every_member_and_a_known_kind(moments):
    answer = moments("demo:harbour-1")
    assert answer["title"] == "Harbour Nine: Season 1"
    assert answer["moments"], "the festival's season has a debut at least"
    for one in answer["moments"]:
        assert list(one) == list(MEMBERS)
        assert one["kind"] in KINDS
    ats = [one["at"] for one in answer["moments"]]
    assert ats == sorted(ats)


def test_the_debut_and_the_badge_are_those_of_the_score(moments, festival, run):
    told = {one["kind"]: one for one in moments("demo:harbour-1")["moments"]}
    assert told["debut"]["before"] is None
    score = json.loads(run("score", "demo:harbour-1", "--json", "--data", festival).stdout)
    changes = [one for one in moments("demo:harbour-1")["moments"]
               if one["kind"].startswith("badge-")]  # fmt: skip
    assert changes[-1]["at"] == score["badge"]["since"]
    assert (changes[-1]["kind"] == "badge-lost") == (score["badge"]["state"] == "lost")


def test_at_leaves_out_what_came_later_and_changes_nothing_else(moments):
    everything = moments("demo:monsoon")["moments"]
    middle = everything[len(everything) // 2]["at"]
    then = moments("demo:monsoon", "--at", middle)["moments"]
    assert then == [one for one in everything if one["at"] <= middle]
    assert 0 < len(then) < len(everything)


def test_what_an_editor_did_is_told_with_its_entry(moments, festival, run):
    steps = json.loads(run("history", "demo:monsoon", "--json", "--data", festival).stdout)["steps"]
    kinds = {step["seq"]: step["kind"] for step in steps}
    for one in moments("demo:monsoon")["moments"]:
        assert one["cause"] in kinds
        if one["kind"].startswith("review-"):
            assert one["kind"] == f"review-{kinds[one['cause']]}"
            assert one["before"] != one["after"]


def test_a_second_season_is_compared_with_the_first(moments):
    told = moments("demo:harbour-2")["moments"]
    labels = {one["about"] for one in told if one["kind"].startswith("sibling-")}
    assert labels <= {moments("demo:harbour-1")["work"]}


def test_for_people_it_is_a_table(moments, festival, run):
    lines = run("moments", "demo:harbour-1", "--data", festival).stdout.splitlines()
    told = moments("demo:harbour-1")["moments"]
    assert lines[1].split() == ["when", "what"]
    assert all(one["text"] in line for line, one in zip(lines[2:], told, strict=True))


def test_before_any_review_there_is_nothing_to_tell(festival, run):
    ended = run("moments", "demo:harbour-1", "--at", "1990-01-01", "--data", festival)
    assert "Nothing to tell yet." in ended.stdout


def test_an_unknown_work_is_refused(festival, run):
    ended = run("moments", "No Such Work", "--data", festival)
    assert ended.exit_code == 2


def test_of_a_series_its_seasons_are_told_too(moments, festival, run):
    series = moments("demo:quiet")
    assert series["moments"] == []
    assert [one["title"] for one in series["seasons"]] == [
        "The Quiet Department: Season 1", "The Quiet Department: Season 2",
    ]  # fmt: skip
    for number, one in enumerate(series["seasons"], 1):
        assert one["moments"] == moments(f"demo:quiet-{number}")["moments"] != []
    lines = run("moments", "demo:quiet", "--data", festival).stdout.splitlines()
    assert lines[1].split() == ["when", "of", "what"]
    assert len(lines) == 2 + sum(len(one["moments"]) for one in series["seasons"])
    days = [line.split("  ")[0] for line in lines[2:]]
    assert days == sorted(days)


def test_the_score_at_release_is_told(moments):
    (release,) = [one for one in moments("demo:salt-road")["moments"] if one["kind"] == "release"]
    assert release["at"] == "2026-09-18T00:00:00Z"
