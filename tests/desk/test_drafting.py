"""Drafts of a consensus in words of our own. All reviews are made up."""

from __future__ import annotations

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.desk.drafting import LEANINGS, THEME_WORDS, WORDINGS, draft_for, draft_of
from clapometer.ledger.consumers import catch_up
from clapometer.prose.themes import THEMES, Quoted, themes_of
from clapometer.prose.words import words_of
from tests.reviews.telling import Story

PRAISE = ("The cast is superb.", "Radiant performances.", "The acting is a marvel.")
FAULTS = ("The plot drags.", "A dull story.", "The plot is clumsy and tedious.")


def drafted(*texts):
    quotes = [Quoted(key, text, None) for key, text in enumerate(texts)]
    return draft_of(themes_of(quotes), texts)


def test_what_is_praised_faulted_and_divided():
    assert drafted(*PRAISE, *FAULTS[1:2], "A clumsy story.") == (
        "Critics praise the acting, and find fault with the story."
    )
    assert drafted("Hilarious jokes.", "Tedious jokes.", "Wonderful jokes.", "Lame jokes.") == (
        "Critics are divided on the humour."
    )
    assert drafted("A superb cast.") == ""
    assert drafted() == ""


def rows(text, long=4):
    words = [word for word in words_of(text) if word[0].isalnum()]
    return {tuple(words[start : start + long]) for start in range(len(words) - long + 1)}


SENTENCES = tuple(chain.from_iterable(WORDINGS.values()))
OWN = [one % dict.fromkeys(LEANINGS, str(THEME_WORDS[theme]))
       for one in SENTENCES for theme in THEME_WORDS]  # fmt: skip
CRITICS = st.lists(st.sampled_from([*PRAISE, *FAULTS, *OWN]), max_size=12)


# A draft shares no four words in a row with any review, also where critics wrote what we would.
@given(CRITICS)
def test_no_words_of_a_critic_are_copied(texts):
    draft = drafted(*texts)
    assert all(rows(draft).isdisjoint(rows(text)) for text in texts)


def test_where_a_critic_wrote_our_sentence_another_is_taken():
    ours = drafted(*PRAISE, *FAULTS[1:], "A clumsy story.")
    other = drafted(*PRAISE, *FAULTS[1:], "A clumsy story.", ours)
    assert other
    assert other != ours


def test_every_theme_and_every_case_has_words():
    assert set(THEME_WORDS) == set(THEMES)
    cases = {
        tuple(side for side, there in zip(LEANINGS, bits, strict=True) if there)
        for bits in ((a, b, c) for a in (0, 1) for b in (0, 1) for c in (0, 1))
    }
    assert set(WORDINGS) == cases - {()}


@pytest.mark.django_db
def test_from_the_reviews_of_a_work_that_are_in_force():
    story = Story()
    for critic, quote in enumerate(PRAISE):
        story.post(critic, True, quote=quote)
    story.post(5, False, quote="A dull plot.")
    story.mark("withdrawn", 5)
    story.post(6, True)
    catch_up()
    draft = draft_for(story.work)
    assert draft.read == 3
    assert draft.sentence == "Critics praise the acting."
    (acting,) = draft.themes
    assert sorted(one.clause for one in acting.praised) == sorted(PRAISE)
    assert all(one.review.critic for one in acting.praised)
