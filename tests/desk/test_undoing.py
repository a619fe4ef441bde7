import pytest

from clapometer.catalogue.drafts import work_added, work_corrected
from clapometer.catalogue.models import Identifier, Work
from clapometer.catalogue.search import WorkUnknown, resolve_work
from clapometer.desk.imports import run_import
from clapometer.desk.models import Import
from clapometer.desk.plans import plan_import
from clapometer.desk.undoing import ImportUnknown, undo_import
from clapometer.ledger.consumers import rebuild
from clapometer.ledger.reading import head
from clapometer.ledger.verifying import problems
from clapometer.ledger.writing import writing
from clapometer.reviews.models import Critic, Outlet, WorkScore
from clapometer.reviews.record import reviews_at
from clapometer.reviews.scores import score_of
from tests.desk.files import row, some, write
from tests.reviews.test_rebuild import projections

pytestmark = pytest.mark.django_db


def take(path):
    return run_import(plan_import(path)).import_id


def test_everything_a_file_brought_is_taken_back(tmp_path):
    import_id = take(write(tmp_path / "a.csv", some(6)))
    work, known = resolve_work("A Made-up Film"), head()[1]
    undone = undo_import(import_id)
    assert undone.reviews == 6
    for model in (Work, Identifier, Critic, Outlet):
        assert not model.objects.exists()
    assert score_of(work).score.tally.count == 0
    assert Import.objects.get(id=import_id).state == "undone"
    assert list(problems()) == []
    # What the site showed before is still known.
    assert score_of(work, known=known).score.tally.count == 6


def test_the_score_before_an_import_comes_back_exactly(tmp_path):
    take(write(tmp_path / "a.csv", some(6)))
    work = resolve_work("A Made-up Film")
    before = score_of(work).score
    rows = [
        row("Invented Critic 1", "rotten", date="2026-04-01"),
        row("New", "rotten"),
        row("New", film="Another Made-up Film"),
    ]
    second = take(write(tmp_path / "b.csv", rows))
    assert score_of(work).score != before
    undo_import(second)
    assert score_of(work).score == before
    with pytest.raises(WorkUnknown):
        resolve_work("Another Made-up Film")
    assert not Critic.objects.filter(name="New").exists()


def test_what_others_have_built_on_is_left_standing(tmp_path):
    first = take(write(tmp_path / "a.csv", some(6)))
    take(
        write(
            tmp_path / "b.csv", [row("Somebody Else"), row("Invented Critic 2", outlet="Elsewhere")]
        )
    )
    undo_import(first)
    work = resolve_work("A Made-up Film")
    assert {said.critic.name for said in reviews_at(work)} == {"Somebody Else", "Invented Critic 2"}
    assert WorkScore.objects.get(work=work).count == 2


def test_the_same_file_can_be_taken_in_again_after_an_undo(tmp_path):
    path = write(tmp_path / "a.csv", some(6))
    undo_import(take(path))
    again = run_import(plan_import(path))
    assert (again.added, again.unchanged) == (6, 0)
    assert score_of(resolve_work("A Made-up Film")).score.tally.count == 6


def test_an_import_is_taken_back_once(tmp_path):
    import_id = take(write(tmp_path / "a.csv", some(2)))
    undo_import(import_id)
    before = head()
    with pytest.raises(ImportUnknown, match="was taken back already"):
        undo_import(import_id)
    with pytest.raises(ImportUnknown, match="There is no import 999"):
        undo_import(999)
    assert head() == before


def completed(tmp_path):
    """Import a works file that completes a known work; return the work and the import."""
    with writing("editor") as writer:
        facts = {"kind": "film", "title": "A Made-up Film", "identifiers": ("file:7",)}
        work = writer.append_one(work_added(**facts)).seq
    works = [("7", "A Made-up Film", "2024", "limited")]
    works = write(tmp_path / "w.csv", works, ("film_id", "title", "year", "release"))
    columns = ("film_id", "critic", "outlet", "date", "verdict")
    reviews = write(tmp_path / "r.csv", [("7", "A", "O", "2026-01-01", "fresh")], columns)
    return work, run_import(plan_import(reviews, works=works)).import_id


def test_what_a_works_file_completed_is_incomplete_again(tmp_path):
    work, import_id = completed(tmp_path)
    found = Work.objects.get(id=work)
    assert (found.year, found.release) == (2024, "limited")
    undo_import(import_id)
    found = Work.objects.get(id=work)
    assert (found.year, found.release) == (None, "")


def test_a_later_correction_is_left_standing(tmp_path):
    work, import_id = completed(tmp_path)
    with writing("editor") as writer:
        writer.append_one(work_corrected(work, {"year": 2023}, {"year": 2024}))
    undo_import(import_id)
    found = Work.objects.get(id=work)
    assert (found.year, found.release) == (2023, "")


def test_what_is_built_on_at_the_last_moment_is_left_standing(tmp_path):
    first = take(write(tmp_path / "a.csv", some(3)))
    path = write(tmp_path / "b.csv", [row("Somebody Else")])
    # Its reviews are taken back and its works not yet: that is when the progress is told.
    undo_import(first, lambda *_: take(path))
    (said,) = reviews_at(resolve_work("A Made-up Film"))
    assert said.critic.name == "Somebody Else"


def test_a_rebuild_after_an_undo_and_the_same_file_again_gives_the_identical_rows(tmp_path):
    path = write(tmp_path / "a.csv", some(6))
    undo_import(take(path))
    take(path)
    before = projections()
    rebuild()
    assert projections() == before
