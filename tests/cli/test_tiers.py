"""`clapometer tiers`: where the tiers of a rule begin among the works of a site."""

from __future__ import annotations

import json

import pytest

from clapometer.scoring.rules import own_rule


@pytest.fixture
def tiers(festival, run):
    """Return what `tiers … --json` prints."""

    def ask(*arguments):
        ended = run("tiers", *arguments, "--json", "--data", festival)
        assert ended.exit_code == 0, ended.stderr
        return json.loads(ended.stdout)

    return ask


def test_every_work_with_a_score_is_in_one_tier(tiers, run, festival):
    answer = tiers("opencritic-2017")
    assert list(answer) == ["rule", "at", "known", "works", "tiers"]
    assert [one["name"] for one in answer["tiers"]] == ["mighty", "strong", "fair", "weak"]
    assert sum(one["works"] for one in answer["tiers"]) == answer["works"] > 0
    spoken = run("tiers", "opencritic-2017", "--data", festival).stdout
    assert spoken.startswith(f"opencritic-2017: {answer['works']} works with a score\n")
    assert "Mighty" in spoken


def test_before_the_first_review_no_tier_begins(tiers):
    answer = tiers("opencritic-2017", "--at", "1990-01-01")
    assert answer["works"] == 0
    assert {one["at_least"] for one in answer["tiers"]} == {None}
    assert tiers("opencritic-2017", "--known", "1990-01-01")["works"] == 0


def test_a_rule_with_the_cut_offs_is_written_and_scores(tiers, run, festival, tmp_path):
    path = tmp_path / "tiers-of-today.toml"
    answer = tiers("opencritic-2017", "-o", path)
    rule = own_rule(path.read_text(encoding="utf-8"))
    begun = [one for one in answer["tiers"] if one["works"]]
    assert [band.name for band in rule.bands] == [one["name"] for one in begun]
    assert [str(band.at_least) for band in rule.bands[:-1]] == [
        one["at_least"] for one in begun[:-1]
    ]
    scored = run("score", "demo:salt-road", "--rule", path, "--json", "--data", festival)
    assert json.loads(scored.stdout)["band"] in {band.name for band in rule.bands}
    again = run("tiers", "opencritic-2017", "-o", path, "--data", festival)
    assert again.exit_code == 2
    assert "is there already" in again.stderr


def test_a_rule_of_ones_own_is_written_whole(tiers, festival, tmp_path):
    own = tmp_path / "halves.toml"
    own.write_text(
        'based_on = "clapometer"\nname = "halves"\n'
        '[[bands]]\nname = "upper"\nlabel = "Upper"\nof_works = "1/2"\n'
        '[[bands]]\nname = "lower"\nlabel = "Lower"\nof_works = "1/2"\n',
        encoding="utf-8",
    )
    path = tmp_path / "cut.toml"
    tiers(own, "-o", path)
    rule = own_rule(path.read_text(encoding="utf-8"))
    assert (rule.name, rule.badge.label) == ("cut", "Standing ovation")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["opencritic"], "has no tiers that are shares of all works"),
        (["opencritic-2017", "--at", "1990-01-01", "-o", "none.toml"], "no tier begins"),
        (["opencritic-2017", "-o", "Bad Name.toml"], "name must be a name of small letters"),
    ],
)
def test_what_cannot_be_is_said_in_one_sentence(
    festival, run, tmp_path, monkeypatch, arguments, sentence
):
    monkeypatch.chdir(tmp_path)
    ended = run("tiers", *arguments, "--data", festival)
    assert ended.exit_code == 2
    assert sentence in ended.stderr
    assert not list(tmp_path.glob("*.toml"))


def test_a_score_says_why_it_has_no_tier(festival, run):
    spoken = run("score", "demo:salt-road", "--rule", "opencritic-2017", "--data", festival).stdout
    assert "`clapometer tiers opencritic-2017`" in spoken
