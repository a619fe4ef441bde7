"""Words for verdicts, yes and no, kinds of work, and years."""

from __future__ import annotations

import pytest

from clapometer.readers.problems import CellRefused
from clapometer.readers.words import (
    KIND_WORDS,
    NO_VERDICT_WORDS,
    VERDICT_WORDS,
    read_kind,
    read_release,
    read_top,
    read_verdict,
    read_year,
    split_title,
    word,
)


@pytest.mark.parametrize("text", ["fresh", "POSITIVE", " True ", "1", "Yes", "thumbs_up"])
def test_words_of_praise(text):
    assert read_verdict(text) is True


@pytest.mark.parametrize("text", ["rotten", "NEGATIVE", "False", "0", "no", "Not  recommended"])
def test_words_of_blame(text):
    assert read_verdict(text) is False


@pytest.mark.parametrize("text", ["", "NaN", "mixed", "Unknown"])
def test_no_verdict(text):
    assert read_verdict(text) is None


def test_unknown_words_are_refused():
    for read, code in ((read_verdict, "unreadable_verdict"), (read_top, "unreadable_top")):
        with pytest.raises(CellRefused) as caught:
            read("perhaps")
        assert caught.value.code == code


def test_the_tables_hold_words_as_they_are_looked_up_and_do_not_overlap():
    assert all(word(text) == text for text in (*VERDICT_WORDS, *KIND_WORDS, *NO_VERDICT_WORDS))
    assert not NO_VERDICT_WORDS & set(VERDICT_WORDS)


def test_top_critics():
    assert [read_top(text) for text in ("1", "True", "x", "top critic")] == [True] * 4
    assert [read_top(text) for text in ("0", "False", "", "NaN")] == [False] * 4


def test_kinds_and_releases():
    assert (read_kind("tvSeries"), read_kind("Movie"), read_kind(""), read_kind("opera")) == (
        "series", "film", "", None,
    )  # fmt: skip
    assert (read_release("Wide"), read_release(""), read_release("some")) == ("wide", "", None)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2018", (2018, True)),
        ("2018.0", (2018, True)),
        ("2018-11-10", (2018, True)),
        ("November 10, 2018", (2018, True)),
        ("", (None, True)),
        ("NaN", (None, True)),
        ("18", (None, False)),
        ("1600", (None, False)),
        ("2018 or 2019", (None, False)),
    ],
)
def test_years(text, year):
    assert read_year(text) == year


@pytest.mark.parametrize(
    ("text", "title", "year"),
    [
        ("Made-Up (1995)", "Made-Up", 1995),
        ("Made-Up  (Part  2)", "Made-Up (Part 2)", None),
        ("(1995)", "(1995)", None),
        ("1995", "1995", None),
        ("2001: A Made-Up Film (1968) ", "2001: A Made-Up Film", 1968),
    ],
)
def test_a_year_in_brackets_belongs_to_the_title(text, title, year):
    assert split_title(text) == (title, year)
