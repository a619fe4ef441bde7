"""Adopting rules from the command line, on the made-up festival."""

from __future__ import annotations

import json

import pytest

from clapometer.catalogue.models import Work
from clapometer.cli.adopting import CHANGES
from clapometer.cli.history import COLUMNS


@pytest.fixture
def adopt(run, festival):
    """Adopt a rule; returns the answer in JSON."""

    def invoke(*arguments):
        ended = run("rules", "adopt", *arguments, "--yes", "--json", "--data", festival)
        assert ended.exit_code == 0, ended.output
        return json.loads(ended.stdout)

    return invoke


@pytest.fixture
def ask(run, festival):
    """Ask a command for JSON."""

    def invoke(*arguments):
        ended = run(*arguments, "--json", "--data", festival)
        assert ended.exit_code == 0, ended.output
        return json.loads(ended.stdout)

    return invoke


def test_a_site_without_an_adoption_says_which_setting_holds(run, ask, festival):
    ended = run("rules", "adopted", "--data", festival)
    assert (ended.exit_code, ended.stdout) == (0, "")
    assert ended.stderr.startswith("No rule is adopted: the setting “rule” (clapometer; ")
    assert ask("rules", "adopted") == {"now": "clapometer", "by_setting": True, "adopted": []}


def test_nothing_is_written_without_a_yes(run, ask, festival):
    ended = run("rules", "adopt", "rotten-tomatoes-2024", "--data", festival)
    assert (ended.exit_code, ended.stdout) == (0, "")
    assert "Before, the rule of the setting “rule” holds, clapometer" in ended.stderr
    assert "Nothing was written. Say --yes to do it." in ended.stderr
    assert ask("rules", "adopted")["adopted"] == []


def test_the_preview_counts_what_then_changes(ask, adopt):
    names = [work.public_id for work in Work.objects.all()]
    before = {name: ask("score", name) for name in names}
    changes = adopt("rotten-tomatoes-average")["changes"]
    assert list(changes) == list(CHANGES)
    after = {name: ask("score", name) for name in names}

    def changed(tell):
        return sum(tell(before[name]) != tell(after[name]) for name in names)

    held = changed(lambda one: bool(one["badge"] and one["badge"]["state"] == "held"))
    assert changes["scores"] == changed(lambda one: one["shown"]) > 0
    assert changes["bands"] == changed(lambda one: one["band"]) > 0
    assert changes["badges"] == held > 0
    assert changes["works"] >= changes["past"] >= changes["scores"]
    assert {one["rule"] for one in after.values()} == {"rotten-tomatoes-average"}


def test_scores_history_and_moments_follow_the_dates(run, ask, adopt, festival):
    first = adopt("rotten-tomatoes-2020", "--from", "2026-10-01", "--reason", "Made up: a test")
    assert first["from"] == "2026-10-01T00:00:00Z"
    work = ask("search", "bees")[0]["id"]
    assert ask("score", work, "--at", "2026-09-30")["rule"] == "clapometer"
    assert ask("score", work, "--at", "2026-10-01")["rule"] == "rotten-tomatoes-2020"
    told = ask("history", work)
    assert told["rule"] == "rotten-tomatoes-2020"
    (change,) = [step for step in told["steps"] if step["kind"] == "adopted"]
    assert list(change) == list(COLUMNS)
    assert (change["at"], change["seq"], change["review"]) == (
        "2026-10-01T00:00:00Z", first["entry"], None,
    )  # fmt: skip
    assert {step["rule"] for step in told["steps"] if step["at"] < change["at"]} == {"clapometer"}
    assert "rule rotten-tomatoes-2020" in run("history", work, "--data", festival).stdout
    moments = ask("moments", work)["moments"]
    (moment,) = [one for one in moments if one["kind"] == "rule-changed"]
    assert moment["rules"] == ["clapometer", "rotten-tomatoes-2020"]
    assert ask("score", work, "--rule", "clapometer")["rule"] == "clapometer"
    assert all(step["kind"] != "adopted" for step in ask("history", work, "--rule", "sfi")["steps"])


def test_the_timetable_tells_what_is_in_force_past_replaced_and_taken_back(
    run, ask, adopt, festival
):
    adopt("rotten-tomatoes-2020", "--from", "2026-10-01")
    again = adopt("rotten-tomatoes-2024", "--from", "2026-10-01")["entry"]
    mistake = adopt("sfi", "--from", "beginning")["entry"]
    taken = run("rules", "take-back", mistake, "--yes", "--json", "--data", festival)
    assert json.loads(taken.stdout)["entry"] == mistake
    answer = ask("rules", "adopted")
    assert (answer["now"], answer["by_setting"]) == ("rotten-tomatoes-2024", False)
    assert [(one["rule"], one["from"], one["state"]) for one in answer["adopted"]] == [
        ("clapometer", None, "past"),
        ("rotten-tomatoes-2020", "2026-10-01T00:00:00Z", "replaced"),
        ("rotten-tomatoes-2024", "2026-10-01T00:00:00Z", "in force"),
        ("sfi", None, "taken back"),
    ]
    assert answer["adopted"][0]["until"] == "2026-10-01T00:00:00Z"
    ended = run("rules", "adopted", "--data", festival)
    assert "decides nothing any more" in ended.stderr
    assert "rotten-tomatoes-2024  2026-10-01T00:00:00Z" in ended.stdout
    assert run("rules", "take-back", mistake, "--yes", "--data", festival).exit_code == 2
    assert run("rules", "take-back", 1, "--yes", "--data", festival).exit_code == 2
    assert run("rules", "take-back", again, "--data", festival).exit_code == 0, "only asks"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("no-such-rule",), "No rule is called “no-such-rule”"),
        (("mal",), "The rule mal lacks mean; give a value with --given."),
        (("sfi", "--from", "2999-01-01"), "has not come yet"),
        (("sfi", "--from", "some day"), "some day"),
        (("clapometer", "--given", "x=1"), "given.x must be a parameter of the rule: none."),
        (("nothing.toml",), "nothing.toml"),
    ],
)
def test_what_cannot_be_adopted_is_refused_in_one_sentence(run, festival, arguments, sentence):
    ended = run("rules", "adopt", *arguments, "--yes", "--data", festival)
    assert ended.exit_code == 2
    assert sentence in str(ended.stderr) + str(ended.exception)


def test_a_value_given_at_adoption_is_part_of_the_rule(ask, adopt):
    adopt("mal", "--given", "mean=6.5", "--from", "beginning")
    work = ask("search", "bees")[0]["id"]
    assert ask("score", work)["lacks"] == []


def test_the_first_rule_of_a_new_site(program, tmp_path):
    site = tmp_path / "site"
    made = program("init", "--data", site, "--yes", "--rule", "rotten-tomatoes-2024")
    assert made.returncode == 0, made.stderr
    (one,) = json.loads(program("rules", "adopted", "--json", "--data", site).stdout)["adopted"]
    assert (one["rule"], one["from"], one["state"]) == ("rotten-tomatoes-2024", None, "in force")
    assert "\nrule" not in (site / "clapometer.toml").read_text(encoding="utf-8")
    wrong = program("init", "--data", tmp_path / "other", "--yes", "--rule", "nonsense")
    assert (wrong.returncode, (tmp_path / "other").exists()) == (2, False)
