"""Nothing of a story reaches a page of the desk as markup: headline, topics, names and quotes.

The invariant: the pages of the queue, of a proposal and of what was taken in hold every word of a
hostile story as text, and no element, attribute or address that the story wrote.
"""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest
from django.utils.html import escape

from clapometer.desk.intake.asked import asked_file
from clapometer.desk.intake.taking import take_in
from clapometer.desk.proposals.models import Proposal, Reading
from clapometer.readers.text import clean
from tests.hostile import WORDS

pytestmark = pytest.mark.django_db
PLAIN = "Salt Road"


class Seen(HTMLParser):
    """The elements of a page with what could run: their handlers and addresses."""

    def __init__(self):
        super().__init__()
        self.found = set()

    def handle_starttag(self, tag, attrs):
        for name, value in attrs:
            if name.startswith("on") or re.match(r"\s*(?:javascript|data|vbscript):", value or ""):
                self.found.add((tag, name))
        self.found.add(tag)


def seen(page):
    reader = Seen()
    reader.feed(page)
    return reader.found


def story(words):
    """A page of a review and a renewal in which every text is hostile."""
    review = {
        "@context": "https://schema.org", "@type": "Review", "headline": words,
        "itemReviewed": {"@type": "Movie", "name": f"Low Water {words}"},
        "author": {"@type": "Person", "name": f"Mara {words}"},
        "publisher": {"@type": "Organization", "name": f"The Post {words}"},
        "reviewRating": {"ratingValue": "4", "bestRating": "5"}, "reviewBody": f"Good {words}",
        "keywords": [words], "url": words,
    }  # fmt: skip
    told = json.dumps(review).replace("<", "\\u003c")
    text = words.replace("&", "&amp;").replace("<", "&lt;")
    return (
        f"<html><head><title>Salt Road {text}</title>"
        f'<script type="application/ld+json">{told}</script></head><body><article>'
        f"<h1>Salt Road {text}</h1><p>“Salt Road” has been renewed for a second season {text}, its"
        f" streamer said on Friday. “We are back {text},” said Ida Holm of the show.</p></article>"
    ).encode()


def pages(editor):
    numbers = [one.id for one in Proposal.objects.all()[:6]]
    for address in ("/desk/queue", "/desk/take", *(f"/desk/queue/{one}" for one in numbers)):
        answer = editor.get(address)
        assert answer.status_code == 200, address
        yield address.rstrip("0123456789"), answer.content.decode()


def test_a_hostile_story_shows_the_same_elements_as_a_plain_one(editor):
    """So no word of it has become an element, whatever it says."""
    plain = {}
    for words in (PLAIN, *WORDS):
        Proposal.objects.all().delete()
        Reading.objects.all().delete()
        taken = take_in(asked_file(story(words)), "member:1")
        assert taken.was_read
        Reading.objects.update(taken_by=f"member:{editor.session['_auth_user_id']}")
        shown = list(pages(editor))
        assert any(escape(clean(words)) in page for _, page in shown), words
        for address, page in shown:
            found = seen(page)
            if words == PLAIN:
                plain.setdefault(address, set()).update(found)
                assert "Salt Road" in page
            assert not [one for one in found if isinstance(one, tuple)], (words, address)
            assert found <= plain[address] | {"mark", "details", "summary", "q"}, (words, address)
