"""A text as words and their pieces."""

from hypothesis import given
from hypothesis import strategies as st

from clapometer.prose.words import LONGEST, pairs_of, pieces_of, triples_of, words_of


def test_words_marks_and_curly_signs():
    said = "It’s a well-made, “quiet” film … isn't it?"
    assert words_of(said) == [
        "it's", "a", "well-made", ",", '"', "quiet", '"', "film", ".", "isn't", "it", "?",
    ]  # fmt: skip


def test_tokenised_text_reads_as_running_text():
    assert words_of("a bold , odd film .") == words_of("A bold, odd film.")


def test_pairs_triples_and_pieces():
    words = ["not", "so", "bad"]
    assert pairs_of(words) == ["not so", "so bad"]
    assert triples_of(words) == ["not so bad"]
    assert pieces_of("bad") == [" ba", "bad", "ad ", " bad", "bad ", " bad "]
    assert pairs_of([]) == triples_of(["one", "two"]) == []


# Whatever the text, no word holds a line's end (the file of a model has one word a line), and a
# text without end is read to a bound.
@given(st.text(max_size=200))
def test_any_text_has_words_without_blanks(text):
    assert all(word and not any(map(str.isspace, word)) for word in words_of(text))


def test_a_text_without_end_is_read_to_a_bound():
    assert len(words_of("x " * LONGEST)) == LONGEST // 2
