"""Names of critics and outlets are corrected, and corrections taken back. All are made up."""

from __future__ import annotations

import pytest

from clapometer.desk.imports import run_import
from clapometer.desk.plans import plan_import
from clapometer.desk.renaming import NameRefused, correct_name, corrections_of, undo_correction
from clapometer.ledger.entries import Entry
from clapometer.ledger.reading import head, read_some
from clapometer.reviews.models import Critic, Outlet, Review
from clapometer.reviews.people import find_named
from tests.desk.files import row, write
from tests.reviews.telling import Story

pytestmark = pytest.mark.django_db
ME = "member:7"


@pytest.fixture
def story(db):
    one = Story()
    for number in range(2):
        one.post(number, True)
    return one


def critic(story, number=0):
    return Critic.objects.get(id=story.critics[number])


def outlet(story, number=0):
    return Outlet.objects.get(id=story.outlets[number])


@pytest.mark.parametrize("one", [critic, outlet])
def test_a_name_is_corrected_found_and_comes_back(story, one):
    before = one(story).name
    entry = correct_name(one(story), "  Wilhelmina  Invénted ", ME)
    assert one(story).name == "Wilhelmina Invénted"
    assert find_named(type(one(story)), "wilhelmina invented") == [one(story)]
    assert corrections_of(one(story)) == [(entry.seq, before, "Wilhelmina Invénted")]
    undone = undo_correction(entry.seq, ME)
    assert (undone.data["entry"], undone.actor) == (entry.seq, ME)
    assert one(story).name == before
    assert corrections_of(one(story)) == []
    with pytest.raises(NameRefused):
        undo_correction(entry.seq, ME)


def test_the_name_of_a_person_does_not_stand_in_the_log(story):
    first = correct_name(critic(story), "Wilhelmina Invented", ME)
    second = undo_correction(first.seq, ME)
    for entry in read_some([first.seq, second.seq]).values():
        assert isinstance(entry, Entry)
        assert "Invented" not in entry.body


@pytest.mark.parametrize("name", ["", "  ", "x" * 201, "N/A"])
def test_what_is_no_name_is_refused(story, name):
    before = head()
    with pytest.raises(NameRefused):
        correct_name(critic(story), name, ME)
    assert head() == before


def test_two_cannot_share_a_name_however_it_is_spelt(story):
    with pytest.raises(NameRefused, match="another one"):
        correct_name(critic(story), critic(story, 1).name.upper(), ME)
    with pytest.raises(NameRefused, match="already"):
        correct_name(critic(story), critic(story).name, ME)
    correct_name(critic(story), critic(story).name.upper(), ME)


def test_a_correction_is_not_taken_back_where_the_old_name_was_given_to_somebody_else(story):
    old = critic(story).name
    entry = correct_name(critic(story), "Wilhelmina Invented", ME)
    correct_name(critic(story, 1), old, ME)
    with pytest.raises(NameRefused, match="another one"):
        undo_correction(entry.seq, ME)


# Of several corrections the last that holds counts, in whatever order they are taken back.
def test_corrections_are_taken_back_in_any_order(story):
    old = critic(story).name
    first = correct_name(critic(story), "Wilhelmina Invented", ME)
    second = correct_name(critic(story), "Wilma Invented", ME)
    undo_correction(first.seq, ME)
    assert critic(story).name == "Wilma Invented"
    undo_correction(second.seq, ME)
    assert critic(story).name == old


# The same file taken in again after a correction adds nothing: the old name means the same person.
def test_a_file_that_has_the_old_name_still_means_the_same(tmp_path):
    path = write(tmp_path / "a.csv", [row("Ada Inventde", outlet="Made-up Maul")])
    run_import(plan_import(path))
    correct_name(Critic.objects.get(), "Ada Invented", ME)
    correct_name(Outlet.objects.get(), "Made-up Mail", ME)
    again = run_import(plan_import(path))
    assert (again.added, again.unchanged) == (0, 1)
    assert (Critic.objects.count(), Outlet.objects.count(), Review.objects.count()) == (1, 1, 1)
