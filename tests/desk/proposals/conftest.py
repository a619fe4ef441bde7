"""What the tests of the queue share: texts that were taken in, and a taker that writes works."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator

import pytest

from clapometer.catalogue.drafts import work_added, work_undone
from clapometer.desk.proposals.models import Decision, Proposal, Reading
from clapometer.desk.proposals.takers import TAKERS, Comparison, Field, Row
from clapometer.desk.refusing import EntryRefused, Problem
from clapometer.instants import now
from clapometer.ledger.writing import writing

ED = "member:1"


class Films:
    """A taker of the kind “match” that adds films by their titles; “Cursed” cannot be added."""

    def compare(self, proposal: Proposal) -> Comparison:
        return Comparison((Row("title", "", proposal.said["title"], "new"),), "A new film.")

    def fields(self, proposal: Proposal) -> list[Field]:
        return [Field("title", "Title", proposal.said["title"])]

    def edited(self, proposal, typed):
        return {**proposal.said, **typed}

    def accept(self, proposal, said, actor):
        if said["title"] == "Cursed":
            raise EntryRefused(Problem("title", "That film is cursed."))
        with writing(actor) as writer:
            return [writer.append_one(work_added(kind="film", title=said["title"])).seq]

    def undo(self, decision: Decision, reason: str, actor: str) -> list[int]:
        with writing(actor) as writer:
            return [writer.append_one(work_undone(seq, reason)).seq for seq in decision.entries]


@pytest.fixture
def films() -> Iterator[None]:
    """The taker of made-up films in the place of the one that answers to “match”."""
    before = TAKERS.get("match")
    TAKERS["match"] = Films()
    yield
    TAKERS.pop("match")
    if before:
        TAKERS["match"] = before


@pytest.fixture
def taken_in(db) -> Callable[..., Reading]:
    """Takes a made-up text in, as the intake does."""

    def take(text: str = "A made-up story.", outlet: str = "Made-up Mail", **more) -> Reading:
        digest = hashlib.sha256(f"{text} {outlet}".encode()).hexdigest()
        told = {"how": "paste", "taken_at": now(), "taken_by": ED, "state": "read"} | more
        return Reading.objects.create(digest=digest, text=text, outlet=outlet, **told)

    return take
