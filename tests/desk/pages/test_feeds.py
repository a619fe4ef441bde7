"""The page of subscribed feeds. Feeds are made up."""

from __future__ import annotations

import pytest
from django.utils.html import escape

from clapometer.desk.feeds.models import FeedSource
from clapometer.desk.feeds.subscribing import subscribe
from tests.hostile import WORDS

pytestmark = pytest.mark.django_db
ADDRESS = "/desk/feeds"
LINK = "https://harbour.example/feed.xml"


def test_a_feed_is_subscribed_paused_asked_again_and_let_go(editor):
    assert "No feed is subscribed yet." in editor.get(ADDRESS).content.decode()
    sent = editor.post(ADDRESS, {"do": "add", "link": f" {LINK} ", "every": "30"})
    assert (sent.status_code, sent.headers["Location"]) == (302, ADDRESS)
    source = FeedSource.objects.get()
    assert (source.link, source.every, source.state) == (LINK, 30, "on")
    assert source.added_by.startswith("member:")
    page = editor.get(ADDRESS).content.decode()
    assert f'href="{LINK}"' in page
    assert "every 30 minutes" in page
    for verb, state in (("pause", "paused"), ("resume", "on")):
        assert editor.post(ADDRESS, {"do": f"{verb} {source.id}"}).status_code == 302
        source.refresh_from_db()
        assert source.state == state
    assert editor.post(ADDRESS, {"do": f"remove {source.id}"}).status_code == 302
    assert not FeedSource.objects.exists()


@pytest.mark.parametrize(
    ("link", "every"),
    [("", "60"), ("ftp://a.example/", "60"), ("http://a:b@c.example/", "60"), (LINK, "1"),
     (LINK, "soon"), (LINK, "٣٠"), (LINK, "9" * 400), ("x" * 9000, "60"), ("a\0b", "60")],
)  # fmt: skip
def test_what_cannot_be_subscribed_is_told_and_what_was_typed_stays(editor, link, every):
    answer = editor.post(ADDRESS, {"do": "add", "link": link, "every": every})
    assert answer.status_code == 400
    page = answer.content.decode()
    assert 'role="alert"' in page
    assert 'aria-invalid="true"' in page
    if link.isprintable() and len(link) < 100:
        assert f'value="{link}"' in page
    assert not FeedSource.objects.exists()


@pytest.mark.parametrize("do", ["pause 999", "remove x", "resume", "remove 1'--"])
def test_a_button_of_a_feed_that_is_not_there_is_told(editor, do):
    assert editor.post(ADDRESS, {"do": do}).status_code == 400


def test_what_a_feed_says_of_itself_reaches_the_page_as_words(editor):
    source = subscribe(LINK, "member:1")
    for words in WORDS:
        FeedSource.objects.filter(id=source.id).update(title=words, result=words, failures=1)
        page = editor.get(ADDRESS).content.decode()
        assert escape(words) in page
        assert "<script>alert" not in page
        assert "onerror=alert(1)>" not in page
