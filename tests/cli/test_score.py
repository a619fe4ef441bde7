"""`clapometer score`: the contract for scripts, on the festival."""

from __future__ import annotations

import json
from fractions import Fraction

import pytest

MEMBERS = [
    "work", "title", "year", "kind", "rule", "at", "known", "printed", "positive", "count", "value",
    "mean", "graded", "interval", "band", "badge", "undated", "seq",
    "shown", "panel", "marks", "lacks",
]  # fmt: skip


@pytest.fixture
def score(festival, run):
    """Return the object that `score … --json` prints."""

    def ask(*arguments):
        ended = run("score", *arguments, "--json", "--data", festival)
        assert ended.exit_code == 0, ended.stderr
        return json.loads(ended.stdout)

    return ask


def test_the_object_has_every_member_of_the_contract(score):
    answer = score("The Salt Road")
    assert list(answer) == MEMBERS
    assert answer["rule"] == "clapometer"
    assert (answer["at"], answer["known"]) == (None, None)
    assert Fraction(answer["value"]) == Fraction(answer["positive"], answer["count"])
    low, high = answer["interval"]
    assert 0 <= low < float(Fraction(answer["value"])) < high <= 1
    assert 0 <= answer["mean"] <= 1
    assert answer["graded"] <= answer["count"]
    assert answer["badge"]["state"] == "held"
    assert answer["seq"] > answer["count"]


def test_a_work_is_named_by_id_identifier_title_or_title_and_year(score):
    by_title = score("The Salt Road")
    for name in (by_title["work"], "demo:salt-road", "the salt road", "The Salt Road (2026)"):
        assert score(name) == by_title
    assert score("The", "Salt", "Road", "2026") == by_title


def test_a_perfect_score_is_lost_and_both_answers_stay(score):
    before = score("demo:lighthouse", "--at", "2026-10-04")
    after = score("demo:lighthouse", "--at", "2026-10-05")
    assert (before["printed"], before["value"]) == (100, "25/25")
    assert (after["printed"], after["value"]) == (96, "25/26")


def test_a_date_alone_means_the_end_of_that_day(score):
    assert score("demo:lighthouse", "--at", "2026-10-05")["at"] == "2026-10-05T23:59:59.999999Z"
    assert score("demo:lighthouse", "--at", "2026-10-05T18:39Z")["printed"] == 100
    assert score("demo:lighthouse", "--at", "2026-10-05T20:40+02:00")["printed"] == 96


def test_the_two_clocks_give_two_answers_about_one_day(score):
    """A review published on 14 September was recorded on 7 October only."""
    as_now_known = score("demo:kitchen", "--at", "2026-09-30")
    as_shown_then = score("demo:kitchen", "--at", "2026-09-30", "--known", "2026-09-30")
    assert as_now_known["count"] == as_shown_then["count"] + 1
    assert as_shown_then["known"] == "2026-09-30T23:59:59.999999Z"
    assert as_shown_then["seq"] < as_now_known["seq"]


def test_under_the_minimum_nothing_is_printed(score):
    answer = score("demo:ferry")
    assert (answer["printed"], answer["band"]) == (None, None)
    assert (answer["positive"], answer["count"]) == (2, 3)


def test_a_work_without_a_review_has_neither_share_nor_interval(score):
    answer = score("demo:quiet-1-1")
    assert answer["count"] == answer["graded"] == 0
    assert (answer["value"], answer["interval"], answer["mean"]) == (None, None, None)


def test_a_work_that_cannot_hold_the_badge_has_none(score):
    assert score("demo:harbour-1-1")["badge"] is None


def test_the_rule_decides_whether_a_syndicated_copy_counts(score):
    ours = score("demo:bees")
    theirs = score("demo:bees", "--rule", "rotten-tomatoes-2020")
    assert theirs["rule"] == "rotten-tomatoes-2020"
    assert theirs["count"] == ours["count"] + 1


def test_the_words_say_what_the_object_says(festival, run, score):
    answer = score("demo:salt-road")
    said = run("score", "demo:salt-road", "--data", festival).stdout
    assert said.startswith("The Salt Road (2026)\n")
    assert f"{answer['printed']} %, {answer['positive']} of {answer['count']} positive" in said
    assert answer["badge"]["distance"] in said
    assert f"ledger position {answer['seq']}" in said


def test_words_under_the_minimum_name_the_minimum(festival, run):
    said = run("score", "demo:ferry", "--data", festival).stdout
    assert "No score yet: 2 of 3 positive, and 5 reviews are needed" in said


def test_an_unknown_work_ends_with_2_and_names_the_nearest(festival, run):
    ended = run("score", "Salt", "--data", festival)
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert "No work is called “Salt”." in ended.stderr
    assert "The Salt Road (2026)" in ended.stderr


def test_candidates_are_an_object_for_scripts(festival, run):
    ended = run("score", "Season", "1", "--json", "--data", festival)
    assert ended.exit_code == 2
    answer = json.loads(ended.stdout)
    assert "Season 1" in answer["error"]
    assert {one["title"] for one in answer["candidates"]} >= {"Moth Season: Season 1"}
    assert set(answer["candidates"][0]) == {"id", "title", "year", "kind"}


@pytest.mark.parametrize(
    ("option", "value"),
    [("--at", "yesterday"), ("--known", "2026-02-30"), ("--rule", "thumbs"), ("--at", "")],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(option, value, festival, run):
    ended = run("score", "demo:bees", option, value, "--data", festival)
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert ended.stderr.count("\n") == 1
