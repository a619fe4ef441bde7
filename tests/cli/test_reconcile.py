"""`clapometer reconcile`: lists of printed scores, read and explained."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

LIST = """day,percent,number_of_reviews
2023-08-03,100%,31
2023-08-07,97%,37
2023-08-08,100%,36
2023-08-09,97,20
"""


@pytest.fixture
def printed(tmp_path: Path) -> Path:
    """A made-up list of one work."""
    path = tmp_path / "scores.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


def test_each_row_is_explained(printed, run):
    answer = json.loads(run("reconcile", printed, "--json").stdout)
    (work,) = answer["works"]
    assert (work["days"], work["explained"], work["impossible"]) == (4, 3, 1)
    assert (work["withdrawn"], work["changed"], work["histories"]) == (1, 0, "1")
    assert [row["verdict"] for row in work["rows"]] == [
        "first", "grown", "withdrawn", "impossible",
    ]  # fmt: skip
    assert [(row["least"], row["most"]) for row in work["rows"]] == [
        (31, 31), (36, 36), (36, 36), (None, None),
    ]  # fmt: skip
    assert work["rows"][0]["at"] == "2023-08-03T00:00:00Z"
    assert (answer["rule"], answer["unread"]) == ("rotten-tomatoes-2020", [])


def test_for_people_it_names_the_days_that_stand_out(printed, run):
    lines = run("reconcile", printed).stdout.splitlines()
    assert lines[1].split() == ["–", "4", "3", "1", "1", "0", "1"]
    assert [line.partition(".")[0] for line in lines[2:]] == [
        "2023-08-08, 100 % of 36 (1 withdrawn at least)", "2023-08-09, 97 % of 20",
    ]  # fmt: skip


def test_columns_can_be_named_and_works_are_told_apart(tmp_path, run):
    path = tmp_path / "scores.tsv"
    text = "which\twhen\tx\ty\nA\t2020-01-01\t80\t5\nB\t2020-01-01\t60\t5\nA\t2020-01-02\t83\t6\n"
    path.write_text(text, encoding="utf-8")
    pairs = ("work=which", "date=when", "score=x", "count=y")
    options = [part for pair in pairs for part in ("--map", pair)]
    answer = json.loads(run("reconcile", path, *options, "--json").stdout)
    assert [(one["work"], one["days"]) for one in answer["works"]] == [("A", 2), ("B", 1)]


def test_rows_that_cannot_be_read_are_said_and_the_rest_goes_on(tmp_path, run):
    path = tmp_path / "scores.csv"
    path.write_text("date,score,count\n2020-01-01,error,5\n2020-01-02,80%,5 Reviews\n", "utf-8")
    ended = run("reconcile", path)
    assert ended.exit_code == 0
    assert ended.stderr == ("Row 1 cannot be read: date “2020-01-01”, score “error”, count “5”.\n")
    assert json.loads(run("reconcile", path, "--json").stdout)["works"][0]["days"] == 1


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--map", "score=nothing"], "There is no column “nothing”"),
        (["--map", "colour=day"], "“colour” is none of date, score, count, work."),
        (["--map", "score"], "“score” should be written FIELD=COLUMN."),
        (["--map", "score="], "No column was found for score; name it with --map score=COLUMN."),
        (["--rule", "imdb-top-250"], "The rule imdb-top-250 prints a mean of grades"),
        (["--rule", "none-such"], "No rule is called “none-such”"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(printed, run, arguments, sentence):
    ended = run("reconcile", printed, *arguments)
    assert ended.exit_code == 2
    assert ended.stderr.startswith(sentence)
    assert ended.stderr.count("\n") == 1


def test_a_file_without_a_readable_row_is_refused(tmp_path, run):
    path = tmp_path / "scores.csv"
    path.write_text("date,score,count\nyesterday,80,5\nnever,80,5\n", encoding="utf-8")
    ended = run("reconcile", path)
    assert ended.exit_code == 2
    assert ended.stderr.startswith("Not one row of scores.csv can be read. Row 1 cannot be read")


def test_a_missing_file_is_refused(tmp_path, run):
    assert run("reconcile", tmp_path / "none.csv").exit_code == 2


def test_a_summary_is_one_line_for_each_work_with_the_dates(tmp_path, run):
    path = tmp_path / "scores.csv"
    lines = [f"A,{line}" for line in LIST.splitlines()[1:]]
    text = "\n".join(["film,date,score,count", *lines, "A,2023-08-10,error,5", "B,2020-01-01,50,9"])
    path.write_text(text, encoding="utf-8")
    first, second = run("reconcile", path, "--summary").stdout.splitlines()[1:]
    assert re.split("  +", first) == [
        "A", "5", "4", "3", "1 (2023-08-08)", "0", "1 (2023-08-09)", "1 to 1", "1",
    ]  # fmt: skip
    assert re.split("  +", second) == ["B", "1", "1", "0", "0", "0", "1 (2020-01-01)", "–", "0"]
    works = json.loads(run("reconcile", path, "--summary", "--json").stdout)["works"]
    assert [(one["unread"], one["fewest"], one["most"]) for one in works] == [
        (1, 1, 1), (0, None, None),
    ]  # fmt: skip
    assert "rows" not in works[0]


@pytest.mark.realdata
def test_the_summary_of_twelve_films(realdata, run):
    path = realdata / "score-history" / "tomatometer_by_day.csv"
    pairs = ("--map", "score=critic", "--map", "count=criticNum")
    works = json.loads(run("reconcile", path, *pairs, "--summary", "--json").stdout)["works"]
    assert len(works) == 12
    assert sum(one["days"] + one["unread"] for one in works) == 2_877
    assert sum(one["impossible"] for one in works) == 0
    assert sum(one["days"] - one["explained"] for one in works) == 4
    assert {one["work"] for one in works if one["withdrawn"]} == {
        "Joker", "Godzilla: King of the Monsters", "Soul",
    }  # fmt: skip
