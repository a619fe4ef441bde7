"""What others do while an import runs, and what a table of works adds. All names are made up."""

import pytest

from clapometer.catalogue.models import Work
from clapometer.desk import preparing
from clapometer.desk.imports import ImportTakenBack, run_import
from clapometer.desk.models import Import
from clapometer.desk.plans import plan_import
from clapometer.desk.undoing import undo_import
from clapometer.reviews.models import Critic, Review
from tests.desk.files import row, some, write

pytestmark = pytest.mark.django_db
WORKS = ("film_id", "title", "year")
REVIEWS = ("film_id", "critic", "outlet", "date", "verdict")


def once(act):
    """Return a progress that acts the first time it is told."""
    done = []
    return lambda *_: done or done.append(act())


# Nothing is built on what another process takes back while an import runs.
def test_an_undo_during_an_import_leaves_nothing_in_the_air(tmp_path, monkeypatch):
    monkeypatch.setattr(preparing, "ROWS_AT_ONCE", 1)
    first = run_import(plan_import(write(tmp_path / "a.csv", [row("Somebody")]))).import_id
    rows = [row("Somebody"), row("Another"), row("Somebody", film="Another Made-up Film")]
    path = write(tmp_path / "b.csv", rows)
    run_import(plan_import(path), once(lambda: undo_import(first)))
    in_force = Review.objects.filter(standing__isnull=False)
    assert in_force.count() == 2
    for review in in_force:
        assert Work.objects.filter(id=review.work_id).exists()
        assert Critic.objects.filter(id=review.critic_id).exists()


def test_an_import_that_is_taken_back_while_it_runs_stops(tmp_path, monkeypatch):
    monkeypatch.setattr(preparing, "ROWS_AT_ONCE", 1)
    plan = plan_import(write(tmp_path / "a.csv", some(3)))
    with pytest.raises(ImportTakenBack, match="was taken back while it ran"):
        run_import(plan, once(lambda: undo_import(Import.objects.get().id)))
    assert Import.objects.get().state == "undone"
    assert not Review.objects.filter(standing__isnull=False).exists()


# rows = added + unchanged + refused, also where the table of works has rows that are refused.
def test_refused_rows_of_the_works_are_counted_apart(tmp_path):
    works = write(tmp_path / "w.csv", [("7", "A Made-up Film", "2024"), ("", "", "")], WORKS)
    reviews = write(tmp_path / "r.csv", [("7", "A", "O", "2026-01-01", "fresh")], REVIEWS)
    outcome = run_import(plan_import(reviews, works=works))
    assert (outcome.rows, outcome.added, outcome.unchanged, outcome.refused) == (1, 1, 0, 0)
    assert outcome.works_refused == 1
    assert outcome.report is not None


# The same table of works again adds nothing, also without identifiers or years.
@pytest.mark.parametrize("year", ["2024", ""])
def test_a_table_of_works_again_adds_nothing(tmp_path, year):
    works = [("A Made-up Film", year), ("A Made-up Film", year), ("Another", year)]
    works = write(tmp_path / "w.csv", works, ("title", "year"))
    reviews = write(tmp_path / "r.csv", [row("A", film="A Third Made-up Film")])
    for _ in range(2):
        run_import(plan_import(reviews, works=works))
        assert Work.objects.count() == 3
