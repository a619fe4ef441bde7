"""`clapometer rules`: the presets and the site's own rules, listed and shown."""

from __future__ import annotations

import json

import pytest

from clapometer.scoring.rules import PRESETS, preset

OWN = """
based_on = "opencritic"
name = "our-games"
title = "Our games (made up)"
dated = "2026"
minimum = 1
"""


@pytest.fixture
def own(festival):
    """The folder of the festival with a rule of its own and one that is wrong."""
    folder = festival / "rules"
    folder.mkdir(exist_ok=True)
    written = [folder / "our-games.toml", folder / "broken.toml", folder / "other.toml"]
    written[0].write_text(OWN, encoding="utf-8")
    written[1].write_text('name = "broken"\nminimum = 0\n', encoding="utf-8")
    written[2].write_text(OWN, encoding="utf-8")
    yield festival
    for path in written:
        path.unlink()


def test_the_presets_are_listed_without_a_site(program):
    ended = program("rules", "--json")
    assert (ended.returncode, ended.stderr) == (0, "")
    listed = json.loads(ended.stdout)
    assert [one["name"] for one in listed] == list(PRESETS)
    assert next(one for one in listed if one["name"] == "mal")["lacks"] == ["mean"]
    table = program("rules").stdout
    assert all(f"\n{name} " in table for name in PRESETS)


def test_a_rule_is_shown_without_a_site(program):
    said = program("rules", "show", "metacritic-films").stdout
    assert said.startswith("Metacritic, films and television (metacritic-films, 2013)\n")
    assert "Mark Must-See: Borne from 81 of 100, with 15 reviews or more." in said
    assert "The weights of outlets and critics are secret." in said
    assert preset("metacritic-films").digest in said


def test_a_shown_rule_takes_values_for_its_parameters(program):
    ended = program("rules", "show", "mal", "--given", "mean=6.5", "--json")
    answer = json.loads(ended.stdout)
    assert answer["lacks"] == []
    assert answer["canonical"]["measure"] == {
        "kind": "bayesian-mean",
        "mean": "13/20",
        "weight": 50,
    }
    wrong = program("rules", "show", "mal", "--given", "mean=eleven")
    assert (wrong.returncode, wrong.stdout, wrong.stderr.count("\n")) == (2, "", 1)
    assert wrong.stderr.startswith("measure.mean must be a number between 0 and")


def test_an_unknown_rule_and_a_missing_file_end_with_2(program):
    for name, words in (("thumbs", "No rule is called “thumbs”"), ("x.toml", "x.toml cannot be")):
        ended = program("rules", "show", name)
        assert (ended.returncode, ended.stdout) == (2, "")
        assert ended.stderr.startswith(words)


def test_rules_of_the_site_are_listed_and_faults_are_told(own, run):
    ended = run("rules", "--json", "--data", own)
    assert ended.exit_code == 0
    assert [one["name"] for one in json.loads(ended.stdout)] == [*PRESETS, "our-games"]
    assert "broken.toml: title is missing: it must be text in quotes." in ended.stderr
    assert "broken.toml: minimum must be a whole number from 1, not “0”." in ended.stderr
    assert "other.toml: name must be “other”, as the file is called." in ended.stderr


def test_a_work_is_scored_by_a_rule_of_the_site(own, run):
    ended = run("score", "demo:bees", "--rule", "our-games", "--json", "--data", own)
    answer = json.loads(ended.stdout)
    assert (answer["rule"], answer["shown"]) == ("our-games", f"{answer['printed']} of 100")
    assert answer["printed"] == round(answer["mean"] * 100)
    by_path = run(
        "score", "demo:bees", "--rule", own / "rules" / "our-games.toml", "--json", "--data", own
    )
    assert json.loads(by_path.stdout) == answer
