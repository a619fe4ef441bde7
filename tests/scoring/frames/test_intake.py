"""What may come in, and what is refused in one sentence."""

from __future__ import annotations

import subprocess
import sys
import warnings
from datetime import date, datetime, timezone

import pyarrow
import pytest

from clapometer.scoring.frames import FrameRefused, history, scores
from clapometer.scoring.rules import RuleUnknown

SHARE = "rotten-tomatoes-2020"
ROWS = {
    "work": ["bees", "bees", "salt"],
    "reviewer": [4, 9, 4],
    "happened_at": [datetime(2024, 3, 1), datetime(2024, 3, 2), datetime(2024, 3, 2)],
    "kind": ["posted", "posted", "posted"],
    "positive": [True, False, None],
    "grade": [8000, None, 2000],
}


def pandas_frame():
    import pandas

    return pandas.DataFrame(ROWS)


def polars_frame():
    import polars

    return polars.DataFrame(ROWS)


def polars_categories():
    import polars

    return polars_frame().with_columns(polars.col("kind", "work").cast(polars.Categorical))


def duckdb_relation():
    import duckdb

    table = pyarrow.table(ROWS)
    return duckdb.connect().from_arrow(table).filter("true")


def reader():
    return pyarrow.table(ROWS).to_reader()


@pytest.mark.parametrize(
    "make", [pandas_frame, polars_frame, polars_categories, duckdb_relation, reader]
)
def test_a_table_of_any_maker_says_the_same(make):
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", module="pandas|polars|duckdb")
        events = make()
    found = history(events, SHARE)
    assert found["count"].to_pylist() == [1, 2, 0]
    assert found["mean"].to_pylist() == [0.8, 0.8, 0.2]
    assert found["work"].cast(pyarrow.string()).to_pylist() == ROWS["work"]


@pytest.mark.parametrize(
    "instants",
    [
        [date(2024, 3, 1), date(2024, 3, 2), date(2024, 3, 2)],
        ["2024-03-01", "2024-03-02T00:00", "2024-03-02"],
        ["2024-03-01T00:00Z", "2024-03-02T02:00+02:00", "2024-03-02T00:00Z"],
        [datetime(2024, 3, day, tzinfo=timezone.utc) for day in (1, 2, 2)],  # noqa: UP017
        pyarrow.array([19783, 19784, 19784]).cast(pyarrow.int32()).cast(pyarrow.date32()),
    ],
)
def test_instants_are_read_in_many_forms(instants):
    at = 1_709_337_600_000_000  # 2024-03-02T00:00Z
    found = scores({**ROWS, "happened_at": instants}, SHARE, at=at - 1)
    assert found["count"].to_pylist() == [1, 0]
    assert scores({**ROWS, "happened_at": instants}, SHARE, at=at)["count"].to_pylist() == [2, 0]


def test_names_can_be_mapped_and_kind_left_out():
    table = {"film": ["bees"], "who": [1], "when": ["2024-03-01"], "liked": [1]}
    names = {"work": "film", "reviewer": "who", "happened_at": "when", "positive": "liked"}
    assert history(table, SHARE, names=names)["positive"].to_pylist() == [1]


def test_without_a_column_of_critics_each_reviewer_is_its_own():
    assert history(ROWS, "clapometer").equals(history(ROWS, SHARE))


def test_an_empty_table_gives_an_empty_table():
    empty = pyarrow.table(ROWS).slice(0, 0)
    assert history(empty, SHARE).num_rows == scores(empty, SHARE).num_rows == 0


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"kind": ["posted", "praised", "posted"]}, "“praised” in the column “kind” is no kind"),
        ({"grade": [1, 2, 10_001]}, "Row 2 .* has the grade 10001"),
        ({"grade": [1.5, 2, 3]}, "“grade” must hold whole numbers from 0 to 10000"),
        ({"work": ["a", None, "b"]}, "Row 1 .* has nothing in the column “work”"),
        ({"happened_at": [1, 2, None]}, "Row 2 .* has nothing in the column “happened_at”"),
        ({"happened_at": ["x", "y", "z"]}, "“happened_at” must hold times"),
        ({"positive": [0, 1, 2]}, "“positive” must hold yes or no"),
        ({"positive": ["maybe", "yes", "no"]}, "“positive” must hold yes or no"),
        ({"review": [0, 1, 10**12]}, "must number the reviews from 0"),
        ({"reviewer": [[1], [2], [3]]}, "“reviewer” must hold whole numbers or text"),
    ],
)
def test_what_does_not_fit_is_refused_in_a_sentence(change, sentence):
    with pytest.raises(FrameRefused, match=sentence):
        history({**ROWS, **change}, SHARE)


@pytest.mark.parametrize("missing", ["work", "reviewer", "happened_at"])
def test_a_missing_column_is_named(missing):
    with pytest.raises(FrameRefused, match=f"no column “{missing}”"):
        history({name: cells for name, cells in ROWS.items() if name != missing}, SHARE)


def test_what_is_no_table_is_refused():
    with pytest.raises(FrameRefused, match="must be a table"):
        history(object(), SHARE)
    with pytest.raises(FrameRefused, match="“colour” is no column"):
        history(ROWS, SHARE, names={"colour": "work"})
    with pytest.raises(FrameRefused, match="no column “film”, which was named for “work”"):
        history(ROWS, SHARE, names={"work": "film"})
    with pytest.raises(RuleUnknown):
        history(ROWS, "no-such-rule")


def ask(script: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    ).stdout


def test_importing_the_room_loads_nothing_heavy():
    heavy = ask(
        "import sys, clapometer.scoring.rules, clapometer.scoring.frames, "
        "clapometer.scoring.frames.columns\n"
        "print({'numba', 'numpy', 'pyarrow', 'pandas'} & set(sys.modules))"
    )
    assert heavy.strip() == "set()"


def test_texts_of_instants_with_a_zone_and_without_may_stand_together():
    texts = ["2024-03-01", "2024-03-02T00:30:00+02:00", "2024-03-01T23:00:00"]
    three = {**ROWS, "happened_at": texts, "work": ["bees"] * 3, "reviewer": [1, 2, 3]}
    found = history(pyarrow.table(three), SHARE)
    # In the order of their instants, all in UTC: 00:00, 22:30, 23:00 of one day.
    assert found["graded"].to_pylist() == [1, 1, 2]
    plain = history(pyarrow.table(three), SHARE, engine="plain")
    assert plain.to_pydict() == found.to_pydict()


@pytest.mark.parametrize(
    ("column", "cells", "says"),
    [
        ("happened_at", ["2024-03-01", "someday", "2024-03-02T10:00Z"], "“someday” is none"),
        ("grade", ["8000", "0.8", "9000"], "“0.8” is none"),
        ("grade", [8000.0, 0.5, None], "“0.5” is none"),
        ("positive", ["true", "maybe", "no"], "“maybe” is none"),
    ],
)
def test_the_first_cell_that_does_not_fit_is_named(column, cells, says):
    with pytest.raises(FrameRefused, match=says):
        history(pyarrow.table({**ROWS, column: cells}), SHARE)
