"""Grades as printed: every form read, every refusal with its reason."""

from __future__ import annotations

import time
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.scoring.grades import Grade, GradeRefused, read_grade
from clapometer.scoring.scales import (
    BEFORE,
    FORMS,
    LETTERS,
    LONGEST,
    MAXIMA,
    NAMED,
    REFUSALS,
    WORDS,
    scale_named,
)

READ = [
    ("3.5/5", "of-5", "fraction", "7/10"),
    ("3.0/4.0", "of-4", "fraction", "3/4"),
    ("78/100", "of-100", "fraction", "78/100"),
    ("3 1/2 / 4", "of-4", "fraction", "7/8"),
    ("3 1/2/4", "of-4", "fraction", "7/8"),
    ("4.5 of 5", "of-5", "fraction", "9/10"),
    ("8 out of 10", "of-10", "fraction", "4/5"),
    ("four out of five", "of-5", "fraction", "4/5"),
    (".5/5", "of-5", "fraction", "1/10"),
    ("3,5/5", "of-5", "fraction", "7/10"),
    ("'2.5/4'", "of-4", "fraction", "5/8"),
    ("“4/5”", "of-5", "fraction", "4/5"),
    ("7.5/ 10", "of-10", "fraction", "3/4"),
    ("4/5 ", "of-5", "fraction", "4/5"),
    ("4/5.", "of-5", "fraction", "4/5"),
    ("Rating: 4/5", "of-5", "fraction", "4/5"),
    ("9.1421/10", "of-10", "fraction", "91421/100000"),
    ("3½/5", "of-5", "fraction", "7/10"),
    ("½/4", "of-4", "fraction", "1/8"),
    ("2¾/4", "of-4", "fraction", "11/16"),
    ("3⁄5", "of-5", "fraction", "3/5"),
    ("3 1⁄2/4", "of-4", "fraction", "7/8"),
    ("３／５", "of-5", "fraction", "3/5"),
    ("0/5", "of-5", "fraction", "0"),
    ("5/5", "of-5", "fraction", "1"),
    ("4/6", "of-6", "fraction", "2/3"),
    ("15.5/20", "of-20", "fraction", "31/40"),
    ("78 %", "of-100", "percent", "78/100"),
    ("78.5%", "of-100", "percent", "785/1000"),
    ("78 percent", "of-100", "percent", "78/100"),
    ("78 per cent", "of-100", "percent", "78/100"),
    ("3.5 stars out of 5", "of-5", "stars", "7/10"),
    ("three and a half stars out of four", "of-4", "stars", "7/8"),
    ("Three-and-a-half stars (out of four)", "of-4", "stars", "7/8"),
    ("four out of five stars", "of-5", "stars", "4/5"),
    ("3/5 stars", "of-5", "stars", "3/5"),
    ("half a star out of 5", "of-5", "stars", "1/10"),
    ("a star out of five", "of-5", "stars", "1/5"),
    ("no stars out of 4", "of-4", "stars", "0"),
    ("zero stars out of four", "of-4", "stars", "0"),
    ("3½★ / 5", "of-5", "stars", "7/10"),
    ("★★★½☆", "of-5", "symbols", "7/10"),
    ("★★★☆☆", "of-5", "symbols", "3/5"),
    ("★ ★ ★ ☆", "of-4", "symbols", "3/4"),
    ("⭐️⭐️⭐️☆☆", "of-5", "symbols", "3/5"),
    ("★★⯨☆☆", "of-5", "symbols", "1/2"),
    ("**1/2 out of ****", "of-4", "symbols", "5/8"),
    ("***/****", "of-4", "symbols", "3/4"),
    ("★★★ out of 5", "of-5", "symbols", "3/5"),
    ("★★★½ / ★★★★★", "of-5", "symbols", "7/10"),
    ("½☆☆☆☆", "of-5", "symbols", "1/10"),
    ("A plus", "letters", "letter", "1"),
    ("C -", "letters", "letter", "5/12"),
    ("b+", "letters", "letter", "10/12"),
    ("F+", "letters", "letter", "1/12"),
    ("15 sur 20", "of-20", "fraction", "3/4"),
    ("4 av 6", "of-6", "fraction", "2/3"),
    ("terningkast 5", "die", "named", "5/6"),
    ("Terningkast: fem", "die", "named", "5/6"),
    ("Terningkast 1", "die", "named", "1/6"),
    ("terningkast 4/6", "die", "named", "2/3"),
    ("Schulnote 1", "german-school", "named", "1"),
    ("Schulnote 2,5", "german-school", "named", "7/10"),
    ("Schulnote: 2-", "german-school", "named", "11/15"),
    ("Schulnote gut", "german-school", "named", "4/5"),
    ("low +2 out of -4..+4", "signed-4", "signed", "3/4"),
    ("high −1 out of −4 to +4", "signed-4", "signed", "3/8"),
    ("0 out of -4..+4", "signed-4", "signed", "1/2"),
    ("+4 out of -4..4", "signed-4", "signed", "1"),
    ("Recommended", "recommendation", "word", "3/4"),
    ("Highly Recommended!", "recommendation", "word", "1"),
    ("Must-see", "recommendation", "word", "1"),
    ("worth a look", "recommendation", "word", "1/2"),
    ("Not recommended", "recommendation", "word", "0"),
    ("Skip it.", "stream-or-skip", "word", "0"),
    ("“Stream it”", "stream-or-skip", "word", "1"),
    ("rent", "buy-rent-skip", "word", "1/2"),
    ("Buy it", "buy-rent-skip", "word", "1"),
    ("thumbs up", "thumbs", "word", "1"),
    ("Two thumbs down", "thumbs", "word", "0"),
    ("one thumb up", "thumbs", "word", "1/2"),
    ("👍", "thumbs", "word", "1"),
    *((minus, "letters", "letter", "8/12") for minus in (
        "B-", "B–", "B—", "B‐", "B‑", "B−", "B −", "B－", "B minus", "B-minus",
    )),
]  # fmt: skip

READ_WITH_SCALE = [
    ("7", "of-10", "of-10", "number", "7/10"),
    ("8.4", "of-10", "of-10", "number", "84/100"),
    ("3 1/2", "of-4", "of-4", "number", "7/8"),
    ("1/2", "of-4", "of-4", "number", "1/8"),
    ("1/2", "of-2", "of-2", "fraction", "1/2"),
    ("2/3", "of-3", "of-3", "fraction", "2/3"),
    ("3 stars", "of-4", "of-4", "stars", "3/4"),
    ("★★★½", "of-4", "of-4", "symbols", "7/8"),
    ("**1/2", "of-4", "of-4", "symbols", "5/8"),
    ("★★★★★", "of-5", "of-5", "symbols", "1"),
    ("half a star", "of-5", "of-5", "stars", "1/10"),
    ("½★", "of-4", "of-4", "stars", "1/8"),
    ("no stars", "of-4", "of-4", "stars", "0"),
    ("★3.5", "of-5", "of-5", "stars", "7/10"),
    ("★1/2", "of-5", "of-5", "symbols", "3/10"),
    ("three-star", "of-4", "of-4", "stars", "3/4"),
    ("BOMB", "bomb-and-stars", "bomb-and-stars", "word", "0"),
    ("*1/2", "bomb-and-stars", "bomb-and-stars", "symbols", "3/8"),
    ("Note: 2,5", "german-school", "german-school", "number", "7/10"),
    ("Note : 14", "french-school", "french-school", "number", "7/10"),
    ("-3", "signed-5", "signed-5", "signed", "1/5"),
    ("B", "letters-eighteen", "letters-eighteen", "letter", "13/17"),
    ("4", "die", "die", "number", "2/3"),
    ("4", "die-position", "die-position", "number", "3/5"),
    ("4/6", "die-position", "die-position", "fraction", "3/5"),
    ("⚄", "die", "die", "word", "5/6"),
    ("15", "french-school", "french-school", "number", "3/4"),
    ("15/20", "french-school", "french-school", "fraction", "3/4"),
    ("1", "german-school", "german-school", "number", "1"),
    ("6", "german-school", "german-school", "number", "0"),
    ("2,3", "german-school", "german-school", "number", "37/50"),
    ("1-", "german-school", "german-school", "word", "14/15"),
    ("sehr gut", "german-school", "german-school", "word", "1"),
    ("+2", "signed-4", "signed-4", "signed", "3/4"),
    ("-1", "signed-4", "signed-4", "signed", "3/8"),
    ("low +2", "signed-4", "signed-4", "signed", "3/4"),
    ("0", "signed-4", "signed-4", "signed", "1/2"),
    ("63", "walked-out", "walked-out", "number", "63/100"),
    ("W/O", "walked-out", "walked-out", "word", "0"),
    ("•", "bullet-and-stars", "bullet-and-stars", "word", "0"),
    ("★★★", "bullet-and-stars", "bullet-and-stars", "symbols", "3/4"),
    ("$5.25", "dollars-10", "dollars-10", "number", "21/40"),
    ("Critic’s Pick", "picks", "picks", "word", "1"),
    ("Big Screen Watch", "ticket", "ticket", "word", "1"),
    ("Half Price", "ticket", "ticket", "word", "1/2"),
    ("skip", "ticket", "ticket", "word", "0"),
    ("Good", "ordinal-words", "ordinal-words", "word", "3/5"),
    ("😐", "faces", "faces", "word", "1/2"),
    ("B", "letters-school", "letters-school", "letter", "85/100"),
    ("B-", "letters-school", "letters-school", "letter", "4/5"),
    ("B-", "letters-metacritic", "letters-metacritic", "letter", "67/100"),
    ("E", "letters-six", "letters-six", "letter", "1/5"),
    # What the text states itself is believed before the scale given for texts that state nothing.
    ("7/10", "of-4", "of-10", "fraction", "7/10"),
    ("B", "of-5", "letters", "letter", "9/12"),
]

REFUSED = [
    ("", None, "empty"),
    ("  ", None, "empty"),
    ("''", None, "empty"),
    ("5" * 101, None, "too_long"),
    ("short", None, "unreadable"),
    ("3.5.5", None, "unreadable"),
    ("C=", None, "unreadable"),
    ("1/2/4", None, "unreadable"),
    ("3 1/0 / 5", None, "unreadable"),
    ("3 5/4 / 5", None, "unreadable"),
    ("٣/٥", None, "unreadable"),
    ("three thumbs up", None, "unreadable"),
    ("☆★★", None, "unreadable"),
    ("\ud800", None, "unreadable"),
    ("5/4", None, "above_maximum"),
    ("3/2", None, "above_maximum"),
    ("120 %", None, "above_maximum"),
    ("5 1/2 stars out of 5", None, "above_maximum"),
    ("8", "of-5", "above_maximum"),
    ("-3/5", None, "negative"),
    ("3/-5", None, "negative"),
    ("−1", "of-5", "negative"),
    ("3/0", None, "zero_maximum"),
    ("0/0.0", None, "zero_maximum"),
    ("3/11", None, "unknown_maximum"),
    ("2/3", None, "unknown_maximum"),
    ("3/4.5", None, "unknown_maximum"),
    ("★☆", None, "unknown_maximum"),
    ("1/2", None, "half_or_scale"),
    ("2/2", None, "half_or_scale"),
    ("2.1/2", None, "half_or_scale"),
    ("2.1/2", "of-4", "half_or_scale"),
    ("7", None, "needs_scale"),
    ("3 1/2", None, "needs_scale"),
    ("7", "letters", "needs_scale"),
    ("3 stars", None, "needs_maximum"),
    ("★★★½", None, "needs_maximum"),
    ("★★★★★", None, "needs_maximum"),
    ("**1/2", None, "needs_maximum"),
    ("☆☆☆☆", None, "hollow_stars"),
    ("★★★☆☆ out of 4", None, "two_maxima"),
    ("E", None, "off_table"),
    ("F-", None, "off_table"),
    ("A++", None, "off_table"),
    ("N", None, "off_table"),
    ("low +2 out of -1..+5", None, "signed_scale"),
    ("1 out of -101..+101", None, "unknown_maximum"),
    ("B+/A-", None, "range"),
    ("C to B minus", None, "range"),
    ("N/A", None, "unreadable"),
    ("half a star", None, "needs_maximum"),
    ("null", "of-5", "unreadable"),
    ("-3", None, "needs_scale"),
    ("+5 out of -4..+4", None, "above_maximum"),
    ("-5 out of -4..+4", None, "below_minimum"),
    ("+2", None, "needs_scale"),
    ("terningkast 0", None, "below_minimum"),
    ("terningkast 7", None, "above_maximum"),
    ("terningkast 4.5", None, "off_step"),
    ("terningkast B", None, "unreadable"),
    ("terningkast 4/5", None, "two_maxima"),
    ("terningkast terningkast 4", None, "unreadable"),
    ("0", "german-school", "below_minimum"),
    ("6-", "german-school", "unreadable"),
    ("2/6", "german-school", "reversed_scale"),
    ("1/2", "german-school", "half_or_scale"),
    ("Big Screen Watch", None, "needs_table"),
    ("Half Price", None, "needs_table"),
    ("Critic's Pick", None, "needs_table"),
    ("W/O", None, "needs_table"),
    ("excellent", None, "needs_table"),
    ("2-", None, "needs_table"),
    ("$5.25", None, "needs_scale"),
    ("7", "thumbs", "needs_scale"),
    ("3 stars", "letters", "needs_maximum"),
    ("★★", "german-school", "needs_maximum"),
    ("E", "letters", "off_table"),
    ("F+", "letters-school", "off_table"),
    ("B-", "letters-six", "off_table"),
    ("1-5", None, "range"),
    ("7", "of-1", "unknown_scale"),
    ("7", "of-1001", "unknown_scale"),
    ("7", "stars", "unknown_scale"),
]


@pytest.mark.parametrize(("text", "scale", "rule", "value"), READ)
def test_read(text: str, scale: str, rule: str, value: str) -> None:
    assert read_grade(text) == Grade(text, scale, rule, Fraction(value))


@pytest.mark.parametrize(("text", "given", "scale", "rule", "value"), READ_WITH_SCALE)
def test_read_with_a_scale(text: str, given: str, scale: str, rule: str, value: str) -> None:
    assert read_grade(text, given) == Grade(text, scale, rule, Fraction(value))


@pytest.mark.parametrize(("text", "scale", "reason"), REFUSED)
def test_refused(text: str, scale: str | None, reason: str) -> None:
    with pytest.raises(GradeRefused) as refused:
        read_grade(text, scale)
    assert refused.value.reason == reason
    assert refused.value.text == text
    assert refused.value.sentence == str(refused.value)


def test_every_refusal_and_every_form_is_shown_above() -> None:
    assert {reason for _, _, reason in REFUSED} == set(REFUSALS)
    assert {rule for _, _, rule, _ in READ} | {rule for *_, rule, _ in READ_WITH_SCALE} == set(
        FORMS
    )


def test_every_example_of_the_table_of_forms_is_read_in_its_form() -> None:
    for name, form in FORMS.items():
        for example in form.examples:
            text, _, scale = example.partition(" (")
            grade = read_grade(text, scale.rstrip(")") or None)
            assert grade.rule == name, example


def test_the_text_is_kept_as_printed() -> None:
    assert read_grade(" '3/5' ").text == " '3/5' "


def test_a_sentence_quotes_the_text() -> None:
    with pytest.raises(GradeRefused, match=r"^“5/4” is more than its scale allows\.$"):
        read_grade("5/4")


@pytest.mark.parametrize(
    ("text", "points"), [("B-", 6667), ("D-", 1667), ("2/6", 3333), ("8.71245284/10", 8712)]
)
def test_points_are_whole_ten_thousandths_half_up(text: str, points: int) -> None:
    assert read_grade(text).points == points
    assert Grade("", "of-2", "fraction", Fraction(1, 20_000)).points == 1


def test_letters_go_down_in_equal_steps() -> None:
    values = [read_grade(letter).value * 12 for letter in LETTERS]
    assert values == [12, *range(12, -1, -1)]


# Every number from 0 to its maximum is read back, with one decimal or none.
@given(st.sampled_from(sorted(MAXIMA)), st.data())
def test_fractions_are_read_back(maximum: int, data: st.DataObject) -> None:
    tenths = data.draw(st.integers(0, 10 * maximum))
    text = data.draw(st.sampled_from([f"{tenths / 10:g}/{maximum}", f"{tenths / 10} of {maximum}"]))
    assert read_grade(text).value == Fraction(tenths, 10 * maximum)


SPELLED = st.text(alphabet="0123456789 ./-–−★☆*½⅓⁄%ABCDFabf+outfhlsr'", max_size=30)
WORDED = st.lists(
    st.sampled_from(
        [*WORDS, *BEFORE, *"0123456789+-/.$★☆½% ", "out of", "low ", "-4..+4", "stars", "..", "W/O"]
    ),
    max_size=8,
).map("".join)
SCALES = st.sampled_from([None, *NAMED, "of-2", "of-4", "of-10", "of-0", "nonsense"])


# The refusal is the only exception, whatever the text; what is read lies between 0 and 1.
@given(st.text(max_size=LONGEST + 5) | SPELLED | WORDED, SCALES)
def test_nothing_but_the_refusal_is_raised(text: str, scale: str | None) -> None:
    try:
        grade = read_grade(text, scale)
    except GradeRefused as refused:
        assert refused.reason in REFUSALS
        assert refused.text == text
    else:
        assert 0 <= grade.value <= 1
        assert 0 <= grade.points <= 10_000
        assert grade.text == text
        assert grade.rule in FORMS
        kind = scale_named(grade.scale).kind
        assert kind in {"letter": ["letters"], "word": ["words", "numbers"]}.get(
            grade.rule, ["numbers"]
        )


# The time is bounded: no text of the allowed length takes long, least of all a nasty one.
@pytest.mark.parametrize(
    "nasty",
    ["1 " * 50, "1/" * 50, "★ " * 50, "★1/2" * 25, "- " * 50, "a " * 50, "1.1-" * 25, "ﷺ" * 100,
     "and a half " * 9, "9" * 100, "one-" * 25,
     "terningkast " * 8, "-4.." * 24, "low +" * 20, "👍" * 99],
)  # fmt: skip
def test_nasty_texts_are_refused_at_once(nasty: str) -> None:
    started = time.process_time()
    with pytest.raises(GradeRefused):
        read_grade(nasty)
    with pytest.raises(GradeRefused):
        read_grade(nasty * 100_000)
    assert time.process_time() - started < 0.2
