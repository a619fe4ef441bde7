"""`clapometer query`: saved questions over the made-up festival."""

import csv
import io
import json

import pytest

from clapometer.queries.table import QUERIES


@pytest.mark.usefixtures("festival")
def test_without_a_name_the_queries_are_listed(run):
    result = run("query")
    assert result.exit_code == 0, result.output
    assert all(name in result.stdout for name in QUERIES)
    assert [one["query"] for one in json.loads(run("query", "--json").stdout)] == list(QUERIES)


@pytest.mark.usefixtures("festival")
def test_an_answer_is_a_table_that_says_its_rules(run):
    result = run("query", "perfect", "--set", "reviews=1")
    assert result.exit_code == 0, result.output
    assert QUERIES["perfect"].ties in result.stdout


@pytest.mark.usefixtures("festival")
@pytest.mark.parametrize("name", QUERIES)
def test_json_and_csv_hold_the_same_rows(run, name):
    data = json.loads(run("query", name, "--json").stdout)
    table = list(csv.DictReader(io.StringIO(run("query", name, "--csv").stdout)))
    assert [row["work"] for row in table] == [row["work"] for row in data["rows"]]


@pytest.mark.usefixtures("festival")
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("none-such",), "No query is called"),
        (("perfect", "--set", "reviews"), "reviews=20"),
        (("perfect", "--set", "reviews=-1"), "whole number"),
        (("perfect", "--json", "--csv"), "Choose one"),
    ],
)
def test_what_cannot_be_asked_ends_with_2_and_a_sentence(run, arguments, words):
    result = run("query", *arguments)
    assert result.exit_code == 2
    assert words in result.stderr
