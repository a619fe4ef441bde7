"""Histories: of any table, by any tool, at any instant, told and drawn."""

from __future__ import annotations

import warnings
from datetime import UTC, date, datetime
from xml.etree import ElementTree

import pyarrow
import pytest

import clapometer as clap
from clapometer.scoring import frames

SHARE = "rotten-tomatoes-2020"
SVG = "{http://www.w3.org/2000/svg}"
ROWS = [
    {
        "work": work,
        "reviewer": n,
        "happened_at": f"2024-03-{n + 1:02}",
        "kind": "withdrawn" if n == 11 else "posted",
        "positive": None if n == 11 else n % 4 > 0,
        "grade": None if n % 3 else 700 * n,
    }
    for n in range(12)
    for work in ("Made-up Bees", "Made-up Salt")[: 2 if n < 7 else 1]
]
ROWS[-1]["reviewer"] = 4


def pandas_frame():
    import pandas

    return pandas.DataFrame(ROWS).astype({"positive": "boolean", "grade": "Int64"})


def polars_frame():
    import polars

    return polars.DataFrame(ROWS)


def duckdb_relation():
    import duckdb

    return duckdb.connect().from_arrow(pyarrow.Table.from_pylist(ROWS)).filter("true")


def generator():
    return iter(ROWS)


@pytest.mark.parametrize(
    "make",
    [
        pandas_frame,
        polars_frame,
        duckdb_relation,
        generator,
        lambda: pyarrow.Table.from_pylist(ROWS),
    ],
)
def test_a_table_of_any_maker(make):
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", module="pandas|polars|duckdb")
        events = make()
    found = clap.history(events, SHARE)
    assert found.table["count"].to_pylist() == clap.history(ROWS, SHARE).table["count"].to_pylist()
    assert found.works == ("Made-up Bees", "Made-up Salt")


@pytest.mark.parametrize("name", ["events.csv", "events.jsonl", "events.parquet", "events.csv.gz"])
def test_a_file_of_events(tmp_path, name):
    import gzip
    import json

    from pyarrow import csv, parquet

    table, path = pyarrow.Table.from_pylist(ROWS), tmp_path / name
    if name.endswith("parquet"):
        parquet.write_table(table, path)
    elif name.endswith("jsonl"):
        path.write_text("".join(json.dumps(row) + "\n" for row in ROWS))
    else:
        sink = pyarrow.BufferOutputStream()
        csv.write_csv(table, sink)
        plain = sink.getvalue().to_pybytes()
        path.write_bytes(gzip.compress(plain) if name.endswith("gz") else plain)
    found = clap.history(path, SHARE).table
    assert found.equals(clap.history(ROWS, SHARE).table.cast(found.schema))
    assert clap.history(str(path), SHARE).table.equals(found)


def test_small_and_large_tables_are_scored_to_the_same_bits(monkeypatch):
    from clapometer.scoring.frames import choosing

    small = clap.history(ROWS, SHARE).table
    monkeypatch.setattr(choosing, "SMALL", 0)
    assert clap.history(ROWS, SHARE).table.equals(small)
    assert small.equals(frames.history(pyarrow.Table.from_pylist(ROWS), SHARE, engine="compiled"))


def test_other_tools_take_it_as_a_table():
    import duckdb
    import polars

    found = clap.history(ROWS, SHARE)
    assert pyarrow.table(found).equals(found.table)
    assert polars.DataFrame(found).height == found.to_polars().height == len(found) == len(ROWS)
    assert list(found.to_pandas()["seq"]) == list(range(len(ROWS)))
    handed = pyarrow.table(found)
    rows = duckdb.from_arrow(handed).aggregate("max(printed)").fetchall()
    assert rows == [(max(n for n in found.table["printed"].to_pylist() if n is not None),)]


@pytest.mark.parametrize(
    "when",
    [
        "2024-03-05", "2024-03-05T12:00Z", date(2024, 3, 5), datetime(2024, 3, 5, 9),
        datetime(2024, 3, 5, 9, tzinfo=UTC), 1_709_640_000_000_000,
    ],
)  # fmt: skip
def test_the_score_then(when):
    bees = clap.history(ROWS, SHARE)
    assert [one.count for one in bees.at(when)] == [5, 5]
    # Of the first five, numbers 0 and 4 are against.
    assert bees.at(when)["Made-up Bees"].printed == 60
    assert bees.score(work="Made-up Bees", at=when).printed == 60


def test_one_work_of_many():
    history = clap.history(ROWS, SHARE)
    salt = history.of("Made-up Salt")
    assert len(salt) == 7 and salt.works == ("Made-up Salt",)
    assert salt.score().count == 7
    with pytest.raises(clap.Refused, match="no review of 'Road'"):
        history.of("Road")
    with pytest.raises(clap.Refused, match="reviews of 2 works"):
        history.plot(kind="svg")


def test_numbers_and_categories_name_works_too():
    import polars

    rows = [{**row, "work": len(row["work"])} for row in ROWS]
    assert len(clap.history(rows).of(12)) == len(ROWS)
    frame = polars_frame().with_columns(polars.col("work").cast(polars.Categorical))
    assert len(clap.history(frame).of("Made-up Salt")) == 7
    assert clap.moments(frame).table["work"].unique().to_pylist()[0] == "Made-up Bees"


def test_moments_tell_the_story():
    story = clap.history(ROWS, SHARE).of("Made-up Bees").moments(size="season")
    texts = [moment["text"] for moment in story]
    assert texts[0] == "Debut: 60 % (3 of 5 reviews positive)."
    assert "A withdrawn review moved the score" in " ".join(texts)
    assert story.table["at"].to_pylist() == sorted(story.table["at"].to_pylist())
    assert "Debut" in repr(story) and "<table>" in story._repr_html_()
    early = clap.moments(ROWS, SHARE, at="2024-03-05", release="2024-03-05")
    assert {moment["kind"] for moment in early} == {"debut", "release"}


def test_it_shows_itself():
    history = clap.history(ROWS, SHARE)
    assert repr(history).startswith("History of 2 works, 19 rows; rule rotten-tomatoes-2020\nwork")
    assert "<svg" not in history._repr_html_()
    page = history.of("Made-up Bees")._repr_html_()
    assert "<table>" in page
    figure = ElementTree.fromstring(page[: page.index("</figure>") + 9])
    assert figure.find(f"{SVG}svg").get("role") == "img"


def one_work(**rows):
    return clap.history([{**row, **rows} for row in ROWS if row["work"] == "Made-up Bees"], SHARE)


def test_drawn_as_svg(tmp_path):
    drawing = one_work().plot(kind="svg")
    drawing.save(tmp_path / "bees.svg")
    root = ElementTree.fromstring((tmp_path / "bees.svg").read_text(encoding="utf-8"))
    assert root.find(f"{SVG}style") is not None
    # A dot for each verdict that was given, withdrawn or not.
    assert len(list(root.iter(f"{SVG}ellipse"))) == 11
    assert "save(path)" in repr(drawing)
    few = clap.history(ROWS[:3], SHARE).of("Made-up Bees").plot(kind="svg").svg()
    assert "fewer than 5 reviews: nothing is printed" in few


def test_drawn_by_matplotlib(monkeypatch):
    monkeypatch.setenv("MPLBACKEND", "Agg")
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    axes = one_work().plot(kind="matplotlib")
    try:
        line = axes.get_lines()[0]
        assert line.get_drawstyle() == "steps-post"
        printed = clap.history(ROWS, SHARE).of("Made-up Bees").table["printed"].to_pylist()
        numbers = [None if n != n else int(n) for n in line.get_ydata()]
        assert numbers == printed
        labels = axes.get_legend_handles_labels()[1]
        assert "fewer than 5 reviews: nothing is printed" in labels
        assert axes.get_ylim()[0] % 10 == 0 and axes.get_ylim()[1] == 100
        assert "Made-up Bees" in axes.get_title()
        assert one_work().plot().figure is not None
    finally:
        pyplot.close("all")


def test_drawn_by_altair():
    chart = one_work().plot(kind="altair").to_dict()
    shade, line = chart["layer"]
    assert line["mark"]["interpolate"] == "step-after"
    assert line["encoding"]["y"]["scale"]["domain"][1] == 100
    numbers = [row["score"] for row in line["data"]["values"]]
    assert numbers[:5] == [None, None, None, None, 60]
    assert len(shade["data"]["values"]) == 4
    assert "nothing is printed" in chart["description"]


def test_a_rule_with_decimals_is_drawn_in_its_own_unit():
    graded = [{**row, "kind": "posted", "grade": 5000 + 100 * n} for n, row in enumerate(ROWS)]
    history = clap.history(graded, "rotten-tomatoes-average").of("Made-up Bees")
    assert history.score().unit == "of 10"
    assert ">10 of 10<" in history.plot(kind="svg").svg()
    assert (
        history.plot(kind="altair")
        .to_dict()["layer"][1]["encoding"]["y"]["title"]
        .endswith("of 10")
    )


@pytest.mark.parametrize(
    ("ask", "sentence"),
    [
        (lambda: clap.history(ROWS, "none-such"), "No rule is called"),
        (lambda: clap.history([{"film": 1}]), "no column “work”"),
        (lambda: clap.history(ROWS, names={"work": "film"}), "no column “film”"),
        (lambda: clap.history([]), "empty"),
        (lambda: clap.history([{**ROWS[0], "grade": "B+"}]), "“grade” must hold whole numbers"),
        (lambda: clap.history([{**ROWS[0], "kind": "praised"}]), "“praised” in the column"),
        (lambda: clap.history([{"work": 1}, {"work": "a"}]), "do not make a table"),
        (lambda: one_work().plot(kind="oil"), "“oil” is no kind of plot"),
        (lambda: one_work().plot(kind="svg", size="huge"), "not “huge”"),
    ],
)
def test_what_cannot_be_done_is_refused_in_a_sentence(ask, sentence):
    with pytest.raises(clap.Refused, match=sentence):
        ask()


def test_a_plot_without_any_library(monkeypatch):
    from clapometer.library import plotting

    monkeypatch.setattr(plotting, "find_spec", lambda name: None)
    assert "<svg" in one_work().plot()._repr_html_()
    with pytest.raises(clap.Refused, match="altair is not installed: pip install altair"):
        one_work().plot(kind="altair")
