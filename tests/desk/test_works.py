from datetime import UTC

import pytest

from clapometer.catalogue.models import Work
from clapometer.catalogue.search import resolve_work
from clapometer.desk.imports import run_import
from clapometer.desk.plans import plan_import
from clapometer.desk.undoing import undo_import
from clapometer.instants import parse_instant
from tests.desk.files import write

pytestmark = pytest.mark.django_db
START_OF_MAY = parse_instant("2024-05-01T00:00Z", UTC)
COLUMNS = ("film_id", "title", "year", "kind", "imdb", "parent", "number")


def take(folder, *rows):
    """Take in the rows as works, beside one review."""
    reviews = write(
        folder / "r.csv",
        [("zz", "Invented Critic", "fresh", "4/5")],
        ("film_id", "critic", "verdict", "grade"),
    )
    works = write(folder / "w.csv", rows, COLUMNS)
    return run_import(plan_import(reviews, works=works))


def titles():
    return sorted(Work.objects.exclude(title="file:zz").values_list("title", flat=True))


def test_works_are_added_once(tmp_path):
    rows = [("1", "A", "2024", "film", "", "", ""), ("2", "B", "2024", "film", "", "", "")]
    assert take(tmp_path, *rows).works == 3
    assert take(tmp_path, *rows).works == 0
    assert titles() == ["A", "B"]


def test_the_same_row_twice_in_one_file_is_one_work(tmp_path):
    row = ("1", "A", "2024", "film", "", "", "")
    take(tmp_path, row, row)
    assert titles() == ["A"]


def test_parts_find_the_whole_in_the_same_file(tmp_path):
    take(
        tmp_path,
        ("s", "A Series", "2024", "series", "", "", ""),
        ("s1", "Season 1", "2024", "season", "", "s", "1"),
        ("e1", "Pilot", "2024", "episode", "", "s1", "1"),
    )
    assert resolve_work("file:e1").label == "A Series: Season 1: Pilot"
    assert resolve_work("file:s1").number == 1


def test_the_same_title_and_year_with_another_identifier_is_another_work(tmp_path):
    take(tmp_path, ("1", "A", "2024", "film", "", "", ""), ("2", "A", "2024", "film", "", "", ""))
    assert titles() == ["A", "A"]


def test_what_the_catalogue_lacks_is_filled_in_and_what_it_has_left_alone(tmp_path):
    take(tmp_path, ("1", "A", "", "film", "", "", ""))
    take(tmp_path, ("1", "Another Title", "2024", "film", "tt0000001", "", ""))
    work = resolve_work("imdb:tt0000001")
    assert (work.title, work.year) == ("A", 2024)


def test_a_row_that_joins_two_works_is_refused(tmp_path):
    take(
        tmp_path,
        ("1", "A", "2024", "film", "", "", ""),
        ("2", "B", "2024", "film", "tt0000002", "", ""),
    )
    outcome = take(tmp_path, ("1", "A", "2024", "film", "tt0000002", "", ""))
    assert outcome.reasons == {"torn_work": 1}


def test_a_release_completes_a_known_work_and_can_be_undone(tmp_path):
    columns = ("film_id", "title", "year", "release_date")
    reviews = [("1", "Invented Critic", "fresh", "4/5")]
    take(tmp_path, ("1", "A", "2024", "film", "", "", ""))
    path = write(tmp_path / "r2.csv", reviews, ("film_id", "critic", "verdict", "grade"))
    beside = write(tmp_path / "w2.csv", [("1", "A", "2024", "2024-05-01")], columns)
    outcome = run_import(plan_import(path, works=beside))
    assert Work.objects.get(title="A").released == START_OF_MAY
    undo_import(outcome.import_id)
    assert Work.objects.get(title="A").released is None
