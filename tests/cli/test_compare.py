"""`clapometer compare`: one work under several rules, and scores that are no share."""

from __future__ import annotations

import json

import pytest

from clapometer.scoring.rules import applies, presets


@pytest.fixture
def compare(festival, run):
    """Return what `compare … --json` prints."""

    def ask(*arguments):
        ended = run("compare", *arguments, "--json", "--data", festival)
        assert ended.exit_code == 0, ended.stderr
        return json.loads(ended.stdout)

    return ask


def by_rule(answer):
    return {one["rule"]: one for one in answer["rules"]}


def test_by_default_all_rules_made_for_critics_are_compared(compare):
    answer = compare("demo:salt-road")
    assert [one["rule"] for one in answer["rules"]] == [r.name for r in presets() if applies(r)]
    assert list(answer) == ["work", "title", "year", "kind", "at", "known", "rules"]


def test_each_answer_is_that_of_score(festival, run, compare):
    for name, one in by_rule(compare("demo:salt-road")).items():
        alone = run("score", "demo:salt-road", "--rule", name, "--json", "--data", festival)
        assert one.items() <= json.loads(alone.stdout).items()


def test_what_would_it_be_under_the_rule_of_another_year(compare):
    names = "rotten-tomatoes-2010s,rotten-tomatoes-2020,rotten-tomatoes-2024"
    found = by_rule(compare("demo:salt-road", "--rules", names, "--given", "tier=large"))
    assert list(found) == names.split(",")
    assert found["rotten-tomatoes-2010s"]["printed"] == found["rotten-tomatoes-2020"]["printed"]
    large = found["rotten-tomatoes-2024"]
    assert (large["printed"] is None) == (large["count"] < 40)


def test_a_mean_is_printed_in_its_own_unit(compare):
    found = by_rule(compare("demo:salt-road"))
    average, share = found["rotten-tomatoes-average"], found["rotten-tomatoes-2020"]
    assert average["printed"] == pytest.approx(average["mean"] * 10, abs=0.051)
    assert average["shown"] == f"{average['printed']:.1f} of 10"
    assert average["badge"] is None
    assert share["shown"] == f"{share['printed']} %"
    assert average["interval"][0] < average["mean"] < average["interval"][1]


def test_both_clocks_are_kept(compare):
    then = compare("demo:kitchen", "--at", "2026-09-30", "--known", "2026-09-30")
    now = compare("demo:kitchen", "--at", "2026-09-30")
    assert then["known"] == "2026-09-30T23:59:59.999999Z"
    for name, one in by_rule(then).items():
        assert one["count"] == by_rule(now)[name]["count"] - 1


def test_weights_that_are_given_move_a_mean_and_no_share(festival, run, compare, tmp_path):
    rows = run("history", "demo:salt-road", "--json", "--data", festival).stdout
    steps = [one for one in json.loads(rows)["steps"] if one["grade"]]
    weights = tmp_path / "weights.toml"
    weights.write_text(f"{json.dumps(steps[0]['outlet'])} = 1000\n", encoding="utf-8")
    names = ("demo:salt-road", "--rules", "metacritic-films,rotten-tomatoes-2020")
    plain, weighted = by_rule(compare(*names)), by_rule(compare(*names, "--weights", weights))
    assert plain["rotten-tomatoes-2020"] == weighted["rotten-tomatoes-2020"]
    assert weighted["metacritic-films"]["interval"] is None
    assert plain["metacritic-films"]["printed"] != weighted["metacritic-films"]["printed"]


@pytest.mark.parametrize("text", ["[", '"x" = "much"', '"x" = -1', '"x" = "1/0"'])
def test_unfit_weights_are_refused(text, festival, run, tmp_path):
    path = tmp_path / "weights.toml"
    path.write_text(text, encoding="utf-8")
    ended = run("compare", "demo:bees", "--weights", path, "--data", festival)
    assert (ended.exit_code, ended.stdout, ended.stderr.count("\n")) == (2, "", 1)


def test_the_table_says_why_nothing_is_printed(festival, run):
    names = "clapometer,mal,imdb-top-250"
    said = run("compare", "demo:ferry", "--rules", names, "--data", festival).stdout.splitlines()
    assert "needs 5" in said[2]
    assert "lacks mean" in said[3]
    assert "needs 25,000" in said[4]


def test_score_says_that_a_rule_was_made_for_others(festival, run):
    said = run("score", "demo:salt-road", "--rule", "mal", "--data", festival).stdout
    assert "The rule was made for viewers, players or buyers, not for critics" in said
    assert "the rule lacks mean (see --given)" in said
    metacritic = run("score", "demo:salt-road", "--rule", "metacritic-films", "--data", festival)
    assert " of 100, " in metacritic.stdout
    assert "positive" not in metacritic.stdout


def test_history_prints_in_the_unit_of_the_rule(festival, run):
    name = "rotten-tomatoes-average"
    said = run("history", "demo:salt-road", "--rule", name, "--data", festival).stdout
    assert said.splitlines()[-1].endswith(" of 10")
    asked = run("history", "demo:salt-road", "--rule", name, "--json", "--data", festival).stdout
    last = json.loads(asked)["steps"][-1]
    assert last["printed"] == pytest.approx(last["mean"] * 10, abs=0.051)
