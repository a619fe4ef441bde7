"""Scales as data: what their files say, and what the code makes of it."""

from __future__ import annotations

import tomllib
from fractions import Fraction
from importlib.resources import files

import pytest

from clapometer.scoring.grades import GradeRefused, read_grade
from clapometer.scoring.normalise import NORMALISERS
from clapometer.scoring.scales import FILES, NAMED, WORDS, OffScale, maximum_of, scale_named
from clapometer.scoring.scales.scale import KINDS, scale_from

FOLDER = files("clapometer.scoring.scales")
MINIMAL = {
    "name": "x", "title": "X", "dated": "2026-11-22", "kind": "numbers", "normaliser": "share",
}  # fmt: skip


def test_every_file_is_a_scale_and_every_scale_a_file() -> None:
    found = {one.name.removesuffix(".toml") for one in FOLDER.iterdir() if one.name[-5:] == ".toml"}
    assert found == {*FILES, "of", "signed"}
    assert tuple(NAMED) == FILES
    assert all(name == scale.name for name, scale in NAMED.items())


@pytest.mark.parametrize("scale", NAMED.values(), ids=lambda scale: scale.name)
def test_every_scale_says_what_it_assumes_and_runs_from_nothing_to_everything(scale) -> None:
    assert scale.assumed and scale.dated and scale.title
    assert scale.normaliser in NORMALISERS and scale.kind in KINDS
    if scale.numbers:
        assert scale.value(scale.best) == 1
        assert all(0 <= scale.value(mark) <= 1 for mark in scale.marks.values())
    else:
        assert all(0 <= value <= 1 for value in scale.places.values())
        assert max(scale.places.values()) == 1


# A word that names its scale by itself belongs to one such scale only.
def test_no_word_is_unasked_in_two_scales() -> None:
    for word, scales in WORDS.items():
        assert sum(s.unasked and s.kind == "words" for s in scales) <= 1, word


# Every word as it is written in a file is read where its scale is given.
@pytest.mark.parametrize("name", FILES)
def test_every_word_of_a_file_is_read_on_its_scale(name: str) -> None:
    data = tomllib.loads(FOLDER.joinpath(f"{name}.toml").read_text(encoding="utf-8"))
    for word, place in data.get("places", {}).items():
        grade = read_grade(word, name)
        assert (grade.scale, grade.value) == (name, Fraction(place)), word
    for word, mark in data.get("marks", {}).items():
        grade = read_grade(word.upper(), name)
        assert (grade.scale, grade.value) == (name, NAMED[name].value(Fraction(mark))), word


@pytest.mark.parametrize(
    ("scale", "mark", "reason"),
    [("die", 0, "below_minimum"), ("die", 7, "above_maximum"), ("die", Fraction(9, 2), "off_step"),
     ("german-school", 7, "above_maximum"), ("signed-4", -5, "below_minimum")],
)  # fmt: skip
def test_a_number_beside_the_scale_is_none_of_its_marks(scale, mark, reason) -> None:
    with pytest.raises(OffScale, match=f"^{reason}$"):
        NAMED[scale].value(Fraction(mark))


def test_one_is_best_in_german_schools() -> None:
    values = [NAMED["german-school"].value(Fraction(mark)) for mark in range(1, 7)]
    assert values == [1, Fraction(4, 5), Fraction(3, 5), Fraction(2, 5), Fraction(1, 5), 0]


# B- is 67, 67 and 80 by the three tables, a throw of 4 is 67 or 60: the scale makes the difference.
def test_the_same_text_by_different_tables() -> None:
    letters = ("letters", "letters-metacritic", "letters-school")
    assert [read_grade("B-", name).points for name in letters] == [6667, 6700, 8000]
    assert [read_grade("4", name).points for name in ("die", "die-position")] == [6667, 6000]


def test_maxima_are_those_that_are_printed() -> None:
    assert maximum_of("of-5") == 5
    assert maximum_of("french-school") == 20
    for name in ("letters", "thumbs", "german-school", "signed-4"):
        assert maximum_of(name) is None


@pytest.mark.parametrize(
    "name",
    [
        "",
        "of-1",
        "of-1001",
        "of-05",
        "of-5 ",
        "Letters",
        "../of",
        "signed-0",
        "signed-101",
        "signed",
    ],
)
def test_other_names_are_no_scales(name: str) -> None:
    with pytest.raises(GradeRefused) as refused:
        read_grade("4/5", name)
    assert refused.value.reason == "unknown_scale"


def test_a_file_that_is_wrong_says_what_is_wrong() -> None:
    assert scale_from(MINIMAL | {"best": "5"}).value(Fraction(3)) == Fraction(3, 5)
    with pytest.raises(ValueError, match="no key 'bset'"):
        scale_from(MINIMAL | {"bset": "5"})
    for wrong in ({"kind": "numerals"}, {"kind": "words"}, {"normaliser": "percentile"}):
        with pytest.raises(ValueError, match="kind of 'x' is none, or not one for its normaliser"):
            scale_from(MINIMAL | wrong)


# By hand: 18 letters are 17 steps apart, so B is 13 of 17; where A+ is five stars of four, B is
# three of five; a third of a star more, B+, is 10 of 15.
def test_the_same_letters_by_the_longer_tables() -> None:
    marks = [read_grade(text, "letters-eighteen").value for text in ("A+", "B", "E-", "F-")]
    assert marks == [1, Fraction(13, 17), Fraction(3, 17), 0]
    assert len(NAMED["letters-eighteen"].places) == 18
    marks = [read_grade(text, "letters-five-of-four").value for text in ("A+", "A", "B+", "B", "F")]
    assert marks == [1, Fraction(4, 5), Fraction(2, 3), Fraction(3, 5), 0]


# Whatever its ends, a scale that runs as far below zero as above has 0 in its middle.
@pytest.mark.parametrize("most", [1, 3, 5, 10, 100])
def test_a_scale_below_zero_by_its_maximum(most: int) -> None:
    scale = scale_named(f"signed-{most}")
    assert [scale.value(Fraction(mark)) for mark in (-most, 0, most)] == [0, Fraction(1, 2), 1]
    assert read_grade(f"0 out of -{most}..+{most}").scale == scale.name
    assert maximum_of(scale.name) is None


def test_a_scale_by_its_maximum_is_made_once() -> None:
    assert scale_named("of-17") is scale_named("of-17")
