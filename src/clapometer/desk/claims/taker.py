"""The taker of claims, under the contract of proposals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..proposals.models import Decision, Proposal
from ..proposals.takers import Comparison, Field, Said
from . import comparing, editing, taking, takingback


class ClaimTaker:
    """Compares claims with the record, lets them be edited, writes them and takes them back."""

    def compare(self, proposal: Proposal) -> Comparison:
        """Return a claim beside the record."""
        return comparing.compare(proposal)

    def fields(self, proposal: Proposal) -> Sequence[Field]:
        """Return what can be edited of a claim, filled in."""
        return editing.fields(proposal)

    def edited(self, proposal: Proposal, typed: Mapping[str, str]) -> Said:
        """Return what would be recorded with the fields as typed."""
        return editing.edited(proposal, typed)

    def accept(self, proposal: Proposal, said: Said, actor: str) -> list[int]:
        """Write what a claim states; return the positions of the entries."""
        return taking.accept(proposal, said, actor)

    def undo(self, decision: Decision, reason: str, actor: str) -> list[int]:
        """Take back what a decision wrote; return the positions of the counter-entries."""
        return takingback.undo(decision, reason, actor)
