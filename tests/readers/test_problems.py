"""The tables of refusals and remarks: every code is a sentence, every sentence is used."""

from __future__ import annotations

from pathlib import Path

import pytest

import clapometer.desk
import clapometer.readers
from clapometer.readers.problems import (
    FILE_REFUSALS,
    REMARKS,
    ROW_REFUSALS,
    CellRefused,
    Remarks,
    row_sentence,
)
from clapometer.readers.records import RAW_LIMIT, refusal, refused_cell

# The desk refuses whole files too, in the same words.
CODE = "".join(
    path.read_text(encoding="utf-8")
    for room in (clapometer.readers, clapometer.desk)
    for path in Path(room.__file__).parent.rglob("*.py")
    if path.name != "problems.py"
)


@pytest.mark.parametrize("code", [*FILE_REFUSALS, *ROW_REFUSALS, *REMARKS])
def test_every_code_is_used(code):
    assert f'"{code}"' in CODE


@pytest.mark.parametrize(
    "sentence", [*FILE_REFUSALS.values(), *ROW_REFUSALS.values(), *REMARKS.values()]
)
def test_every_sentence_is_one_line_that_ends(sentence):
    assert "\n" not in sentence
    assert sentence.endswith((".", "jq -c '.[]'", "{sentence}"))


def test_long_texts_are_shortened_in_sentences_and_cut_in_raw_rows():
    text = "x" * 5_000
    assert row_sentence("unreadable_date", {"text": text}).startswith("“" + "x" * 59 + "…”")
    assert len(refusal(1, "no_work", {"title": text}).raw["title"]) == RAW_LIMIT
    refused = refused_cell(CellRefused("unreadable_date", text="{braces}"), 3, {"date": "{braces}"})
    assert refused.sentence.startswith("“{braces}” is no date")


def test_remarks_count_and_keep_the_first():
    remarks = Remarks()
    for line in range(1_500):
        remarks.note("latin_1", first=line + 7)
    assert remarks.sentences() == (
        (
            "1,500 of the lines are not UTF-8 and were read as Latin-1 (Windows-1252); the first "
            "is line 7."
        ),
    )
