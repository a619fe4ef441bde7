"""A work's release follows the facts about it, unless an editor has set it. Works are made up."""

import pytest

from clapometer.catalogue.models import Work
from clapometer.desk.factimport import run_facts
from clapometer.desk.models import Import
from clapometer.desk.stating import correct_fact, restore_fact, undo_correction, undo_fact
from clapometer.desk.undoing import undo_import
from clapometer.instants import to_datetime
from clapometer.ledger.models import LedgerEntry
from tests.catalogue.stating import state
from tests.catalogue.telling import add, correct

pytestmark = pytest.mark.django_db
BY = "test editor"


def released(work):
    instant = Work.objects.get(id=work).released
    return None if instant is None else to_datetime(instant).date().isoformat()


def test_the_first_public_release_sets_it():
    work = add("Made-up Hearts")
    state("release", work, when="2024-01-05", pattern="festival")
    state("release", work, when="2024-03")
    assert released(work) is None
    state("release", work, when="2024-04-02", territory="GB")
    assert released(work) == "2024-04-02"
    state("release", work, when="2024-05-02", territory="FR")
    assert released(work) == "2024-04-02"
    state("release", work, when="2024-04-01", territory="IE")
    assert released(work) == "2024-04-01"


# Whatever is done to the facts, the release is the first of those that stand.
def test_it_moves_with_the_facts():
    work = add("Made-up Hearts")
    first = state("release", work, when="2024-04-02", territory="GB")
    state("release", work, when="2024-05-02", territory="FR")
    correct_fact(first, {"when": "2024-06-01", "territory": "GB"}, BY)
    assert released(work) == "2024-05-02"
    undo_correction(first, BY)
    assert released(work) == "2024-04-02"
    undo_fact(first, "", BY)
    assert released(work) == "2024-05-02"
    restore_fact(first, "", BY)
    assert released(work) == "2024-04-02"


def test_the_last_one_taken_back_leaves_none():
    work = add("Made-up Hearts")
    only = state("release", work, when="2024-04-02")
    undo_fact(only, "made-up reason", BY)
    assert released(work) is None
    last = LedgerEntry.objects.latest("seq")
    assert (last.kind, last.actor) == ("work.corrected", BY)


def test_what_an_editor_has_set_stays():
    work = add("Made-up Hearts", released=1_700_000_000_000_000)
    release = state("release", work, when="2024-04-02")
    assert released(work) == "2023-11-14"
    undo_fact(release, "", BY)
    assert released(work) == "2023-11-14"
    other = add("Another Invention")
    state("release", other, when="2024-04-02")
    correct(other, released="2024-04-09T00:00:00Z")
    state("release", other, when="2024-04-01")
    assert released(other) == "2024-04-09"
    assert not LedgerEntry.objects.filter(kind="work.corrected", subject=f"work:{work}").exists()


def test_other_facts_write_one_entry():
    work = add("Made-up Hearts")
    state("title", work, text="Another", type="alias")
    assert LedgerEntry.objects.count() == 2


# A file of facts follows the same rule, and so does taking it back.
def test_files_of_releases_set_it_and_taken_back_clear_it(tmp_path):
    work, other = add("Made-up Hearts"), add("Another Invention")
    state("release", other, when="2024-01-01")
    path = tmp_path / "facts.csv"
    path.write_text(
        "kind,work,territory,when\n"
        "release,Made-up Hearts,GB,2024-04-02\n"
        "release,Made-up Hearts,FR,2024-03-02\n"
        "release,Another Invention,FR,2023-03-02\n",
        encoding="utf-8",
    )
    outcome = run_facts(path)
    assert outcome.added == 3
    assert (released(work), released(other)) == ("2024-03-02", "2023-03-02")
    undo_import(Import.objects.get().id)
    assert (released(work), released(other)) == (None, "2024-01-01")
