"""Reviews read off pages: proposed, compared, entered, corrected, taken back. All is made up."""

from __future__ import annotations

import pytest

from clapometer.catalogue.drafts import work_added
from clapometer.catalogue.models import Work
from clapometer.desk.models import Proposal
from clapometer.desk.proposals.deciding import By, accept, amend
from clapometer.desk.proposals.knownreviews import held_by
from clapometer.desk.proposals.naming import ADD, Named
from clapometer.desk.proposals.proposing import Stand
from clapometer.desk.proposals.reviewproposing import propose_review
from clapometer.desk.proposals.takers import taker_of
from clapometer.desk.proposals.takingback import undo
from clapometer.desk.refusing import EntryRefused
from clapometer.ledger.reading import read_entries
from clapometer.ledger.writing import writing

pytestmark = pytest.mark.django_db
ED = "member:1"
TYPED = {
    "link": "https://mail.made-up.example/salt", "grade": "4/5", "critic": "Wanda Invented",
    "outlet": "Made-up Mail", "date": "2023-08-04", "quote": "It tastes of salt.",
}  # fmt: skip
SALT = Named("Salt Road", 2023, "film")


@pytest.fixture
def salt(db) -> Work:
    with writing(ED) as writer:
        draft = work_added(kind="film", title="Salt Road", year=2023)
        return Work.objects.get(id=writer.append_one(draft).seq)


@pytest.fixture
def read_off(taken_in):
    def propose(named=SALT, outlet="Made-up Mail", **typed):
        told = TYPED | {"outlet": outlet} | typed
        return propose_review(named, told, Stand(taken_in(outlet=outlet + repr(typed)), 0, 9))

    return propose


def compare(proposal):
    return taker_of(proposal).compare(proposal)


def test_a_review_of_a_known_work_is_entered_with_one_yes_and_taken_back(salt, read_off):
    proposal = read_off().proposal
    seen = compare(proposal)
    assert (seen.sentence, seen.hindered, seen.nothing_new) == ("A new review.", "", False)
    shown = {one.field: (one.held, one.says, one.state) for one in seen.rows}
    assert shown["Grade"] == ("", "4/5 → 8.0/10", "new")
    assert shown["Verdict"] == ("", "positive, from the grade", "new")
    decision = accept(proposal.id, By(ED))
    held = held_by(salt.id, "Wanda Invented", "Made-up Mail")
    assert held.typed["grade"] == "4/5"
    assert decision.entries == [held.said.seq]
    assert compare(proposal).nothing_new
    undo(decision.id, By(ED))
    assert held_by(salt.id, "Wanda Invented", "Made-up Mail") is None


def test_what_the_record_holds_just_so_is_not_proposed(salt, read_off):
    accept(read_off().proposal.id, By(ED))
    outcome = read_off(grade="8/10")
    assert outcome.proposal is None
    assert outcome.known == held_by(salt.id, "Wanda Invented", "Made-up Mail").review


def test_another_grade_of_the_same_reviewer_is_a_correction(salt, read_off):
    accept(read_off().proposal.id, By(ED))
    correction = read_off(grade="2/5", date="2023-08-09").proposal
    assert correction.kind == "correction"
    seen = compare(correction)
    assert seen.sentence.startswith("Grade: we hold 4/5 → 8.0/10; the source says 2/5 → 4.0/10.")
    decision = accept(correction.id, By(ED))
    assert held_by(salt.id, "Wanda Invented", "Made-up Mail").typed["grade"] == "2/5"
    undo(decision.id, By(ED))
    assert held_by(salt.id, "Wanda Invented", "Made-up Mail").typed["grade"] == "4/5"


def test_entered_wrongly_here_it_is_said_again_rightly_and_back(salt, read_off):
    accept(read_off().proposal.id, By(ED))
    correction = read_off(grade="2/5").proposal
    said = taker_of(correction).edited(correction, {"how": "mistyped"})
    decision = accept(correction.id, By(ED), said)
    held = held_by(salt.id, "Wanda Invented", "Made-up Mail")
    assert (held.typed["grade"], held.said.kind) == ("2/5", "posted")
    undo(decision.id, By(ED))
    assert held_by(salt.id, "Wanda Invented", "Made-up Mail").typed["grade"] == "4/5"


def test_an_unknown_work_is_added_with_the_review_and_goes_with_it(read_off):
    proposal = read_off().proposal
    seen = compare(proposal)
    assert "Salt Road (2023)" in seen.hindered
    assert [one.typed for one in seen.choices] == [{"work": ADD}]
    with pytest.raises(EntryRefused):
        accept(proposal.id, By(ED))
    said = taker_of(proposal).edited(proposal, seen.choices[0].typed)
    decision = accept(proposal.id, By(ED), said)
    assert Work.objects.get().title == "Salt Road"
    undo(decision.id, By(ED), "a dream")
    assert not Work.objects.exists()


def test_one_answer_serves_all_reviews_that_wait_under_the_title(read_off):
    first, second = (read_off(outlet=name).proposal for name in ("One", "Two"))
    accept(first.id, By(ED), taker_of(first).edited(first, {"work": ADD}))
    second.refresh_from_db()
    assert second.work == Work.objects.get().id
    assert compare(second).hindered == ""


def test_a_season_is_found_in_its_series_and_added_with_it(read_off):
    named = Named("Salt Road", 2023, "series", 2)
    proposal = read_off(named).proposal
    accept(proposal.id, By(ED), taker_of(proposal).edited(proposal, {"work": ADD}))
    season = Work.objects.get(kind="season")
    assert (season.number, season.parent.title) == (2, "Salt Road")
    assert read_off(named, outlet="Other").proposal.work == season.id


def test_a_review_without_a_grade_asks_for_its_verdict_with_one_key(salt, read_off):
    proposal = read_off(grade="").proposal
    seen = compare(proposal)
    assert "grade" in seen.hindered.casefold()
    positive = seen.choices[0]
    assert positive.typed == {"verdict": "read-positive"}
    amended = amend(proposal.id, taker_of(proposal).edited(proposal, positive.typed), ED)
    assert compare(amended).hindered == ""
    accept(proposal.id, By(ED))
    assert held_by(salt.id, "Wanda Invented", "Made-up Mail").said.verdict_by == "interpreted"


def test_a_grade_that_nobody_can_read_asks_for_the_critics_own_verdict(salt, read_off):
    seen = compare(read_off(grade="two fish of a shoal").proposal)
    assert seen.choices[0].typed == {"verdict": "positive"}


def test_two_links_to_the_same_review_are_one_proposal(salt, read_off):
    first = read_off()
    again = read_off(link="https://amp.made-up.example/salt")
    assert (again.proposal, again.new) == (first.proposal, False)
    assert Proposal.objects.get().backings.count() == 2


def test_every_field_is_edited_and_none_else(salt, read_off):
    proposal = read_off().proposal
    taker = taker_of(proposal)
    typed = {one.name: one.value for one in taker.fields(proposal)}
    assert taker.edited(proposal, {**typed, "state": "accepted"}) == {**proposal.said, **typed}
    assert taker.edited(proposal, {"work": "Salt Road"})["work"] == salt.public_id
    with pytest.raises(EntryRefused, match="Nobody Knows"):
        taker.edited(proposal, {"work": "Nobody Knows It"})


def test_nothing_is_in_the_ledger_before_a_person_says_yes(salt, read_off):
    before = list(read_entries())
    compare(read_off().proposal)
    compare(read_off(Named("Another", 2020, "film"), outlet="B").proposal)
    assert list(read_entries()) == before
