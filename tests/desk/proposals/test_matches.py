"""Which work a title is: asked, answered, kept, taken back. All is made up."""

from __future__ import annotations

import pytest

from clapometer.catalogue.drafts import work_added
from clapometer.catalogue.models import Identifier, Work
from clapometer.desk.proposals.deciding import By, accept
from clapometer.desk.proposals.matches import propose_match
from clapometer.desk.proposals.naming import Candidate, Named, find_work
from clapometer.desk.proposals.proposing import Stand, propose
from clapometer.desk.proposals.takers import taker_of
from clapometer.desk.proposals.takingback import undo
from clapometer.facts.reading import facts_about
from clapometer.ledger.writing import writing

pytestmark = pytest.mark.django_db
ED = "member:1"


@pytest.fixture
def salt(db) -> Work:
    with writing(ED) as writer:
        draft = work_added(kind="film", title="Salt Road", year=2023)
        return Work.objects.get(id=writer.append_one(draft).seq)


def ask(named, salt, taken_in):
    candidates = [Candidate(salt.id, 70, "nearly the same")]
    made = propose_match(named, candidates, "two may be meant", [Stand(taken_in(), 0, 4)])
    return made.proposal, taker_of(made.proposal)


def answer(proposal, taker, typed):
    return accept(proposal.id, By(ED), taker.edited(proposal, typed))


def test_the_answer_is_kept_as_another_title_and_found_from_then_on(salt, taken_in):
    named = Named("Der Salzweg", 2023, "film")
    proposal, taker = ask(named, salt, taken_in)
    seen = taker.compare(proposal)
    assert "two may be meant" in seen.hindered
    assert seen.choices[0].typed == {"work": salt.public_id}
    decision = answer(proposal, taker, seen.choices[0].typed)
    assert [one.said["text"] for one in facts_about([salt.id], "title")] == ["Der Salzweg"]
    assert find_work(named).work == salt.id
    undo(decision.id, By(ED), "another one")
    assert facts_about([salt.id], "title") == []


def test_an_identifier_of_the_source_is_kept_so_that_an_import_finds_it(salt, taken_in):
    named = Named("Salt Roads", 2022, "film", None, ("imdb:tt9999999",))
    decision = answer(*ask(named, salt, taken_in), {"work": "Salt Road"})
    assert Identifier.objects.get(value="imdb:tt9999999").work_id == salt.id
    undo(decision.id, By(ED))
    assert not Identifier.objects.exists()


def test_another_one_is_added_and_goes_again(salt, taken_in):
    decision = answer(*ask(Named("Salt Road", 1961, "film"), salt, taken_in), {"work": "new"})
    assert Work.objects.count() == 2
    undo(decision.id, By(ED))
    assert Work.objects.get() == salt


def test_what_waited_under_the_title_waits_without_a_work_again(salt, taken_in):
    waiting = propose(
        "claim", "renewal|salt rd", "Salt Rd renewed", None, {"title": "Salt Rd", "work": ""},
        [Stand(taken_in("c"))],
    ).proposal  # fmt: skip
    named = Named("Salt Rd", None, "film")
    decision = answer(*ask(named, salt, taken_in), {"work": "Salt Road"})
    waiting.refresh_from_db()
    assert (waiting.work, waiting.said["work"]) == (salt.id, salt.public_id)
    undo(decision.id, By(ED), "another one")
    waiting.refresh_from_db()
    assert (waiting.work, waiting.said["work"]) == (None, "")


def test_the_same_title_is_asked_once(salt, taken_in):
    named = Named("Salt Rd", 2023, "film")
    first = propose_match(named, [], "why", [Stand(taken_in("a"))])
    again = propose_match(named, [], "why", [Stand(taken_in("b"))])
    assert (again.proposal, again.new, again.backed) == (first.proposal, False, 1)
