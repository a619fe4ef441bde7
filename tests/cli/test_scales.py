"""`clapometer scales`: proposals, confirming, listing, taking back. All names are made up."""

from __future__ import annotations

import json

import pytest

from clapometer.config.folder import create_folder
from tests.cli.conftest import SITE
from tests.reviews.telling import START, Story

pytestmark = pytest.mark.django_db
OUTLET = "Invented Outlet 0 of story {}"


@pytest.fixture
def story():
    create_folder(SITE)
    told = Story(identifiers=("made-up:scales",))
    for critic, text in enumerate(("7/10", "8/10", "6/10", "9")):
        told.post(critic, True, day=critic, grade=text, outlet=0)
    return told


@pytest.fixture
def ask(run):
    """Run a command; returns its JSON, or its exit code and error."""

    def answer(*arguments, code=0):
        ended = run(*arguments, "--data", SITE)
        assert ended.exit_code == code, ended.stderr
        return json.loads(ended.stdout) if "--json" in arguments else ended

    return answer


def test_a_scale_is_proposed_confirmed_listed_and_taken_back(story, ask):
    name = OUTLET.format(story.work_id)
    found = ask("scales", "--json")
    (one,) = found["proposed"]
    assert (one["outlet"], one["critic"], one["scale"], one["opens"]) == (name, None, "of-10", 1)
    assert (one["from"], one["until"], found["unread"]) == (None, None, 0)
    assert one["evidence"]["sentence"].startswith("4 of 4 grades fit of-10")

    refused = ask("scales", "confirm", name, "of-10", "--by", "Ada Made-up")
    assert "Of 4 grades 1 get a value" in refused.stderr
    assert "Nothing was confirmed. Say --yes" in refused.stderr
    assert ask("scales", "list", "--json") == []

    did = ask("scales", "confirm", name, "of-10", "--by", "Ada Made-up", "--yes", "--json")
    assert (did["gained"], did["changed"], did["works"]) == (1, 0, 1)
    (listed,) = ask("scales", "list", "--json")
    assert (listed["entry"], listed["by"], listed["outlet"]) == (did["entry"], "Ada Made-up", name)
    assert listed["evidence"] == one["evidence"]["sentence"] and listed["taken_back_at"] is None
    assert ask("scales", "--json") == {"proposed": [], "unread": 0}

    step = ask("history", "made-up:scales", "--json")["steps"][-1]
    assert (step["grade"], step["scale"], step["scale_entry"]) == ("9", "of-10", did["entry"])
    assert step["mean"] == 0.75

    assert "Say --yes" in ask("scales", "undo", did["entry"]).stderr
    undone = ask("scales", "undo", did["entry"], "--reason", "made up", "--yes", "--json")
    assert undone["undone"] == did["entry"]
    assert ask("scales", "list", "--json")[0]["taken_back_at"] is not None
    assert ask("history", "made-up:scales", "--json")["steps"][-1]["scale"] is None


def test_a_period_begins_and_ends_with_its_days(story, ask):
    name = OUTLET.format(story.work_id)
    period = ("--from", "2026-05-28", "--until", "2026-05-29")
    did = ask("scales", "confirm", name, "of-10", *period, "--yes", "--json")
    assert did["from"] == "2026-05-28T00:00:00Z"
    assert did["until"] == "2026-05-29T23:59:59.999999Z"
    assert "2026-05-28  2026-05-29" in ask("scales", "list").stdout
    assert START // 86_400_000_000 == 20_601, "the story begins on 28 May 2026"


def test_tables_for_people(story, ask):
    proposed = ask("scales")
    assert proposed.stdout.splitlines()[0].split() == [
        "of", "scale", "from", "until", "fit", "against", "opens", "why"]  # fmt: skip
    assert "of-10" in proposed.stdout
    assert "No scale is confirmed." in ask("scales", "list").stderr


def test_refusals_are_one_sentence(story, ask):
    refused = ask("scales", "confirm", "Nobody at all", "of-10", "--yes", code=2)
    assert refused.stderr.strip() == "No outlet or critic is called “Nobody at all”."
    refused = ask("scales", "confirm", OUTLET.format(story.work_id), "of-0", "--yes", code=2)
    assert refused.stderr.startswith("No scale is called “of-0”")
    assert "no confirmed scale 7" in ask("scales", "undo", "7", "--yes", code=2).stderr
    critic = f"Invented Critic 3 of story {story.work_id}"
    inside = ("--in", OUTLET.format(story.work_id), "--yes", "--json")
    assert ask("scales", "confirm", critic, "of-10", *inside)["gained"] == 1
