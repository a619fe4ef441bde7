"""`clapometer cite`: sentences to quote, from the made-up festival."""

import csv
import io
import json

import pytest

WORK = "The Salt Road"


@pytest.fixture
def titled(festival):
    from clapometer.catalogue.models import Work
    from clapometer.reviews.models import WorkPosition

    return Work.objects.filter(id__in=WorkPosition.objects.values("work_id"), kind="film").first()


def test_each_sentence_is_followed_by_its_permalink(run, titled):
    result = run("cite", titled.public_id, "--style", "ap")
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert all(line.startswith("  http") and "known=" in line for line in lines[1::2])
    assert any("debuted at" in line and "percent" in line for line in lines[::2])


def test_json_csv_and_markdown_hold_the_same_sentences(run, titled):
    more = (titled.public_id, "--language", "de", "--at", "2026-10-05")
    data = json.loads(run("cite", *more, "--json").stdout)
    told = [one["sentence"] for one in data["facts"]]
    table = csv.DictReader(io.StringIO(run("cite", *more, "--csv").stdout))
    assert [row["sentence"] for row in table] == told
    assert run("cite", *more, "--markdown").stdout.count("\n- ") == len(told)
    assert data["language"] == "de"


def test_one_form_of_answer_at_a_time(run, titled):
    result = run("cite", titled.public_id, "--json", "--csv")
    assert result.exit_code == 2
    assert "Choose one" in result.stderr
