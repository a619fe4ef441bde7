"""Grades in the words of several languages, with labels in front, and drawn otherwise."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.scoring.grades import Grade, read_grade
from clapometer.scoring.spelling import respell
from clapometer.scoring.wordings import LABELS, NUMBERS, OUT_OF, STARS, TENS

READ = [
    # Other languages say the same.
    *((text, "of-5", rule, "4/5") for text, rule in (
        ("4 étoiles sur 5", "stars"), ("4/5 e\u0301toiles", "stars"), ("4 von 5 Sternen", "stars"),
        ("vier von fünf", "fraction"), ("Bewertung: 4/5", "fraction"), ("4 de 5", "fraction"),
        ("cuatro estrellas de cinco", "stars"), ("4 stelle su 5", "stars"),
        ("vier sterren van de vijf", "stars"), ("4 stjerner av 5", "stars"),
        ("fyra av fem", "fraction"), ("4 ud af 5 hjerter", "stars"), ("4/5点", "fraction"),
        ("4/5 gwiazdek", "stars"), ("４／５", "fraction"),
    )),
    ("dreieinhalb Sterne von fünf", "of-5", "stars", "7/10"),
    ("trois étoiles et demie sur quatre", "of-4", "stars", "7/8"),
    ("tre og en halv av seks", "of-6", "fraction", "7/12"),
    ("15/20 points", "of-20", "fraction", "3/4"),
    ("7 von 10 Punkten", "of-10", "fraction", "7/10"),
    # Words around a grade that only say that it is one.
    ("Our rating: 4/5", "of-5", "fraction", "4/5"),
    ("Overall grade B", "letters", "letter", "3/4"),
    ("Final score 8/10", "of-10", "fraction", "4/5"),
    ("3.5 out of a possible 5", "of-5", "fraction", "7/10"),
    ("4 on a scale of 1 to 5", "of-5", "fraction", "4/5"),
    ("8 on a scale of 10", "of-10", "fraction", "4/5"),
    ("eighty percent", "of-100", "percent", "4/5"),
    ("seventy-five out of 100", "of-100", "fraction", "3/4"),
    ("3 and 1/2 stars out of 4", "of-4", "stars", "7/8"),
    ("3-1/2 stars out of 4", "of-4", "stars", "7/8"),
    ("a star and a half out of four", "of-4", "stars", "3/8"),
    # Drawn otherwise.
    ("●●●◐○", "of-5", "symbols", "7/10"),
    ("♥♥♥♡♡", "of-5", "symbols", "3/5"),
    ("🍿🍿🍿/5", "of-5", "symbols", "3/5"),
    ("dice throw 5", "die", "named", "5/6"),
    ("terningkast på seks", "die", "named", "1"),
    ("+3 out of -5..+5", "signed-5", "signed", "4/5"),
    ("-2 (-3 to +3)", "signed-3", "signed", "1/6"),
    ("1 on a scale from -5 to +5", "signed-5", "signed", "3/5"),
    ("+3 on −10…+10", "signed-10", "signed", "13/20"),
    ("Don’t miss it!", "recommendation", "word", "1"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "scale", "rule", "value"), READ)
def test_read(text: str, scale: str, rule: str, value: str) -> None:
    assert read_grade(text) == Grade(text, scale, rule, Fraction(value))


# A number in words is that number, whatever the language: no word is two numbers.
def test_every_word_of_a_number_is_its_place_in_the_list() -> None:
    for language, words in NUMBERS.items():
        for number, word in enumerate(words):
            assert not word or respell(word.upper()) == str(number), (language, word)
    assert [respell(word) for word in TENS] == [str(10 * n) for n in range(2, 10)]


# Stars are stars, and a maximum is one, in any mixture of languages; a label adds nothing.
@given(st.sampled_from(LABELS), st.sampled_from(STARS), st.sampled_from(OUT_OF), st.integers(0, 5))
def test_the_words_go_together(label: str, star: str, out_of: str, number: int) -> None:
    for text in (f"{number} {star} {out_of} 5", f"{label}: {number} {star} {out_of} 5"):
        grade = read_grade(text)
        assert (grade.scale, grade.rule, grade.value) == ("of-5", "stars", Fraction(number, 5))
    assert read_grade(f"{label} {number} {out_of} 5").value == Fraction(number, 5)
