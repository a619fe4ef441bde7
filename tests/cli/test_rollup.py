"""`clapometer rollup`: both readings, in words and in JSON. The festival is made up."""

from __future__ import annotations

import json
from fractions import Fraction

import pytest

from clapometer.cli.rollup import FIRST_EPISODES
from clapometer.scoring import pooling


@pytest.fixture
def rollup(festival, run):
    """Return the object that `rollup … --json` prints."""

    def ask(*arguments):
        ended = run("rollup", *arguments, "--json", "--data", festival)
        assert ended.exit_code == 0, ended.stderr
        return json.loads(ended.stdout)

    return ask


@pytest.fixture
def score(festival, run):
    """Return the object that `score … --json` prints."""

    def ask(*arguments):
        return json.loads(run("score", *arguments, "--json", "--data", festival).stdout)

    return ask


def test_the_pool_of_a_series_is_that_of_its_seasons_and_the_mean_is_of_their_scores(rollup, score):
    found = rollup("demo:quiet")
    seasons = [score("demo:quiet-1"), score("demo:quiet-2")]
    assert found["pooled"]["positive"] == str(sum(one["positive"] for one in seasons))
    assert found["pooled"]["reviews"] == sum(one["count"] for one in seasons)
    shares = [Fraction(one["value"]) for one in seasons]
    assert Fraction(found["mean"]["value"]) == sum(shares) / 2
    assert [part["pooled"]["printed"] for part in found["parts"]] == [
        one["printed"] for one in seasons
    ]


def test_episodes_weigh_what_is_asked_for(rollup):
    own = rollup("demo:harbour-1")["own"]
    half = rollup("demo:harbour-1", "--episode-weight", "1/2")
    assert half["weighing"] == {"episode": "1/2", "first_episodes": "count"}
    assert Fraction(half["pooled"]["weight"]) == own["count"] + Fraction(6 + 2, 2)
    assert half["pooled"]["reviews"] == own["count"] + 8
    assert half["left_out"] == [half["parts"][2]["work"]]


def test_reviews_of_the_first_episodes_are_counted_apart_and_may_be_left_out(rollup):
    counted = rollup("demo:harbour-2")
    without = rollup("demo:harbour-2", "--first-episodes", "leave-out")
    marked = counted["first_episodes"]
    assert marked["count"] == 5
    assert without["first_episodes"] == marked
    assert counted["own"]["count"] - without["own"]["count"] == marked["count"]


def test_a_season_is_held_against_the_one_before(rollup):
    (found,) = rollup("demo:quiet-2")["returning"]
    assert (found["caution"], found["same_age"]) == (True, True)
    assert (found["reviews_before"], found["reviews"]) == (29, 7)
    assert rollup("demo:quiet-1")["returning"] == []


def test_at_an_instant_and_as_known_then(rollup, score):
    for clock in ("--at", "--known"):
        found = rollup("demo:quiet", clock, "2026-09-20")
        seasons = [score(f"demo:quiet-{n}", clock, "2026-09-20") for n in (1, 2)]
        assert found["pooled"]["reviews"] == sum(one["count"] for one in seasons) > 0


def test_for_people(festival, run):
    words = run("rollup", "demo:harbour", "--episode-weight", "1/2", "--data", festival).stdout
    assert "Pooled: 82 %, 50 of 61 positive by weight, from 65 reviews" in words
    assert "Mean of the parts: 84 %, from 2 of 2 parts" in words
    season = run("rollup", "demo:harbour-1", "--data", festival).stdout
    few = "with 2 of the 5 reviews that the rule needs"
    assert f"Left out of the mean: Harbour Nine: Season 1: Small Craft Warning, {few}" in season
    assert "Mean of the parts" not in run("rollup", "demo:moth-1", "--data", festival).stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--rule", "mal"], "The rule mal prints no share of positive reviews"),
        (["--episode-weight", "-1"], "“-1” is no number from 0 on"),
        (["--first-episodes", "perhaps"], "'perhaps' is not one of"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(festival, run, arguments, words):
    ended = run("rollup", "demo:harbour", *arguments, "--data", festival)
    assert ended.exit_code == 2
    assert words in ended.stderr
    assert "Traceback" not in ended.stderr


def test_the_words_of_the_option_are_those_of_the_engine():
    assert tuple(pooling.FIRST_EPISODES) == FIRST_EPISODES
