"""Topics and quotes, made fit to keep. All words are made up."""

import re

import pytest
from django.conf import settings
from django.test import override_settings
from hypothesis import given
from hypothesis import strategies as st

from clapometer.alerts.targets import read_key
from clapometer.stories.quoting import CHARACTERS_A_WORD, most_words, short_quote
from clapometer.stories.topics import LONGEST, MOST, read_topics, topic_slug


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("TV News", "tv-news"),
        ("#tv-news", "tv-news"),
        ("  Café & Thé ", "cafe-the"),
        ("Season 2", "season-2"),
    ],
)
def test_a_topic_has_one_word_for_all_ways_to_write_it(title, slug):
    assert topic_slug(title) == slug


def test_topics_of_other_scripts_have_a_word_of_their_own():
    words = {topic_slug(one) for one in ("映画", "テレビ", "кино")}
    assert len(words) == 3
    assert all(re.fullmatch("t-[0-9a-f]{12}", one) for one in words)


# Whatever a page calls a topic, its word can be followed and stands in an address.
@given(st.text(max_size=120))
def test_every_topic_can_be_followed(title):
    slug = topic_slug(title)
    assert read_key(f"topic:{slug}").name == slug
    assert len(slug) <= LONGEST


def test_topics_are_cleaned_and_bounded():
    printed = ["#One", "one", "Two\u202e\x00", "", "x" * 100, "&lt;b&gt;Three"]
    assert read_topics(printed) == ["One", "Two", "<b>Three"]
    assert len(read_topics(f"made-up {n}" for n in range(99))) == MOST


@override_settings(SITE={"quote_words": "5"})
def test_a_quote_is_cut_at_a_word():
    assert short_quote("One two\n three  four five") == "One two three four five"
    assert short_quote("One two three four five, six") == "One two three four five …"
    assert short_quote("") == ""


# No more of a story is shown than the rule of the site allows, whatever the script.
@given(st.text(max_size=2_000), st.sampled_from(["", "0", "7", "1000", "many"]))
def test_no_quote_is_longer_than_the_site_allows(text, words):
    with override_settings(SITE={**settings.SITE, "quote_words": words}):
        quote, most = short_quote(text), most_words()
    assert 5 <= most <= 100
    assert len(quote.removesuffix(" …").split()) <= most
    assert len(quote) <= most * CHARACTERS_A_WORD + 2
