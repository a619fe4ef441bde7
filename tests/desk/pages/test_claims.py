"""A claim in the queue, without a script: compared, edited, accepted, taken back. All made up."""

import re

import pytest

from clapometer.facts.reading import facts_of_kind
from tests.catalogue.telling import add
from tests.desk.claims.stories import claim, proposed, reading

pytestmark = pytest.mark.django_db
HOSTILE = "<script>alert(1)</script>"


def test_a_claim_is_accepted_from_the_queue_and_taken_back(editor):
    series = add("Saltroad", kind="series")
    story = reading(headline=f"Ferry {HOSTILE}", outlet=HOSTILE)
    number = proposed(claim(season=2, said_by="Made-up Stream"), story=story).id
    shown = editor.get(f"/desk/queue/{number}").content.decode()
    assert "The record holds nothing of it." in shown
    assert HOSTILE not in shown and "&lt;script&gt;" in shown
    form = editor.get(f"/desk/queue/{number}/edit").content.decode()
    assert 'name="certainty"' in form and 'name="season"' in form
    token = re.search(r'name="token" value="([^"]+)"', form)[1]
    sent = {
        "token": token, "work": f"w{series}", "season": "2", "modality": "confirmed",
        "status": "renewed", "certainty": "reported", "seasons": "2", "when": "2026-07-01",
    }  # fmt: skip
    answer = editor.post(f"/desk/queue/{number}/edit", sent, follow=True)
    assert answer.status_code == 200
    (fact,) = facts_of_kind("announcement")
    assert (fact.about, fact.said["certainty"]) == (series, "reported")
    assert HOSTILE not in editor.get(f"/fact/{fact.id}").content.decode()
    editor.post("/desk/queue/undo", follow=True)
    assert facts_of_kind("announcement") == []


def test_what_cannot_be_recorded_is_said_at_its_field(editor):
    add("Saltroad", kind="series")
    number = proposed(claim("platform", value="Made-up Stream")).id
    sent = {"work": "Saltroad", "season": "two", "modality": "confirmed", "name": ""}
    answer = editor.post(f"/desk/queue/{number}/edit", sent)
    assert answer.status_code == 400
    assert "is no number of a season" in answer.content.decode()
    sent["season"] = ""
    answer = editor.post(f"/desk/queue/{number}/edit", sent)
    assert "Name is missing" in answer.content.decode()
