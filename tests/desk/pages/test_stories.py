"""Correcting stories and taking them back. All of it is made up."""

import pytest

from clapometer.stories.models import Story
from clapometer.stories.reading import article_of, story_numbered
from tests.stories.madeup import ARTICLE, post, support

pytestmark = pytest.mark.django_db


def test_what_is_said_of_a_story_is_corrected(editor):
    number = post()
    form = editor.get(f"/story/{number}/correct").content.decode()
    assert ARTICLE.headline in form and "Saltroad; TV News" in form
    sent = {
        "headline": "The ferry is back", "link": ARTICLE.link, "outlet": "Another Outlet",
        "language": "English", "published": "2026-05-30", "topics": "Ferries; tv news",
    }  # fmt: skip
    assert editor.post(f"/story/{number}/correct", sent).status_code == 302
    now = article_of(story_numbered(number))
    assert (now.headline, now.outlet, now.language) == ("The ferry is back", "Another Outlet", "en")
    assert now.topics == ("Ferries", "tv news")
    sent |= {"headline": "", "link": "javascript:alert(1)", "published": "yesterday"}
    answer = editor.post(f"/story/{number}/correct", sent)
    assert answer.status_code == 400
    shown = answer.content.decode()
    assert "Headline is missing" in shown and "is no address" in shown and "is no day" in shown


def test_a_story_is_taken_back_with_a_reason(editor):
    number = post()
    support(number, 1)
    assert editor.post(f"/story/{number}/undo", {"reason": " "}).status_code == 400
    answer = editor.post(f"/story/{number}/undo", {"reason": "it was never published"}, follow=True)
    assert answer.status_code == 410
    assert "it was never published" in answer.content.decode()
    assert Story.objects.get().undone
    assert editor.get(f"/story/{number}/correct").status_code == 404
