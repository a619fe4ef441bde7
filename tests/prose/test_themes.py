"""What reviews speak of. All reviews are made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.prose.themes import (
    THEMES,
    Quoted,
    clauses_of,
    mentions_of,
    rows_in_common,
    themes_of,
    tone_of,
)


def test_clauses_are_cut_where_a_sentence_turns():
    assert clauses_of("The cast is superb, but the plot drags. Nice songs; odd hats") == [
        "The cast is superb",
        "but the plot drags.",
        "Nice songs",
        "odd hats",
    ]


@pytest.mark.parametrize(
    ("clause", "side"),
    [("a superb cast", 1), ("a dull plot", -1), ("the plot is never dull", 1),
     ("not a great script", -1), ("the plot has a boat", 0)],
)  # fmt: skip
def test_tone(clause, side):
    tone = tone_of(clause)
    assert (tone > 0) - (tone < 0) == side


def sides(text, positive=None):
    return {
        one.theme: (one.tone > 0) - (one.tone < 0) for one in mentions_of(Quoted(1, text, positive))
    }


def test_each_clause_speaks_for_its_own_theme():
    said = "The cast is superb, but the screenplay is clumsy and the soundtrack is a boat."
    assert sides(said) == {"acting": 1, "writing": -1, "music": -1}
    assert sides("Performances like weather.", positive=True) == {"acting": 1}
    assert sides("Performances like weather.") == {"acting": 0}
    assert sides("A film about a boat.", positive=True) == {}


def test_themes_with_the_reviews_behind_them_and_how_they_lean():
    reviews = [
        Quoted(1, "A superb cast; a dull ending.", True),
        Quoted(2, "The acting is radiant. The ending is clumsy.", True),
        Quoted(3, "Wonderful performances, and the music glows.", True),
        Quoted(4, "A cast in search of a sentence.", False),
        Quoted(5, "The jokes are hilarious.", True),
        Quoted(6, "Tedious jokes.", False),
        Quoted(7, "The humour is lame.", False),
        Quoted(8, "A witty film.", True),
    ]
    found = {one.theme: one for one in themes_of(reviews)}
    assert next(iter(found)) == "acting"
    assert [one.key for one in found["acting"].praised] == [1, 2, 3]
    assert [one.key for one in found["acting"].faulted] == [4]
    leanings = {theme: one.leaning for theme, one in found.items()}
    assert leanings["acting"] == "praised"
    assert leanings["ending"] == "faulted"
    assert leanings["humour"] == "divided"
    assert leanings["music"] == ""


# Each review counts once for a theme, on one side of it.
@given(st.lists(st.text(max_size=80), max_size=6))
def test_a_review_counts_once_for_a_theme(texts):
    for one in themes_of(Quoted(key, text, None) for key, text in enumerate(texts)):
        keys = [mention.key for mention in (*one.praised, *one.faulted, *one.mentioned)]
        assert len(keys) == len(set(keys)) == one.reviews


def test_rows_of_words_in_common():
    assert rows_in_common("One two, three four!", ["so one two three four"]) == {
        ("one", "two", "three", "four")
    }
    assert rows_in_common("one two three", ["one two three"]) == set()


def test_no_word_tells_too_much():
    assert all(len(words) >= 8 for words in THEMES.values())
    assert all(word == word.lower() for words in THEMES.values() for word in words)
