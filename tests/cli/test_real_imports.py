"""A real list, taken in by the command: every row is in, was there before, or is in the report."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.realdata


def run(*arguments):
    command = [sys.executable, "-m", "clapometer", *map(str, arguments)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def test_critics_flatiron_to_the_last_row(realdata, tmp_path):
    source = realdata / "critics-flatiron"
    command = (
        "import", source / "rt.reviews.even.tsv.gz", "--profile", "critics-flatiron",
        "--works", source / "rt.movie_info.even.tsv.gz", "--yes",
        "--json", "--data", tmp_path / "site",
    )  # fmt: skip
    outcome = run(*command)
    assert (outcome["rows"], outcome["refused"]) == (27_105, 13)
    assert outcome["added"] + outcome["unchanged"] + outcome["refused"] == outcome["rows"]
    assert outcome["reasons"] == {"no_reviewer": 13}
    with Path(outcome["report"]).open(encoding="utf-8", newline="") as file:
        report = list(csv.DictReader(file))
    assert len(report) == 13
    assert all(row["refused_because"].startswith("The row names neither") for row in report)
    again = run(*command)
    assert (again["added"], again["refused"]) == (0, 13)
    assert again["unchanged"] == outcome["added"] + outcome["unchanged"]


def test_reviews_with_the_minute_they_were_seen(realdata, tmp_path):
    path = realdata / "critics-timestamps" / "reviews_2026-03.csv"
    site = tmp_path / "site"
    outcome = run("import", path, "--map", "prefix=rt:m/", "--yes", "--json", "--data", site)
    assert outcome["rows"] == 88
    assert outcome["added"] + outcome["unchanged"] + outcome["refused"] == 88
    early = run(
        "score", "rt:m/project_hail_mary", "--at", "2026-03-21T12:00Z", "--json", "--data", site
    )
    late = run("score", "rt:m/project_hail_mary", "--json", "--data", site)
    assert early["count"] < late["count"]
