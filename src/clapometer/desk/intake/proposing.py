"""Proposing what was read: the review that a page is, and the claims of its text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from clapometer.readers.claims.claim import Claim

from ..claims.folding import propose_claims
from ..proposals.models import Reading
from ..proposals.pagereviews import propose_page


class Proposals(NamedTuple):
    """What came of a text: proposals that are new, those that it backs too, what is decided or
    known already, and statements of which nothing can be recorded."""

    new: int = 0
    backed: int = 0
    known: int = 0
    unstated: int = 0

    def __add__(self, other: object) -> Proposals:
        """Return both together."""
        if not isinstance(other, Proposals):
            return NotImplemented
        return Proposals(*(one + more for one, more in zip(self, other, strict=True)))


def propose_review_of(reading: Reading) -> Proposals:
    """Propose the review that the page of a reading is, if it is one."""
    outcome = propose_page(reading)
    if outcome is None:
        return Proposals()
    if outcome.proposal is None:
        return Proposals(known=1)
    return Proposals(new=1) if outcome.new else Proposals(backed=1)


def propose_claims_of(reading: Reading, claims: Sequence[Claim]) -> Proposals:
    """Propose the claims of the text of a reading."""
    outcomes = propose_claims(reading, claims)
    found = [one for one in outcomes if one is not None]
    new = sum(one.new for one in found)
    backed = sum(not one.new and bool(one.backed) for one in found)
    unstated = len(outcomes) - len(found)
    return Proposals(new, backed, len(found) - new - backed, unstated)
