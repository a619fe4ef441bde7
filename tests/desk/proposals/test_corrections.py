"""A source has it otherwise than the record: facts corrected, and back. All is made up."""

from __future__ import annotations

import pytest

from clapometer.catalogue.drafts import work_added
from clapometer.desk.models import Proposal
from clapometer.desk.proposals.deciding import By, accept
from clapometer.desk.proposals.proposing import Stand, propose
from clapometer.desk.proposals.takers import taker_of
from clapometer.desk.proposals.takingback import undo
from clapometer.desk.refusing import EntryRefused
from clapometer.desk.stating import add_fact, undo_fact
from clapometer.facts.kinds import kind_named
from clapometer.facts.reading import fact_numbered, versions_of
from clapometer.facts.typed import FactRefused
from clapometer.ledger.writing import writing

pytestmark = pytest.mark.django_db
ED = "member:1"


@pytest.fixture
def title(db) -> int:
    """A fact about a made-up film: another title of it."""
    with writing(ED) as writer:
        film = writer.append_one(work_added(kind="film", title="Salt Road", year=2023)).seq
    typed = {"text": "Der Salzweg", "type": "translated", "language": "German", "source": "Mail"}
    kind = kind_named("title")
    assert kind
    return add_fact(kind, film, typed, ED).seq


def corrected(fact, reading, **typed) -> Proposal:
    said = {"fact": fact, "typed": typed}
    return propose("correction", f"{fact}{typed}", "A title", None, said, [Stand(reading)]).proposal


def test_the_difference_is_told_the_fact_corrected_and_put_back(title, taken_in):
    proposal = corrected(title, taken_in(), text="Die Salzstraße")
    seen = taker_of(proposal).compare(proposal)
    assert seen.sentence == "Title: we hold Der Salzweg; the source says Die Salzstraße."
    assert (seen.nothing_new, seen.hindered, seen.about) == (False, "", f"/fact/{title}")
    states = {one.field: one.state for one in seen.rows}
    assert (states["Title"], states["Language"]) == ("differs", "same")
    taker = taker_of(proposal)
    said = taker.edited(proposal, {one.name: one.value for one in taker.fields(proposal)})
    decision = accept(proposal.id, By(ED), said)
    fact = fact_numbered(title)
    assert (fact.said["text"], fact.said["language"]) == ("Die Salzstraße", "de")
    assert taker.compare(proposal).nothing_new
    undo(decision.id, By(ED), "a slip")
    assert fact_numbered(title).said["text"] == "Der Salzweg"
    assert len(versions_of(title)) == 3


def test_what_is_corrected_again_since_stands(title, taken_in):
    decision = accept(corrected(title, taken_in(), text="Die Salzstraße").id, By(ED))
    accept(corrected(title, taken_in("b"), text="Salzland").id, By(ED))
    with pytest.raises(EntryRefused, match="again since"):
        undo(decision.id, By(ED))
    assert fact_numbered(title).said["text"] == "Salzland"


def test_a_fact_that_is_gone_hinders_it(title, taken_in):
    proposal = corrected(title, taken_in(), text="Die Salzstraße")
    undo_fact(title, "nobody calls it so", ED)
    assert "not there any more" in taker_of(proposal).compare(proposal).hindered
    with pytest.raises((EntryRefused, FactRefused)):
        accept(proposal.id, By(ED))
