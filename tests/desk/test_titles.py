"""Which work a row means does not depend on where in the file it stands. All names are made up."""

import pytest

from clapometer.catalogue.drafts import work_added
from clapometer.catalogue.models import Work
from clapometer.desk import preparing
from clapometer.desk.imports import run_import
from clapometer.desk.plans import plan_import
from clapometer.desk.previews import preview
from clapometer.ledger.writing import writing
from tests.catalogue.stating import state
from tests.desk.files import row, write

pytestmark = pytest.mark.django_db
COLUMNS = ("title", "year", "kind", "critic", "outlet", "verdict")


def add(*works):
    with writing("test") as writer:
        return [entry.seq for entry in writer.append([work_added(**work) for work in works])]


# However many rows are taken in at once, a title means the same work.
@pytest.mark.parametrize("at_once", [1, 2, 100])
def test_a_title_without_a_year_is_the_work_another_row_dates(tmp_path, monkeypatch, at_once):
    monkeypatch.setattr(preparing, "ROWS_AT_ONCE", at_once)
    rows = [row("Anne"), row("Bert", year=""), row("Carl", film="a MADE-UP film")]
    outcome = run_import(plan_import(write(tmp_path / "a.csv", rows)))
    assert (outcome.works, outcome.added) == (1, 3)
    assert Work.objects.get().year == 2026


# However many rows are taken in at once, the preview says what the import then does.
@pytest.mark.parametrize("at_once", [1, 2, 100])
def test_a_preview_knows_again_what_it_has_met(tmp_path, monkeypatch, at_once):
    monkeypatch.setattr(preparing, "ROWS_AT_ONCE", at_once)
    rows = [
        row("Anne"),
        row("Bert"),
        row("ANNE", film="A MADE-UP FILM", outlet="outlet of anne"),
        row("Bert", year=""),
        row("Carl", "rotten", year=""),
    ]
    path = write(tmp_path / "a.csv", rows)
    seen = preview(plan_import(path))
    outcome = run_import(plan_import(path))
    assert (seen.works, seen.critics, seen.outlets) == (1, 3, 3)
    assert (outcome.works, outcome.critics, outcome.outlets) == (1, 3, 3)
    assert (seen.reviews, seen.unchanged) == (outcome.added, outcome.unchanged) == (3, 2)


def test_the_kind_tells_works_of_one_title_apart(tmp_path):
    works = [{"kind": kind, "title": "A Made-up Tale", "year": 2024} for kind in ("film", "series")]
    _, series = add(*works)
    path = write(
        tmp_path / "a.csv", [("A Made-up Tale", "2024", "series", "A", "O", "yes")], COLUMNS
    )
    outcome = run_import(plan_import(path))
    assert (outcome.added, outcome.works) == (1, 0)
    assert Work.objects.get(score__count=1).id == series


def test_candidates_are_named_as_a_reader_would(tmp_path):
    add(
        {"kind": "film", "title": "Twice Told"},
        {"kind": "film", "title": "Twice Told", "year": 1999},
    )
    plan = plan_import(write(tmp_path / "a.csv", [row("A", film="Twice Told", year="")]))
    assert preview(plan).ambiguous == {"Twice Told": ("Twice Told w1", "Twice Told (1999) w2")}


def test_a_work_is_known_by_its_other_title(tmp_path):
    (work,) = add({"kind": "film", "title": "Made-up Hearts", "year": 2026})
    state("title", work, text="Erfundene Herzen", type="translated", language="de")
    plan = plan_import(write(tmp_path / "a.csv", [row("A", film="ERFUNDENE HERZEN")]))
    assert preview(plan).works == 0
    assert run_import(plan).works == 0
    assert Work.objects.get(score__count=1).id == work


def test_another_title_of_another_year_is_another_work(tmp_path):
    (work,) = add({"kind": "film", "title": "Made-up Hearts", "year": 1999})
    state("title", work, text="Erfundene Herzen", type="alias")
    plan = plan_import(write(tmp_path / "a.csv", [row("A", film="Erfundene Herzen")]))
    assert run_import(plan).works == 1


def test_an_ambiguous_other_title_goes_to_a_person(tmp_path):
    works = add({"kind": "film", "title": "One"}, {"kind": "film", "title": "Two"})
    for work in works:
        state("title", work, text="Red Lanterns", type="alias")
    plan = plan_import(write(tmp_path / "a.csv", [row("A", film="Red Lanterns", year="")]))
    assert preview(plan).ambiguous == {"Red Lanterns": ("One w1", "Two w2")}
