"""What was found, per kind: recall, precision, modality."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .pairing import Pairing


@dataclass
class Tally:
    """The counts of one kind of claims."""

    gold: int = 0
    read: int = 0
    matched: int = 0
    judged: int = 0
    right: int = 0
    near: int = 0
    stated: int = 0

    @property
    def recall(self) -> float | None:
        """The share of the labelled claims that were read."""
        return self.matched / self.gold if self.gold else None

    @property
    def precision(self) -> float | None:
        """The share of the claims that the labels judge that are right."""
        return self.right / self.judged if self.judged else None

    @property
    def modality(self) -> float | None:
        """The share of the matched claims whose modality is the labelled one."""
        return self.stated / self.matched if self.matched else None


def tallied(pairings: Iterable[Pairing]) -> dict[str, Tally]:
    """Return the counts per kind, over all stories."""
    found: dict[str, Tally] = {}
    for one in pairings:
        gold = one.story.claims
        for claim in gold:
            found.setdefault(claim["kind"], Tally()).gold += 1
        for place, claim in enumerate(one.read):
            tally, judged = found.setdefault(claim["kind"], Tally()), one.story.judges(claim)
            tally.read += 1
            tally.judged += judged
            tally.near += place in one.near
            if place in one.pairs:
                tally.matched += 1
                tally.right += judged
                tally.stated += gold[one.pairs[place]]["modality"] == claim["modality"]
    return found
