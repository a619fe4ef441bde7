"""The report of refused rows, wherever the file came from. All names are made up."""

import csv
import os

import pytest

from clapometer.desk.imports import run_import
from clapometer.desk.models import Import
from clapometer.desk.plans import plan_import
from clapometer.ledger.reading import read_entries
from tests.desk.files import row, write

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "name", ["x" * 250 + ".csv", "é" * 120 + ".csv", os.fsdecode(b"made-up-\xff.csv"), "=1+1.csv"]
)
def test_a_file_of_any_name_is_taken_in_and_reported_on(tmp_path, name):
    path = write(tmp_path / name, [row("A"), row("B", "who knows")])
    outcome = run_import(plan_import(path))
    assert (outcome.added, outcome.refused) == (1, 1)
    assert outcome.report.exists()
    assert outcome.report.name.endswith("-refused.csv")
    assert Import.objects.get().file_name == next(iter(read_entries())).data["file"]
    assert Import.objects.get().file_name.isprintable()


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)"])
def test_a_cell_is_no_formula(tmp_path, text):
    path = write(tmp_path / "a.csv", [row(text, "who knows")])
    outcome = run_import(plan_import(path))
    with outcome.report.open(encoding="utf-8", newline="") as file:
        (line,) = csv.DictReader(file)
    assert line["critic"] == f"'{text}"
