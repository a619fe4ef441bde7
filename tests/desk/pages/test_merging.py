"""Merging and splitting on pages, as an editor does it. All names are made up."""

from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from clapometer.accounts.models import Member
from clapometer.accounts.roles import EDITOR
from clapometer.catalogue.models import Work
from clapometer.instants import format_instant
from clapometer.ledger.reading import head
from clapometer.site.addresses import work_address
from tests.catalogue.telling import add

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(db):
    """A browser in which a made-up editor is signed in."""
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
    browser = Client(headers={"host": "localhost"})
    browser.force_login(Member.objects.create(email="editor@made-up.example", role=EDITOR))
    return browser


@pytest.fixture
def two():
    return add("Made-up Crows", year=2020), add("Made-up Ravens", year=2020)


def test_a_merging_is_shown_before_it_is_done(editor, two):
    one, other = two
    asked = editor.get(f"/works/w{one}/merge")
    assert asked.status_code == 200
    position = head()[0]
    typed = {"into": "Made-up Ravens 2020", "reason": "twice"}
    shown = editor.post(f"/works/w{one}/merge", typed)
    assert "Merge them" in shown.content.decode()
    assert head()[0] == position
    done = editor.post(f"/works/w{one}/merge", {**typed, "sure": str(other)})
    assert done.status_code == 302
    assert Work.objects.get(id=one).merged_into == other


def test_a_merged_record_leads_to_the_other_and_can_be_split_off(editor, two):
    one, other = two
    before = head()[1]
    editor.post(f"/works/w{one}/merge", {"into": f"w{other}", "sure": str(other)})
    here, there = (work_address(Work.objects.get(id=work)) for work in two)
    assert editor.get(here).headers["Location"] == there
    assert editor.get(here, {"known": format_instant(before)}).status_code == 200
    assert editor.post(f"/works/w{one}/split", {}).status_code == 302
    assert Work.objects.get(id=one).merged_into is None
    assert editor.get(f"/works/w{one}/split").status_code == 404


def test_what_is_wrong_is_said_at_the_field_and_kept(editor, two):
    page = editor.post(f"/works/w{two[0]}/merge", {"into": "Made-up Nothing", "reason": "why"})
    assert page.status_code == 400
    text = page.content.decode()
    assert 'value="Made-up Nothing"' in text
    assert 'value="why"' in text
    assert "No work is called" in text
