"""`clapometer history FILE -o OUT` and `scores FILE -o OUT`: tables in files, without a site."""

from __future__ import annotations

import csv
import gzip
import json
import subprocess
import sys

import pyarrow
import pytest
from pyarrow import parquet

SHARE = ("--rule", "rotten-tomatoes-2020")
ROWS = [
    {
        "film": f"Made Up {n % 7}",
        "who": n % 11,
        "happened_at": f"2024-03-{n % 28 + 1:02}",
        "kind": "withdrawn" if n % 13 == 12 else "posted",
        "positive": n % 3 > 0,
        "grade": None if n % 5 == 0 else n * 10,
    }
    for n in range(400)
]
MAP = ("--map", "work=film", "--map", "reviewer=who")


def write(path):
    """The made-up reviews in the format that the name says."""
    if path.name.endswith(".parquet"):
        parquet.write_table(pyarrow.Table.from_pylist(ROWS), path, row_group_size=90)
    elif ".jsonl" in path.name:
        path.write_text("".join(json.dumps(row) + "\n" for row in ROWS))
    else:
        with gzip.open(path, "wt") if path.suffix == ".gz" else path.open("w") as file:
            separator = "\t" if ".tsv" in path.name else ","
            writer = csv.DictWriter(file, list(ROWS[0]), delimiter=separator)
            writer.writeheader()
            writer.writerows(ROWS)
    return path


@pytest.fixture
def reference(run, tmp_path):
    """The history of the rows, from Parquet to Parquet."""
    out = tmp_path / "reference.parquet"
    ended = run(
        "history", write(tmp_path / "in.parquet"), "-o", out, *MAP, "--rule", "rotten-tomatoes-2020"
    )
    assert ended.exit_code == 0, ended.stderr
    return parquet.read_table(out).to_pylist()


def test_one_row_comes_out_for_each_that_went_in(reference):
    assert [row["seq"] for row in reference] == list(range(400))
    assert [row["work"] for row in reference] == [row["film"] for row in ROWS]
    assert {row["printed"] for row in reference} > {None}


@pytest.mark.parametrize("name", ["in.csv", "in.csv.gz", "in.tsv", "in.jsonl"])
def test_every_format_says_the_same(run, tmp_path, reference, name):
    out = tmp_path / "out.parquet"
    ended = run("history", write(tmp_path / name), "-o", out, *MAP, *SHARE)
    assert ended.exit_code == 0, ended.stderr
    assert parquet.read_table(out).to_pylist() == reference


@pytest.mark.parametrize("name", ["out.csv", "out.jsonl", "out.jsonl.gz"])
def test_the_result_is_written_in_every_format(run, tmp_path, reference, name):
    out = tmp_path / name
    assert run("history", tmp_path / "in.parquet", "-o", out, *MAP, *SHARE).exit_code == 0
    packed = out.read_bytes()
    text = (gzip.decompress(packed) if name.endswith(".gz") else packed).decode()
    if ".jsonl" in name:
        assert [json.loads(line) for line in text.splitlines()] == reference
    else:
        rows = list(csv.DictReader(text.splitlines()))
        assert [row["count"] for row in rows] == [str(row["count"]) for row in reference]


@pytest.mark.parametrize("name", ["in.csv", "in.parquet", "in.jsonl"])
def test_a_table_beyond_the_memory_allowed_is_scored_in_parts(run, tmp_path, reference, name):
    out = tmp_path / "parts.parquet"
    ended = run("history", write(tmp_path / name), "-o", out, *MAP, *SHARE, "--memory", "20KB")
    assert "scored in" in ended.stderr
    rows = parquet.read_table(out).to_pylist()
    assert sorted(rows, key=lambda row: row["seq"]) == reference
    assert not list(tmp_path.glob(".*")), "nothing is left lying about"


@pytest.mark.parametrize("memory", ["1GB", "20KB"])
def test_columns_of_json_lines_may_change_on_the_way(run, tmp_path, monkeypatch, memory):
    """Blocks of lines that lack a column, or hold no time or only decimals in it."""
    monkeypatch.setattr("clapometer.cli.tablefiles._BLOCK", 4_000)
    rows = [dict(row) for row in ROWS]
    for number, row in enumerate(rows):
        row["happened_at"] += "" if number < 100 else "T00:00:00Z" if number < 150 else "T00:00"
        row["who"] = float(row["who"]) if number % 200 > 100 else row["who"]
        if number < 100 or row["grade"] is None:
            del row["grade"]
        row["note"] = {"a": number} if number > 300 else None
    path, out = tmp_path / "in.jsonl", tmp_path / "out.parquet"
    kept = [row for row in rows if "Z" not in row["happened_at"]]
    path.write_text("".join(json.dumps(row) + "\n" for row in kept))
    ended = run("history", path, "-o", out, *MAP, *SHARE, "--memory", memory)
    assert ended.exit_code == 0, ended.stderr
    found = sorted(parquet.read_table(out).to_pylist(), key=lambda row: row["seq"])
    flat = [{**ROWS[0], "grade": None, **row, "note": None, "who": int(row["who"])} for row in kept]
    whole = tmp_path / "whole.parquet"
    parquet.write_table(pyarrow.Table.from_pylist(flat), whole)
    assert run("history", whole, "-o", out, *MAP, *SHARE).exit_code == 0
    assert found == parquet.read_table(out).to_pylist()


def test_a_column_of_two_kinds_is_refused(run, tmp_path, monkeypatch):
    monkeypatch.setattr("clapometer.cli.tablefiles._BLOCK", 4_000)
    rows = [{**row, "who": f"critic {n}" if n > 300 else n} for n, row in enumerate(ROWS)]
    path, out = tmp_path / "in.jsonl", tmp_path / "out.parquet"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    for memory in ("1GB", "20KB"):
        ended = run("history", path, "-o", out, *MAP, "--memory", memory)
        assert ended.exit_code == 2
        assert "who" in ended.stderr
    assert not out.exists()


def test_dictionaries_and_one_group_of_rows_go_by_parts(run, tmp_path, reference):
    table = pyarrow.Table.from_pylist(ROWS)
    for name in ("film", "kind"):
        place = table.column_names.index(name)
        table = table.set_column(place, name, table[name].dictionary_encode())
    path, out = tmp_path / "coded.parquet", tmp_path / "parts.parquet"
    parquet.write_table(table, path)
    ended = run("history", path, "-o", out, *MAP, *SHARE, "--memory", "10KB")
    assert "scored in" in ended.stderr, ended.stderr
    rows = parquet.read_table(out).to_pylist()
    assert sorted(rows, key=lambda row: row["seq"]) == reference


@pytest.mark.parametrize("command", ["history", "scores", "moments"])
def test_a_rule_of_ones_own_and_given_numbers_score_tables_too(run, tmp_path, command):
    path, out = write(tmp_path / "in.parquet"), tmp_path / "out.parquet"
    rule = tmp_path / "ours.toml"
    rule.write_text(
        'name = "ours"\ntitle = "Ours"\nbased_on = "rotten-tomatoes-2020"\nminimum = 8\n'
    )
    assert run(command, path, "-o", out, *MAP, "--rule", rule).exit_code == 0
    if command == "history":
        rows = parquet.read_table(out).to_pylist()
        assert min(row["count"] for row in rows if row["printed"] is not None) == 8
    ended = run(command, path, "-o", out, *MAP, "--rule", "imdb-top-250", "--given", "mean=6.9")
    assert ended.exit_code == 0, ended.stderr
    ended = run(command, path, "-o", out, *MAP, "--rule", "imdb-top-250", "--given", "colour=6.9")
    assert ended.exit_code == 2
    assert "colour" in ended.stderr
    rule.write_text("nothing of a rule")
    assert run(command, path, "-o", out, *MAP, "--rule", rule).exit_code == 2


def test_scores_at_an_instant(run, tmp_path, reference):
    out = tmp_path / "scores.jsonl"
    ended = run("scores", tmp_path / "in.parquet", "-o", out, *MAP, *SHARE)
    assert ended.exit_code == 0, ended.stderr
    rows = [json.loads(line) for line in out.read_text().splitlines()]
    assert [row["work"] for row in rows] == [f"Made Up {n}" for n in range(7)]
    ended = run("scores", tmp_path / "in.parquet", "-o", out, *MAP, *SHARE, "--at", "2024-02-29")
    assert {json.loads(line)["count"] for line in out.read_text().splitlines()} == {0}


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("nowhere.csv", "-o", "out.csv"), "There is no file"),
        (("in.parquet", "-o", "out.xlsx"), "must end with one of .parquet, .csv"),
        (("in.parquet", "-o", "out.csv"), "The table has no column “work”"),
        (("in.parquet", "-o", "out.csv", "--map", "colour=film"), "maps no column"),
        (("in.parquet", "-o", "out.csv", *MAP, "--memory", "much"), "is no size of memory"),
        (("in.parquet", "-o", "in.parquet", *MAP), "would overwrite the table"),
        (("in.parquet", "-o", "out.csv", *MAP, "--rule", "none-such"), "No rule is called"),
        (("broken.parquet", "-o", "out.csv"), "cannot be read"),
    ],
)
def test_what_cannot_be_done_is_refused_and_nothing_is_written(
    run, tmp_path, monkeypatch, arguments, sentence
):
    write(tmp_path / "in.parquet")
    (tmp_path / "broken.parquet").write_bytes(b"no table at all")
    monkeypatch.chdir(tmp_path)
    ended = run("history", *arguments)
    assert ended.exit_code == 2
    assert sentence in ended.stderr
    assert {one.name for one in tmp_path.iterdir()} == {"in.parquet", "broken.parquet"}


BASE_INSTALL = """
import importlib.util, sys
for name in ("numba", "llvmlite", "numpy", "pandas"):
    sys.modules[name] = None
find = importlib.util.find_spec
importlib.util.find_spec = lambda name: None if name in ("numba", "numpy") else find(name)
from clapometer.cli.main import main
main(sys.argv[1:])
"""


@pytest.mark.parametrize("memory", ["4GB", "20KB"])
def test_without_the_extra_the_same_table_comes_out(tmp_path, reference, memory):
    out = tmp_path / "plain.parquet"
    command = ["history", tmp_path / "in.parquet", "-o", out, *MAP, *SHARE, "--memory", memory]
    done = subprocess.run(
        [sys.executable, "-c", BASE_INSTALL, *map(str, command)], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert "400 rows written" in done.stderr
    rows = parquet.read_table(out).to_pylist()
    assert sorted(rows, key=lambda row: row["seq"]) == reference


def test_a_mean_of_grades_is_scored_too(run, tmp_path):
    out = tmp_path / "means.jsonl"
    table = pyarrow.Table.from_pylist([{**row, "grade": 7_500} for row in ROWS])
    parquet.write_table(table, tmp_path / "graded.parquet")
    ended = run("scores", tmp_path / "graded.parquet", "-o", out, *MAP, "--rule", "opencritic")
    assert ended.exit_code == 0, ended.stderr
    assert {json.loads(line)["printed"] for line in out.read_text().splitlines()} == {75}


def told(run, source, out, *more):
    """The rows of `moments FILE -o OUT` under a rule of shares."""
    ended = run("moments", source, "-o", out, *MAP, *SHARE, *more)
    assert ended.exit_code == 0, ended.stderr
    rows = parquet.read_table(out).to_pylist()
    return sorted(rows, key=lambda row: (row["work"], row["at"], row["id"])), ended


@pytest.mark.parametrize("name", ["in.csv", "in.jsonl", "in.parquet"])
def test_moments_are_the_same_from_every_format_and_in_parts(run, tmp_path, name):
    out = tmp_path / "moments.parquet"
    rows, _ = told(run, write(tmp_path / "whole.parquet"), out)
    assert {row["kind"] for row in rows} > {"debut", "milestone", "record-low"}
    assert {row["work"] for row in rows} == {f"Made Up {n}" for n in range(7)}
    assert told(run, write(tmp_path / name), out)[0] == rows
    parts, ended = told(run, tmp_path / name, out, "--memory", "20KB")
    assert "scored in" in ended.stderr
    assert parts == rows


def test_moments_up_to_an_instant_take_columns_about_works(run, tmp_path):
    source, out = tmp_path / "in.csv", tmp_path / "out.csv"
    columns = {"work": "Made Up", "positive": "true", "top": "true", "large": "season"}
    with source.open("w") as file:
        writer = csv.DictWriter(file, [*columns, "reviewer", "happened_at", "release"])
        writer.writeheader()
        for n in range(30):
            day = f"2024-03-{n + 1:02}"
            writer.writerow({**columns, "reviewer": n, "happened_at": day, "release": "2024-03-09"})
    asked = ("moments", source, "-o", out, "--map", "size=large", *SHARE)
    assert run(*asked).exit_code == 0
    kinds = [row["kind"] for row in csv.DictReader(out.read_text().splitlines())]
    assert kinds == ["debut", "release", "milestone", "badge-won", "milestone"]
    assert run(*asked, "--at", "2024-03-10").exit_code == 0
    rows = list(csv.DictReader(out.read_text().splitlines()))
    assert [row["kind"] for row in rows] == ["debut", "release", "milestone"]
    assert rows[0]["text"] == "Debut: 100 % (5 of 5 reviews positive)."
    ended = run("moments", source, "-o", out, "--map", "length=large")
    assert "maps no column" in ended.stderr
    assert "release" in ended.stderr
