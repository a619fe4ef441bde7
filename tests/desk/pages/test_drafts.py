"""The draft beside the form of a consensus. All reviews are made up."""

from __future__ import annotations

import html
import re

import pytest
from django.urls import reverse

from clapometer.facts.reading import facts_about
from clapometer.ledger.consumers import catch_up
from clapometer.ledger.reading import head
from tests.reviews.telling import Story

pytestmark = pytest.mark.django_db
PRAISE = ("The cast is <i>superb</i>.", "Radiant performances.", "The acting is a marvel.")
DRAFT = "Critics praise the acting."


@pytest.fixture
def work():
    story = Story(kind="film")
    for critic, quote in enumerate(PRAISE):
        story.post(critic, True, quote=quote)
    catch_up()
    return story.work


def form_of(work, kind="consensus"):
    return reverse("fact_add", args=[work.id, kind])


def field(page):
    return html.unescape(
        re.search(r'<textarea name="text"[^>]*>\n(.*?)</textarea>', page, re.DOTALL)[1]
    )


def test_it_stands_beside_the_form_and_not_in_it(editor, work):
    page = editor.get(form_of(work)).content.decode()
    assert DRAFT in page
    assert field(page) == ""
    assert "&lt;i&gt;superb" in page
    assert "Invented Critic 0" in page
    assert "<i>superb" not in page


def test_as_a_start_it_comes_behind_what_was_typed_and_nothing_is_saved(editor, work):
    before = head()
    sent = {"step": "start", "text": "My own words.", "author": "Ed Made-up"}
    answer = editor.post(form_of(work), sent)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert field(page) == f"My own words.\n{DRAFT}"
    assert 'value="Ed Made-up"' in page
    assert head() == before
    assert not facts_about([work.id])
    assert field(editor.post(form_of(work), {"step": "start"}).content.decode()) == DRAFT


def test_other_forms_and_works_without_quotes_have_none(editor, work):
    assert DRAFT not in editor.get(form_of(work, "synopsis")).content.decode()
    bare = Story(kind="film").work
    page = editor.get(form_of(bare)).content.decode()
    assert "so there is no draft" in page
    assert "Use as a start" not in page
