import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.catalogue.folding import fold

GOLDEN = [
    ("The Made-up Film", "the made up film"),
    ("  The   Made up\tFilm ", "the made up film"),
    ("Amélie à São Tomé", "amelie a sao tome"),
    ("STRASSE", "strasse"),
    ("Straße", "strasse"),
    ("Łódź Ørsted Þór", "lodz orsted thor"),
    ("Kış Işık", "kis isik"),
    ("İstanbul", "istanbul"),
    ("Don’t", "don t"),
    ("Don't", "don t"),
    ("WALL·E", "wall e"),
    ("[REC]²", "rec 2"),
    ("snake_case", "snake case"),
    ("Ёлки", "елки"),
    ("ΟΔΌΣ", "οδοσ"),
    ("שָׁלוֹם", "שלום"),
    ("㎅", "kb"),
    ("1917", "1917"),
    ("", ""),
    ("   ", ""),
]


@pytest.mark.parametrize(("text", "folded"), GOLDEN)
def test_what_readers_take_for_the_same_folds_alike(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize("text", ["!!!", "…", "%", "★", "?! ?!"])
def test_nothing_but_punctuation_still_names_something(text):
    assert fold(text) == text


# The signs of these scripts tell words apart: leaving them out would make one name of two.
@pytest.mark.parametrize(
    ("one", "other"),
    [("がき", "かき"), ("की", "का"), ("ที", "ทู"), ("기생충", "가생충")],
    ids=["kana", "Hindi", "Thai", "Hangul"],
)
def test_signs_that_are_no_accents_stay(one, other):
    assert fold(one) != fold(other)
    assert fold(one) == one


@pytest.mark.parametrize("text", ["a\x00b", "a\ud800b", "\x00", "\ud800", "!\x00", "!\ud800"])
def test_what_no_database_holds_is_left_out(text):
    assert fold(text).isprintable()


# Folding twice is folding once, for any text whatever.
@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


# Neither case nor white space around or between words makes another name.
@given(st.lists(st.text("abcéñøßабв日", min_size=1), min_size=1))
def test_case_and_blanks_do_not_matter(words):
    assert fold(f"\t{'  '.join(words)} ".upper()) == fold(" ".join(words))


# Words stay words: folding a whole text folds each of its words by itself.
@given(st.lists(st.text("abcéÑøßАбв日0'-", min_size=1), min_size=1))
def test_words_fold_one_by_one(words):
    kept = [fold(word) for word in words if any(letter.isalnum() for letter in word)]
    assert fold(" ".join(words)) == " ".join(kept) or not kept
