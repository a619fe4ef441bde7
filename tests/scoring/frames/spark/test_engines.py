"""Spark, the compiled engine and the scalar engine: one and the same result, in both ways."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce
from typing import Any

import pyarrow
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pyarrow import compute

from benchmarks.events import event_table
from clapometer.scoring import frames
from clapometer.scoring.curve import Curve
from clapometer.scoring.frames import FrameRefused
from clapometer.scoring.frames import spark as on_spark
from clapometer.scoring.frames.choosing import prints_a_share
from clapometer.scoring.rules import preset
from clapometer.scoring.windows import Window
from tests.scoring.frames.strategies import Row, as_table, event_rows, expected
from tests.scoring.strategies import INSTANTS

pytestmark = pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas")
RULE = replace(preset("rotten-tomatoes-2020"), minimum=2)
CHANGES = [
    {},
    {"versions": "first", "rounding": "half-up"},
    {"rounding": "down"},
    {"counts": "critic"},
    {"counts": "critic", "versions": "first"},
]
# Means, Bayesian means, converted grades, verdicts made of grades, decimals.
NAMED = ["metacritic-films", "imdb-top-250", "rotten-tomatoes-audience", "allocine", "sfi"]
RULES = [replace(RULE, **change) for change in CHANGES] + [
    replace(preset(name), minimum=2) for name in NAMED
]
BY_REVIEWER = [rule for rule in RULES if rule.counts == "reviewer"]
HOWS = [("kernel", rule) for rule in RULES] + [("columns", rule) for rule in BY_REVIEWER]
# One question to Spark takes seconds, so many small tables are asked about at once, in some ways.
few = settings(max_examples=2, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
many_tables = st.lists(event_rows(), min_size=5, max_size=20)
some_hows = st.lists(st.sampled_from(range(len(HOWS))), min_size=2, max_size=2, unique=True)


def joined(tables: list[list[Row]]) -> pyarrow.Table:
    """The tables in one, each with works and places of its own."""
    parts = []
    for number, rows in enumerate(tables):
        table = as_table(rows)
        works = pyarrow.array([f"{number} {work}" for work, _ in rows], pyarrow.string())
        seqs = pyarrow.array([1000 * number + event.seq for _, event in rows], pyarrow.int64())
        table = table.set_column(0, "work", works)
        parts.append(table.set_column(table.column_names.index("seq"), "seq", seqs))
    # PySpark 4.3 loses the rows of an Arrow table that come after an empty chunk.
    return pyarrow.concat_tables(parts).combine_chunks()


def by(name: str, table: pyarrow.Table) -> list[dict[str, Any]]:
    return sorted(table.to_pylist(), key=lambda row: row[name])


def without_critics(table: pyarrow.Table, way: str) -> pyarrow.Table:
    return table.drop(["critic"]) if way == "columns" else table


# Row for row, Spark's history is the scalar engine's and the frame's, bit for bit.
@few
@given(many_tables, some_hows, st.none() | INSTANTS)
def test_a_history_is_the_same_on_every_engine(spark, tables, hows, known):
    for way, rule in (HOWS[number] for number in hows):
        table = without_critics(joined(tables), way)
        found = on_spark.history(spark.createDataFrame(table), rule, known=known, way=way)
        said = by("seq", found.toArrow())
        assert said == by("seq", frames.history(table, rule, known=known)), (way, rule)
        if not prints_a_share(rule):
            continue  # The frame's own tests compare it with the scalar engine then.
        scalar = [
            {**row, "seq": 1000 * number + row["seq"], "work": f"{number} {row['work']}"}
            for number, rows in enumerate(tables)
            for row in expected(rows, rule, known)
        ]
        assert said == sorted(scalar, key=lambda row: row["seq"]), (way, rule)


# Work for work, Spark's scores at an instant are the frame's, all sums of them.
@few
@given(many_tables, some_hows, st.none() | INSTANTS, st.none() | INSTANTS)
def test_scores_are_the_same_on_every_engine(spark, tables, hows, at, known):
    for way, rule in (HOWS[number] for number in hows):
        table = without_critics(joined(tables), way)
        found = on_spark.scores(
            spark.createDataFrame(table), rule, at=at, known=known, way=way
        ).toArrow()
        compiled = frames.scores(table, rule, at=at, known=known)
        assert by("work", found) == by("work", compiled), (way, rule)


# Moment for moment, Spark's are the frame's: ids, instants, texts, causes.
@settings(few, max_examples=1)
@given(many_tables, st.sampled_from(RULES), st.none() | INSTANTS)
def test_moments_are_the_same_on_every_engine(spark, tables, rule, at):
    table = joined(tables)
    sizes = pyarrow.array(["season"] * table.num_rows, pyarrow.string())
    table = table.append_column("size", sizes)
    found = on_spark.moments(spark.createDataFrame(table), rule, at=at).toArrow()
    compiled = frames.moments(table, rule, at=at)
    assert found.schema.names == compiled.schema.names
    assert told(found) == told(compiled), rule


def told(table: pyarrow.Table) -> list[dict[str, Any]]:
    """The moments in an order of their own, with instants as whole microseconds."""
    for name in ("at", "recorded_at"):
        place = table.column_names.index(name)
        table = table.set_column(place, name, table[name].cast(pyarrow.int64()))
    return sorted(table.to_pylist(), key=lambda row: (row["id"], row["work"]))


def test_every_rule_runs_on_columns(spark):
    """One table by every rule at once; which sums go in is what the other tests are about."""
    from pyspark.sql.functions import lit

    events = event_table(3000, seed=7).drop(["review"])
    table = events.append_column("seq", pyarrow.array(range(events.num_rows)))
    rows = spark.createDataFrame(table)
    answers = []
    for number, rule in enumerate(BY_REVIEWER):
        found = on_spark.scores(rows, rule, way="columns").withColumn("rule", lit(number))
        answers.append(found.withColumn("printed", found["printed"].cast("double")))
    whole = reduce(lambda one, other: one.unionAll(other), answers).toArrow()
    for number, rule in enumerate(BY_REVIEWER):
        said = whole.filter(compute.equal(whole["rule"], number)).drop(["rule"])
        assert by("work", said) == by("work", frames.scores(table, rule)), rule.name


MADE_UP = {
    "film": ["bees", "bees", "salt", "bees", "bees"],
    "reviewer": ["Ada", "Bo", "Ada", "Ada", "Bo"],
    "happened_at": ["2024-03-01", "2024-03-02", "2024-03-02", "2024-03-05", "2024-03-09"],
    "kind": ["posted", "posted", "posted", "revised", "withdrawn"],
    "positive": [True, True, False, False, None],
    "grade": [8000, None, 2000, 3000, None],
}
NAMES = {"work": "film"}


@pytest.mark.parametrize("way", on_spark.WAYS)
def test_a_history_by_hand(spark, way):
    """Films and critics are made up; the rows are numbered where they have no numbers."""
    events = spark.createDataFrame(pyarrow.table(MADE_UP)).coalesce(1)
    rows = on_spark.history(events, RULE, names=NAMES, way=way).orderBy("seq").collect()
    assert [row["work"] for row in rows] == MADE_UP["film"]
    assert [row["count"] for row in rows] == [1, 2, 1, 2, 1]
    assert [row["positive"] for row in rows] == [1, 2, 0, 1, 0]
    assert [row["printed"] for row in rows] == [None, 100, None, 50, None]
    assert [row["mean"] for row in rows] == [0.8, 0.8, 0.2, 0.3, 0.3]
    scored = on_spark.scores(events, RULE, names=NAMES, way=way).orderBy("work").collect()
    assert [(row["work"], row["count"], row["grade_sum"]) for row in scored] == [
        ("bees", 1, 3000),
        ("salt", 1, 2000),
    ]


@pytest.mark.parametrize("way", on_spark.WAYS)
def test_the_columns_are_the_documented_ones(spark, way):
    table = pyarrow.table(MADE_UP)
    events = spark.createDataFrame(table)
    for ask in ("history", "scores"):
        found = getattr(on_spark, ask)(events, RULE, names=NAMES, way=way).toArrow().schema
        wanted = getattr(frames, ask)(table, RULE, names=NAMES).schema
        assert found.names == wanted.names
        assert found.types == wanted.types


def test_a_number_for_each_review_stands_in_for_the_reviewer(spark):
    numbered = {**MADE_UP, "review": [0, 1, 2, 0, 1], "seq": [0, 1, 2, 3, 4]}
    del numbered["reviewer"]
    events = spark.createDataFrame(pyarrow.table(numbered))
    found = on_spark.history(events, RULE, names=NAMES).toArrow()
    assert by("seq", found) == by("seq", frames.history(numbered, RULE, names=NAMES))


@pytest.mark.parametrize(
    ("way", "change", "sentence"),
    [
        ("kernel", {"grade": [0, 1, 10_001, 2, 3]}, "has the grade 10001"),
        ("columns", {"grade": [0, 1, 10_001, 2, 3]}, "has the grade 10001"),
        ("kernel", {"film": ["a", None, "b", "c", "d"]}, "has nothing in the column “work”"),
    ],
)
def test_a_cell_that_does_not_fit_is_refused_in_a_sentence(spark, way, change, sentence):
    from pyspark.errors import PythonException

    events = spark.createDataFrame(pyarrow.table({**MADE_UP, **change}))
    with pytest.raises(PythonException, match=f"FrameRefused: .*{sentence}"):
        on_spark.history(events, RULE, names=NAMES, way=way).collect()


def test_what_cannot_be_asked_is_refused_before_anything_is_computed(spark):
    events = spark.createDataFrame(pyarrow.table({**MADE_UP, "critic": MADE_UP["reviewer"]}))
    with pytest.raises(FrameRefused, match="no column “work”"):
        on_spark.history(events, RULE)
    with pytest.raises(FrameRefused, match="there are kernel, columns"):
        on_spark.history(events, RULE, names=NAMES, way="magic")
    with pytest.raises(FrameRefused, match="counts a critic once"):
        on_spark.history(events, replace(RULE, counts="critic"), names=NAMES, way="columns")
    curved = replace(RULE, curve=Curve(((0, 0), (100, 100))))
    with pytest.raises(FrameRefused, match="through a curve"):
        on_spark.scores(events, curved, names=NAMES, way="columns")
    windowed = replace(RULE, window=Window(lasting=30))
    for way in on_spark.WAYS:
        with pytest.raises(FrameRefused, match="has a window of time"):
            on_spark.scores(events, windowed, names=NAMES, way=way)
