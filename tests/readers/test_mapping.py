"""Mappings: what a person sees, states, and is told."""

from __future__ import annotations

import pytest

from clapometer.readers.fields import FIELDS, WORK_FIELDS, header_key
from clapometer.readers.looks import LOOKS
from clapometer.readers.mapping import Choice, Mapping, parse_pair
from clapometer.readers.problems import FileRefused, MappingRefused

COLUMNS = ("film", "who", "where", "liked", "score", "extra")
GUESSED = Mapping(
    COLUMNS,
    (
        Choice("work_title", "film", "sure", "the name “film” is known for it"),
        Choice("grade", "score", "likely", "the name “score” is known for it"),
    ),
)


def test_every_field_has_a_known_look_and_names_that_differ():
    for fields in (FIELDS, WORK_FIELDS):
        assert len({known.name for known in fields}) == len(fields)
        for known in fields:
            assert known.looks in LOOKS
            assert len({header_key(name) for name in known.synonyms}) == len(known.synonyms)


def test_names_of_columns_meet_without_case_and_separators():
    assert (
        len({header_key(name) for name in ("isTopCritic", "is_top_critic", "Is Top-Critic")}) == 1
    )


def test_a_stated_column_goes_before_a_guess():
    mapping = GUESSED.override(("verdict", "liked"), ("critic", "who"), ("date", "score"))
    assert mapping.column("verdict") == "liked"
    assert mapping.column("grade") is None
    assert mapping.column("date") == "score"
    assert [choice.field for choice in mapping.choices] == [
        "work_title",
        "critic",
        "verdict",
        "date",
    ]
    assert mapping.unmapped == ("where", "extra")


def test_one_column_may_be_stated_for_two_fields():
    mapping = GUESSED.override(("work", "film"), ("source_id", "film"))
    assert mapping.column("work") == mapping.column("source_id") == "film"


def test_an_empty_column_takes_a_field_away():
    assert GUESSED.override(("grade", "")).column("grade") is None


def test_settings_are_stated_like_fields():
    settings = GUESSED.override(("prefix", "rt:m/"), ("date_order", "day-first")).settings
    assert (settings.prefix, settings.date_order) == ("rt:m/", "day-first")


@pytest.mark.parametrize(
    ("pair", "code", "sentence"),
    [
        (("verdikt", "liked"), "unknown_field", "“verdikt” is no field; choose from: verdict."),
        (("verdict", "like"), "unknown_column", "“like” is no column; choose from: liked."),
        (
            ("times", "london"),
            "unknown_value",
            "“london” is no value of times; choose from: site, utc.",
        ),
    ],
)
def test_unknown_names_are_answered_with_the_known(pair, code, sentence):
    with pytest.raises(MappingRefused) as caught:
        GUESSED.override(pair)
    assert (caught.value.code, caught.value.sentence) == (code, sentence)


def test_what_is_missing():
    assert GUESSED.missing == (("critic", "outlet"),)
    assert GUESSED.override(("outlet", "where")).missing == ()
    with pytest.raises(FileRefused) as caught:
        GUESSED.check(COLUMNS, "f.csv")
    assert caught.value.sentence == (
        "No column of f.csv is known to hold critic or outlet; name it with --map critic=COLUMN. "
        "The columns are: film, who, where, liked, score, extra."
    )
    with pytest.raises(FileRefused) as caught:
        GUESSED.check(("who", "where"), "f.csv")
    assert caught.value.code == "columns_absent"


def test_a_person_sees_each_field_how_sure_and_why():
    assert GUESSED.override(("critic", "who"), ("times", "utc")).lines() == (
        "work_title: film (sure: the name “film” is known for it)",
        "critic: who (stated: you said so)",
        "grade: score (likely: the name “score” is known for it)",
        "times = utc",
        "not used: where, liked, extra",
    )


def test_a_pair_on_the_command_line():
    assert parse_pair(" verdict = is = fresh ") == ("verdict", "is = fresh")
    with pytest.raises(MappingRefused, match="FIELD=COLUMN"):
        parse_pair("verdict")
