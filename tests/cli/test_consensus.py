"""`clapometer consensus`, on the made-up festival."""

from __future__ import annotations

import json

import pytest

from clapometer.catalogue.models import Work
from clapometer.cli.consensus import MEMBERS
from clapometer.desk.stating import add_fact
from clapometer.reviews.consensus import CONSENSUS, WRITTEN_AT


@pytest.fixture
def told(festival):
    """The festival with two texts about its first film that has reviews."""
    film = Work.objects.filter(kind="film", score__count__gt=5).order_by("id").first()
    for day, text in (("2026-09-10", "Made up and loved."), ("2026-10-10", "Made up.")):
        typed = {"text": text, "author": "A. Made-up", "when": day}
        add_fact(CONSENSUS, film.id, typed, "member:1")
    return film


def test_the_consensus_in_json_has_every_member_and_all_versions(told, festival, run):
    ended = run("consensus", told.public_id, "--json", "--data", festival)
    answer = json.loads(ended.stdout)
    (earlier,) = answer["earlier"]
    assert list(answer["consensus"]) == list(earlier) == list(MEMBERS)
    assert answer["consensus"]["text"] == "Made up."
    assert answer["consensus"]["written_at"].keys() == answer["now"].keys() == WRITTEN_AT.keys()


def test_the_consensus_in_words(told, festival, run):
    said = run("consensus", told.public_id, "--at", "2026-10-01", "--data", festival).stdout
    assert "“Made up and loved.”" in said
    assert "A. Made-up, 2026-09-10" in said
    assert "Written at " in said


def test_a_work_without_one_says_so(told, festival, run):
    ended = run("consensus", told.public_id, "--at", "2026-09-01", "--data", festival)
    assert (ended.exit_code, ended.stdout) == (0, "")
    assert "There is no consensus" in ended.stderr
