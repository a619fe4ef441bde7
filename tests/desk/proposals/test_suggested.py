"""A review without grade and verdict waits with the one its words suggest. All is made up."""

from __future__ import annotations

import pytest

from clapometer.catalogue.drafts import work_added
from clapometer.catalogue.models import Work
from clapometer.desk.proposals import suggested
from clapometer.desk.proposals.bulk import Rule, accept_all, try_rule
from clapometer.desk.proposals.deciding import By, accept, amend
from clapometer.desk.proposals.knownreviews import held_by
from clapometer.desk.proposals.naming import Named
from clapometer.desk.proposals.proposing import Stand
from clapometer.desk.proposals.queue import Filter
from clapometer.desk.proposals.reviewproposing import propose_review
from clapometer.desk.proposals.takers import taker_of
from clapometer.desk.suggesting import Suggestion
from clapometer.ledger.writing import writing

pytestmark = pytest.mark.django_db
ED = "member:1"
TYPED = {"critic": "Wanda Invented", "outlet": "Made-up Mail", "date": "2023-08-04",
         "quote": "It never drags, and it glows."}  # fmt: skip


@pytest.fixture
def waiting(taken_in, monkeypatch):
    """Propose a review of a known work under a model that likes what glows."""
    with writing(ED) as writer:
        writer.append_one(work_added(kind="film", title="Salt Road", year=2023))

    def suggest(text):
        return Suggestion(True, 0.93, ("glows", "never drags")) if "glows" in text else None

    monkeypatch.setattr(suggested, "suggest", suggest)

    def propose(**typed):
        stand = Stand(taken_in(outlet="Made-up Mail" + repr(typed)), 0, 9, confidence=0.99)
        return propose_review(Named("Salt Road", 2023, "film"), TYPED | typed, stand).proposal

    return propose


def compare(proposal):
    return taker_of(proposal).compare(proposal)


def verdict_shown(proposal):
    return next(one.says for one in compare(proposal).rows if one.field == "Verdict")


def test_it_waits_for_one_key_and_says_why(waiting):
    proposal = waiting()
    seen = compare(proposal)
    assert seen.hindered == ""
    assert verdict_shown(proposal) == (
        "positive, read out of the review (suggested, 93 %: “glows”, “never drags”)"
    )
    accept(proposal.id, By(ED))
    held = held_by(Work.objects.get().id, "Wanda Invented", "Made-up Mail").said
    assert (held.positive, held.verdict_by) == (True, "interpreted")


def test_no_rule_accepts_it_unseen(waiting):
    proposal = waiting()
    rule = Rule(Filter(kind="review"), sure=50)
    (tried,) = try_rule(rule, ED)
    assert "look at it" in tried.stays
    taken = accept_all(rule, [proposal.id], ED)
    assert (taken.accepted, len(taken.stayed)) == (0, 1)
    proposal.refresh_from_db()
    assert proposal.state == "waiting"


def test_another_verdict_is_a_key_away_and_is_the_editors_own(waiting):
    proposal = waiting()
    other = compare(proposal).choices[1]
    assert other.typed == {"verdict": "read-negative"}
    amended = amend(proposal.id, taker_of(proposal).edited(proposal, other.typed), ED)
    assert verdict_shown(amended) == "negative, read out of the review"
    assert compare(amended).alone == ""


@pytest.mark.parametrize("typed", [{"grade": "4/5"}, {"verdict": "negative"}, {"quote": "Salt."}])
def test_a_grade_a_verdict_or_an_unsure_model_is_left_as_it_is(waiting, typed):
    assert "suggested" not in waiting(**typed).said
