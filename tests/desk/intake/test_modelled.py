"""A language model that reads along for workers. Story, people and model are made up."""

from __future__ import annotations

import pytest
from django.conf import settings as site_settings

from clapometer.desk.intake.asked import asked_text
from clapometer.desk.intake.modelled import _reader, told_by_model
from clapometer.desk.intake.taking import take_in
from clapometer.desk.proposals.models import Backing
from tests.stories.model.service import answer, claims, serving

pytestmark = pytest.mark.django_db
TEXT = """Salt Road is back on air

The drama “Salt Road” has been renewed for a third season, its streamer Quayside announced.
The lighthouse has had Ida Holm for a keeper since the first day of it."""
FOUND = {
    "kind": "cast",
    "work": "Salt Road",
    "season": None,
    "value": "Ida Holm",
    "modality": "confirmed",
    "as_of": None,
    "quote": "The lighthouse has had Ida Holm for a keeper since the first day of it.",
}
INVENTED = FOUND | {"value": "Jon Berg", "quote": "Jon Berg plays the ferryman."}


@pytest.fixture
def model(settings):
    with serving() as service:
        named = {"model_address": service.address, "model_name": "made-up"}
        settings.SITE = {**site_settings.SITE, **named}
        _reader.cache_clear()
        yield service
    _reader.cache_clear()


def rules() -> set[str]:
    return set(Backing.objects.values_list("rule", flat=True))


def test_a_worker_s_reading_has_what_the_model_found(model, show):
    model.will(claims(FOUND, INVENTED))
    taken = take_in(asked_text(TEXT), "member:1", with_model=True)
    assert taken.was_read
    assert len(model.asked) == 1
    assert "model" in rules()
    assert not Backing.objects.filter(quote__contains="ferryman").exists()


def test_nobody_waits_for_the_model(model, show):
    take_in(asked_text(TEXT), "member:1")
    assert model.asked == []
    assert "model" not in rules()


def test_a_model_that_fails_leaves_the_rules(model, show, caplog):
    model.will(answer(b"", "500 No"))
    taken = take_in(asked_text(TEXT), "member:1", with_model=True)
    assert taken.was_read
    assert rules()
    assert "busy" in caplog.text


def test_without_a_model_nothing_is_asked():
    assert told_by_model("Text.", "", "") == []
