"""Taking a decision back: what it wrote is undone by counter-entries, and the reason is kept."""

from __future__ import annotations

from django.utils.translation import gettext as _

from clapometer.instants import now
from clapometer.ledger.writing import writing

from ..refusing import EntryRefused, Problem
from .deciding import LONGEST_REASON, By, decided_by
from .models import Decision, Proposal
from .takers import taker_of


def undo(decision: int, by: By, reason: str = "", *, back: bool = True) -> Decision:
    """Take a decision back; return the new one that says so.

    `back`: the proposal waits in the queue again; else it is settled as undone. A form that was
    sent before undoes nothing. Raises EntryRefused, FactRefused.
    """
    with writing(by.actor):
        before = decided_by(by)
        if before:
            return before
        found = Decision.objects.select_related("proposal").filter(id=decision).first()
        if found is None or found.what not in ("accepted", "refused"):
            raise EntryRefused(Problem("", _("There is no such decision to take back.")))
        if Decision.objects.filter(undoes=found).exists():
            raise EntryRefused(Problem("", _("That decision was taken back already.")))
        reason = " ".join(reason.replace("\0", "").split())[:LONGEST_REASON]
        entries = _counter_entries(found, reason, by.actor)
        _return(found, back=back)
        return Decision.objects.create(
            proposal=found.proposal, at=now(), what="undone", entries=entries, reason=reason,
            undoes=found, **by.kept(),
        )  # fmt: skip


def _counter_entries(decision: Decision, reason: str, actor: str) -> list[int]:
    if decision.what != "accepted":
        return []
    return taker_of(decision.proposal).undo(decision, reason, actor)


def _return(decision: Decision, *, back: bool) -> None:
    """Put the proposal back into the queue, unless another source brought the same meanwhile."""
    proposal = decision.proposal
    taken = Proposal.objects.filter(fold=proposal.fold, state="waiting").exists()
    waits = (back or decision.what == "refused") and not taken
    proposal.state = "waiting" if waits else "undone"
    if waits:
        proposal.settled_at = None
    proposal.save(update_fields=["state", "settled_at"])


def last_of(actor: str) -> Decision | None:
    """Return the last decision of somebody that can be taken back; those of a rule go together."""
    mine = Decision.objects.filter(actor=actor, what__in=("accepted", "refused"), batch="")
    return mine.filter(undone_by=None).order_by("-id").first()
