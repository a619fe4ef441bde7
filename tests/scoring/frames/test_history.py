"""Histories of tables against the scalar engine, against SQL, and by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pyarrow
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.scoring.frames import history, scores
from clapometer.scoring.history import tally_at
from clapometer.scoring.rounding import floating_half_up
from clapometer.scoring.rules import preset
from tests.scoring.frames.sql import tallies
from tests.scoring.frames.strategies import Row, as_table, event_rows, expected
from tests.scoring.strategies import INSTANTS

RULE = replace(preset("rotten-tomatoes-2020"), minimum=2)
RULES = [
    replace(RULE, counts=counts, versions=versions)
    for counts in ("reviewer", "critic")
    for versions in ("latest", "first")
]


def reviews_of(rows: list[Row]) -> list[int]:
    """A number for each (work, reviewer)."""
    seen: dict[tuple[str, int], int] = {}
    return [seen.setdefault((work, event.reviewer), len(seen)) for work, event in rows]


# Whatever the order of the rows, each row of the frame holds what the scalar engine says after it.
@given(event_rows(), st.sampled_from(RULES), st.none() | INSTANTS)
def test_the_frame_equals_the_scalar_engine(rows, rule, known):
    found = history(as_table(rows), rule, known=known)
    assert found.to_pylist() == expected(rows, rule, known)


# The same in published order, where nothing is rearranged.
@given(event_rows(), st.sampled_from(RULES))
def test_rows_in_order_say_the_same(rows, rule):
    rows = sorted(
        rows,
        key=lambda row: (
            row[1].recorded_at if row[1].happened_at is None else row[1].happened_at,
            row[1].seq,
        ),
    )
    assert history(as_table(rows), rule).to_pylist() == expected(rows, rule)


# With a number for each review nothing has to be looked up, and nothing changes.
@given(event_rows(), st.sampled_from(RULES))
def test_numbered_reviews_say_the_same(rows, rule):
    table = as_table(rows).append_column("review", pyarrow.array(reviews_of(rows), pyarrow.int64()))
    assert history(table, rule).to_pylist() == expected(rows, rule)


# The layout of a table does not matter: chunks, dictionaries, sparse numbers, text for reviewers.
@given(event_rows(), st.sampled_from(RULES), st.integers(1, 5), st.booleans())
def test_the_layout_does_not_matter(rows, rule, step, spread):
    table = as_table(rows)
    plain = history(table, rule)
    reviewer = pyarrow.array(
        [e.reviewer * 10**15 if spread else f"critic {e.reviewer}" for _, e in rows],
        pyarrow.int64() if spread else pyarrow.string(),
    )
    table = table.set_column(table.column_names.index("reviewer"), "reviewer", reviewer)
    table = table.set_column(0, "work", table["work"].dictionary_encode())
    parts = [table.slice(start, step) for start in range(0, len(rows), step)]
    chunked = pyarrow.concat_tables(parts) if parts else table
    assert history(chunked, rule).drop(["work"]).equals(plain.drop(["work"]))


# Cells need not begin where a byte of a bitmap does; empty ones say nothing whatever lies in them.
@given(event_rows(), st.integers(0, 23), st.booleans())
def test_a_slice_says_what_its_rows_say(rows, skipped, full):
    table = as_table(rows)
    if full:
        filled = table["positive"].fill_null(True)
        table = table.set_column(table.column_names.index("positive"), "positive", filled)
    before = (
        table.slice(0, 1).take(pyarrow.array([0] * skipped, pyarrow.int64())) if rows else table
    )
    whole = pyarrow.concat_tables([before, table]).combine_chunks()
    plain = history(table.combine_chunks(), RULE)
    assert history(whole.slice(before.num_rows), RULE).equals(plain)


# A naive query in SQL, which shares nothing with the engine, finds the same sums.
@given(event_rows())
def test_the_frame_equals_a_naive_query(rows):
    said = tallies(rows)
    for row in history(as_table(rows), RULE).to_pylist():
        count, positive, graded, grades = said.get(row["seq"], (None, None, None, None))
        assert (row["count"], row["positive"], row["graded"]) == (count, positive, graded)
        assert row["mean"] == (grades / (graded * 10_000) if graded else None)


# A score at an instant is the scalar engine's tally then, all seven sums of it.
@given(event_rows(), st.sampled_from(RULES), st.none() | INSTANTS, st.none() | INSTANTS)
def test_scores_equal_the_scalar_engine(rows, rule, at, known):
    found = scores(as_table(rows), rule, at=at, known=known).to_pylist()
    assert [row["work"] for row in found] == list(dict.fromkeys(work for work, _ in rows))
    for row in found:
        events = [event for work, event in rows if work == row["work"]]
        tally = tally_at(events, at=at, known=known, counts=rule.counts, versions=rule.versions)
        assert tuple(row[name] for name in tally._fields) == tally
        assert row["share"] == (tally.positive / tally.count if tally.count else None)


def test_the_compiled_rounding_is_the_defined_one():
    count = np.arange(1, 1501)
    pairs = np.array([(p, c) for c in count for p in range(c + 1)])
    positive, of = pairs.T.astype(np.int32).copy()
    from clapometer.scoring.frames.sums import read_through

    share, printed = np.empty(of.size), np.empty(of.size, np.int8)
    bits = np.zeros((4, (of.size + 7) // 8), np.uint8)
    read_through(of, positive, of, 1, 0, of.size, share, printed, bits)
    assert np.unpackbits(bits, axis=1, bitorder="little", count=of.size).all()
    assert (printed == floating_half_up(positive, of)).all()
    assert (share == positive / of).all()


def test_a_history_by_hand():
    table = pyarrow.table(
        {
            "work": ["bees", "bees", "salt", "bees", "bees"],
            "reviewer": ["Ada", "Bo", "Ada", "Ada", "Bo"],
            "happened_at": ["2024-03-01", "2024-03-02", "2024-03-02", "2024-03-05", "2024-03-09"],
            "kind": ["posted", "posted", "posted", "revised", "withdrawn"],
            "positive": [True, True, False, False, None],
            "grade": [8000, None, 2000, 3000, None],
        }
    )
    found = history(table, RULE)
    assert found["seq"].to_pylist() == [0, 1, 2, 3, 4]
    assert found["count"].to_pylist() == [1, 2, 1, 2, 1]
    assert found["positive"].to_pylist() == [1, 2, 0, 1, 0]
    assert found["printed"].to_pylist() == [None, 100, None, 50, None]
    assert found["mean"].to_pylist() == [0.8, 0.8, 0.2, 0.3, 0.3]
    assert scores(table, RULE)["work"].to_pylist() == ["bees", "salt"]


@pytest.mark.parametrize("order", ["straight", "turned"])
def test_a_long_table_runs_on_two_workers_over_many_stretches(order):
    rows, chance = 600_000, np.random.default_rng(5)
    works, positive = chance.integers(0, 50, rows), chance.random(rows) < 0.6
    at = np.arange(rows)
    table = pyarrow.table(
        {"work": works, "reviewer": np.arange(rows), "happened_at": at, "positive": positive}
    )
    if order == "turned":
        table = table.take(pyarrow.array(at[::-1]))
    found = history(table, RULE)
    if order == "turned":
        found = found.take(pyarrow.array(at[::-1]))
    for work in range(50):
        mine = works == work
        assert (found["count"].to_numpy()[mine] == np.arange(1, mine.sum() + 1)).all()
        assert (found["positive"].to_numpy()[mine] == positive[mine].cumsum()).all()
