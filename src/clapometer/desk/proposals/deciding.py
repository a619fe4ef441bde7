"""Deciding: yes, no, later. Yes writes to the ledger and says so, in one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from clapometer.facts.typed import FactRefused
from clapometer.instants import now
from clapometer.ledger.writing import writing

from ..refusing import EntryRefused, Problem
from .models import Decision, Proposal
from .takers import taker_of

REFUSALS = (EntryRefused, FactRefused)
"""How a taker says that something cannot be; both have `problems`."""
LONGEST_REASON = 500


class AlreadySettled(ValueError):
    """Somebody else was faster; `proposal` says what it is now, `decision` who decided."""

    def __init__(self, proposal: Proposal) -> None:
        self.proposal = proposal
        self.decision = proposal.decisions.order_by("-id").first()
        super().__init__(f"Proposal {proposal.id} is {proposal.state} already.")


class By:
    """Who decides, by which form, and, for many at once, by which rule."""

    __slots__ = ("actor", "batch", "rule", "token")

    def __init__(self, actor: str, token: str = "", rule: str = "", batch: str = "") -> None:
        self.actor, self.token, self.rule, self.batch = actor, token, rule, batch

    def kept(self) -> dict[str, Any]:
        """Return what a decision keeps of it."""
        token = f"{self.actor} {self.token[:40]}".replace("\0", "") if self.token else None
        return {"actor": self.actor, "rule": self.rule, "batch": self.batch, "token": token}


def accept(proposal: int, by: By, said: Mapping[str, Any] | None = None) -> Decision:
    """Say yes, to what is proposed or to what an editor made of it; return the decision.

    A form that was sent before decides nothing. Raises AlreadySettled, and what REFUSALS names.
    """
    with writing(by.actor):
        before = decided_by(by)
        if before:
            return before
        found = waiting(proposal)
        told = dict(found.said if said is None else said)
        entries = taker_of(found).accept(found, told, by.actor)
        return settle(found, "accepted", by, said=told, entries=entries)


def refuse(proposal: int, by: By, reason: str = "") -> Decision:
    """Say no; nothing is written. Raises AlreadySettled."""
    with writing(by.actor):
        before = decided_by(by)
        return before or settle(waiting(proposal), "refused", by, reason=_short(reason))


def skip(proposal: int, by: By) -> Decision:
    """Put it at the end of the queue. Raises AlreadySettled."""
    with writing(by.actor):
        before = decided_by(by)
        if before:
            return before
        found = waiting(proposal)
        found.rank = now()
        found.save(update_fields=["rank"])
        return Decision.objects.create(proposal=found, at=now(), what="later", **by.kept())


def amend(proposal: int, said: Mapping[str, Any], actor: str) -> Proposal:
    """Let a proposal that waits say something else; return it. Raises AlreadySettled."""
    with writing(actor):
        found = waiting(proposal)
        found.said = dict(said)
        work = str(said.get("work") or "")
        if work[:1] == "w" and work[1:].isdigit():
            found.work = int(work[1:])
        found.save(update_fields=["said", "work"])
        return found


def decided_by(by: By) -> Decision | None:
    """Return what the same form decided before."""
    token = by.kept()["token"]
    return Decision.objects.filter(token=token).first() if token else None


def waiting(number: int) -> Proposal:
    """Return a proposal that waits. Raises AlreadySettled, EntryRefused where there is none."""
    found = Proposal.objects.filter(id=number).first()
    if found is None:
        sentence = _("There is no proposal %(id)d in the queue.") % {"id": number}
        raise EntryRefused(Problem("", sentence))
    if found.state != "waiting":
        raise AlreadySettled(found)
    return found


def settle(proposal: Proposal, what: str, by: By, **told: Any) -> Decision:
    """Note what was decided of a proposal; return the decision."""
    proposal.state, proposal.settled_at = what, now()
    proposal.save(update_fields=["state", "settled_at", "work"])
    return Decision.objects.create(
        proposal=proposal, at=proposal.settled_at, what=what, **by.kept(), **told
    )


def _short(reason: str) -> str:
    return " ".join(reason.replace("\0", "").split())[:LONGEST_REASON]
