"""`clapometer status`. The series is the festival's; all that is announced is made up."""

from __future__ import annotations

import json

import pytest

from clapometer.catalogue.models import Work
from clapometer.cli.status import MEMBERS, STATEMENT_MEMBERS
from clapometer.desk.stating import add_fact
from clapometer.signals.announcing import ANNOUNCEMENT


def _announce(work, when, status, certainty, **typed):
    said = {"when": when, "status": status, "certainty": certainty, **typed}
    return add_fact(ANNOUNCEMENT, work, said, "member:1")


@pytest.fixture
def announced(festival):
    """The festival's series with two more seasons, and a rumour against them."""
    series = Work.objects.get(title="Harbour Nine")
    _announce(series.id, "2026-11-02", "two-season-renewal", "official", seasons="8, 9",
              by="Made-up Stream", source="A Made-up Gazette")  # fmt: skip
    _announce(series.id, "2026-11-05", "cancelled", "rumoured", by="A made-up blog")
    return festival


def test_the_states_in_json_have_every_member(announced, run):
    ended = run("status", "Harbour Nine", "--at", "2026-11-10", "--json", "--data", announced)
    answer = json.loads(ended.stdout)
    states = [answer["whole"], *answer["seasons"]]
    assert all(list(state) == list(MEMBERS) for state in states)
    renewed = {one["season"]: one for one in answer["seasons"]}[8]
    assert (renewed["word"], renewed["certainty"], renewed["by"]) == (
        "renewed", "official", "Made-up Stream",
    )  # fmt: skip
    assert renewed["since"].startswith("2026-11-0")
    assert list(renewed["rests_on"][0]) == list(STATEMENT_MEMBERS)
    (rumour,) = answer["whole"]["beside"]
    assert list(rumour) == [*STATEMENT_MEMBERS, "standing", "answered_by"]
    assert (rumour["status"], rumour["standing"]) == ("cancelled", "open")


def test_the_states_in_words_say_what_stands_beside(announced, run):
    told = run("status", "Harbour Nine", "--at", "2026-11-10", "--data", announced).stdout
    assert "season 8" in told
    assert "Beside, of the whole: cancelled, rumoured" in told
    assert "by A made-up blog (open)." in told


def test_before_it_was_said_nothing_is(announced, run):
    ended = run("status", "Harbour Nine", "--at", "2026-11-01", "--json", "--data", announced)
    assert all(one["season"] < 8 for one in json.loads(ended.stdout)["seasons"])
