"""Scores by counts, grades and reviews: hand-worked, and what is refused."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import clapometer as clap
from clapometer.scoring.rules import preset, presets
from clapometer.scoring.rules import score as read
from clapometer.scoring.tally import Tally

ROWS = [
    {"work": work, "reviewer": who, "critic": who[:3], "happened_at": day, "positive": positive}
    for work, who, day, positive in [
        ("Bees", "Ada", "2024-03-01", True),
        ("Bees", "Bo", "2024-03-02", False),
        ("Bees", "Ada 2", "2024-03-03", False),
        ("Salt", "Ada", "2024-03-03", True),
    ]
]


def test_counts_by_hand():
    score = clap.score(positive=23, count=40, rule="rotten-tomatoes-2020")
    # 57.5 is printed as 57, because floating point says so.
    assert (score.printed, score.unit, score.shown, score.band) == (57, "%", "57 %", "Rotten")
    assert score.share == score.value == Fraction(23, 40)
    assert score.mean is None and score.graded == 0 and score.enough
    low, high = score.interval
    assert low < 23 / 40 < high


def test_too_few_reviews_print_nothing_and_say_why():
    score = clap.score(positive=3, count=4)
    assert (score.printed, score.shown, score.band) == (None, "–", None)
    assert repr(score).startswith("– (the rule needs 5 reviews; 3 of 4 reviews positive;")
    lacking = clap.score(grades=["8/10"] * 9, rule="mal")
    assert lacking.why == "the rule needs mean to be given"


def test_grades_are_read_and_weighted_by_how_often():
    score = clap.score(grades={"4/5": 3, "B": 2}, rule="rotten-tomatoes-average")
    # B is three quarters: (3 × 0.8 + 2 × 0.75) / 5 = 0.78.
    assert score.mean == Fraction(78, 100)
    assert score.printed == 7.8 and score.shown == "7.8 of 10"
    assert clap.score(grades=[8, 7, "9"], scale="of-10").mean == Fraction(8, 10)


def test_a_rule_that_judges_by_grades_does_so():
    # From 3.5 stars of 5 on a rating is positive.
    score = clap.score(grades={"3.5/5": 30, "3/5": 10}, rule="rotten-tomatoes-audience")
    assert (score.positive, score.count) == (30, 40)


def test_the_badge_by_numbers_and_by_history():
    numbers = clap.score(positive=72, count=100, top=9, size="wide")
    assert numbers.badge.state == "none"
    rows = [
        {"work": "Bees", "reviewer": n, "happened_at": n, "positive": n < 72, "top": True}
        for n in range(100)
    ]
    # Certified at 80 reviews, 72 of them positive; afterwards only negative ones, down to 72 %.
    lived = clap.score(rows, size="wide")
    assert (lived.positive, lived.count) == (72, 100)
    assert lived.badge.state == "held"
    assert "Standing ovation: held; lost after 3 more negative reviews" in repr(lived)


def test_reviews_of_one_work_at_an_instant():
    assert clap.score(ROWS, work="Bees").share == Fraction(1, 2)
    assert clap.score(ROWS, "rotten-tomatoes-2020", work="Bees").share == Fraction(1, 3)
    assert clap.score(ROWS, work="Bees", at="2024-03-01").count == 1
    assert clap.score(ROWS, work="Bees", at="2023-03-01").count == 0
    assert clap.score(ROWS[:3]).work == "Bees"


def test_scores_of_many_works():
    found = clap.scores(ROWS, "rotten-tomatoes-2020")
    assert found.works == ("Bees", "Salt") and len(found) == 2
    assert found["Salt"].positive == 1
    assert [one.count for one in found] == [3, 1]
    assert repr(found).splitlines()[0] == "Scores of 2 works; rule rotten-tomatoes-2020"
    with pytest.raises(clap.Refused, match="no review of 'Road'"):
        found["Road"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ({}, "Nothing to score"),
        ({"positive": 3}, "Give both positive and count"),
        ({"positive": 5, "count": 4}, "5 of 4 reviews cannot be positive"),
        ({"positive": -1, "count": 4}, "cannot be positive"),
        ({"positive": 1, "count": 4, "top": 5}, "cannot be by top critics"),
        ({"grades": [7]}, "7"),
        ({"grades": ["lovely"]}, "lovely"),
        ({"grades": ["7"], "scale": "of-none"}, "“of-none” is no scale"),
        ({"positive": 1, "count": 2, "rule": "none-such"}, "No rule is called “none-such”"),
        ({"positive": 1, "count": 2, "size": "huge"}, "not “huge”"),
        ({"reviews": ROWS}, "reviews of 2 works; name one with work=…, or use clap.scores"),
        ({"reviews": ROWS, "work": "Road"}, "no review of 'Road'"),
        ({"reviews": ROWS, "work": "Bees", "positive": 1}, "not both"),
        ({"reviews": ROWS, "work": "Bees", "at": "yesterday"}, "is no date or time"),
        ({"reviews": ROWS, "work": "Bees", "at": 1.5}, "1.5 is no instant"),
        ({"reviews": 7}, "not int"),
        ({"reviews": ["a"]}, "must be a dict, not str"),
        ({"reviews": "no-such-file.csv"}, "no-such-file.csv does not exist"),
    ],
)
def test_what_cannot_be_scored_is_refused_in_a_sentence(arguments, sentence):
    with pytest.raises(clap.Refused, match=sentence):
        clap.score(**arguments)


# Whatever the counts and the rule: the score is the engine's own, and shows itself.
@given(st.integers(0, 300), st.integers(0, 300), st.sampled_from(presets()))
def test_a_score_is_the_engines(a, b, rule):
    positive, count = sorted((a, b))
    score = clap.score(positive=positive, count=count, rule=rule)
    assert score.reading == read(rule, Tally(count, positive))
    assert repr(score).endswith(f"rule {rule.name})")
    assert score.shown in score._repr_html_()


def test_a_card_for_notebooks_brings_no_colours_of_its_own():
    page = clap.score(positive=34, count=35, work="Made-up <Bees>")._repr_html_()
    assert "97 %" in page and "34 of 35 reviews positive" in page and "85.5 to 99.5 %" in page
    assert "Made-up &lt;Bees&gt;" in page
    assert "color" not in page and "background" not in page


def test_comparing():
    found = clap.compare(ROWS, ["clapometer", "rotten-tomatoes-2020"], work="Bees")
    assert [one.share for one in found] == [Fraction(1, 2), Fraction(1, 3)]
    assert found["clapometer"].count == 2
    everything = clap.compare(positive=90, count=100, top=20, grades=["4/5"] * 20, size="season")
    assert {one.rule.name for one in everything} >= {"clapometer", "metacritic-films", "opencritic"}
    assert "<table>" in everything._repr_html_()
    assert len(repr(everything).splitlines()) == len(everything) + 1


def test_rules_by_name_path_and_value(tmp_path):
    own = tmp_path / "own.toml"
    own.write_text('based_on = "clapometer"\nname = "own"\ntitle = "Own"\nminimum = 1\n')
    assert clap.rule(own).minimum == clap.rule(str(own)).minimum == 1
    assert clap.rule(preset("steam")) is preset("steam")
    assert clap.rule("mal", given={"mean": 7}).lacks == ()
    assert "rotten-tomatoes-2020" in repr(clap.rules()) and "<table>" in clap.rules()._repr_html_()
    own.write_text("minimum = 'x'")
    for wrong, sentence in (
        (own, "minimum"),
        ("nowhere.toml", "nowhere.toml cannot be read"),
        ("nothing", "No rule is called"),
    ):
        with pytest.raises(clap.Refused, match=sentence):
            clap.rule(wrong)
    with pytest.raises(clap.Refused, match="by its name or path"):
        clap.rule(preset("mal"), given={"mean": 7})


def test_a_rule_with_a_window_takes_counts_only():
    assert clap.score(positive=90, count=100, rule="steam-recent").band == "Very Positive"
    for ask in (clap.scores, clap.history, clap.moments):
        with pytest.raises(clap.Refused, match="window of time"):
            ask(ROWS, "steam-recent")
    with pytest.raises(clap.Refused, match="window of time"):
        clap.score(ROWS, "steam-recent", work="Bees")
