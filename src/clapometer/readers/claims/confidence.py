"""How sure a claim is: how often its rule was right where it was measured, and what stands around.

The table `confidences.json` is written by `python -m tools.claims.fit` from labelled stories: for
every rule and every kind how often it was tried and how often right, and how much each sign around
a claim moves the odds. Nothing of the stories is in it. A rule that was never measured is as sure
as its kind, pulled towards the middle.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import orjson

from .claim import Claim
from .figures import in_speech

if TYPE_CHECKING:
    from .document import Document

TABLE = "confidences.json"
FROM_KIND = 3.0
"""How many times a rule counts as tried with the luck of its kind before it was tried itself."""
FROM_NOTHING = 4.0
USUAL = 0.7
"""What a kind starts from: so many times tried, right this often."""
LOWEST, HIGHEST = 0.02, 0.98
SIGNS: dict[str, str] = {
    "headline": "it stands in a headline, a subhead or a caption",
    "elsewhere": "its own words do not name its work",
    "several": "its own words name more than one work",
    "speech": "it stands in what somebody said",
}
"""Signs around a claim that move its odds."""
ALWAYS = "always"
"""The sign of every claim: by how much stories that no rule was written for do worse."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured: of rules and kinds how often they were right and tried, of signs by how
    much they move the natural logarithm of the odds."""

    rules: dict[str, tuple[float, float]]
    kinds: dict[str, tuple[float, float]]
    signs: dict[str, float]

    def rate(self, kind: str, rule: str) -> float:
        """Return how often a rule is right, smoothed towards its kind."""
        right, tried = self.kinds.get(kind, (0.0, 0.0))
        usual = (right + FROM_NOTHING * USUAL) / (tried + FROM_NOTHING)
        right, tried = self.rules.get(rule, (0.0, 0.0))
        return (right + FROM_KIND * usual) / (tried + FROM_KIND)

    def sure(self, kind: str, rule: str, signs: Iterable[str]) -> float:
        """Return the probability that a claim found by a rule is stated so."""
        rate = min(HIGHEST, max(LOWEST, self.rate(kind, rule)))
        moved = sum(self.signs.get(sign, 0.0) for sign in (*signs, ALWAYS))
        odds = math.log(rate / (1 - rate)) + moved
        return min(HIGHEST, max(LOWEST, 1 / (1 + math.exp(-odds))))


@cache
def measured() -> Measured:
    """Return the table that is shipped."""
    told = orjson.loads(files(__package__).joinpath(TABLE).read_bytes())
    return Measured(
        {rule: (right, tried) for rule, (right, tried) in told["rules"].items()},
        {kind: (right, tried) for kind, (right, tried) in told["kinds"].items()},
        dict(told["signs"]),
    )


def signs_of(document: Document, claim: Claim) -> tuple[str, ...]:
    """Return the signs, of SIGNS, that hold for a claim."""
    start, end = claim.span
    sentence = document.sentence_at(start)
    role = document.blocks[sentence.block].role if sentence is not None else "body"
    named = {one.work for one in document.works if start <= one.start < end}
    told = {
        "headline": role not in ("body", "item"),
        "elsewhere": claim.work not in named,
        "several": len(named) > 1,
        "speech": claim.kind != "quotation" and in_speech(document, start),
    }
    return tuple(sign for sign in SIGNS if told[sign])


def calibrated(document: Document, claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims, each with the probability that it is stated so."""
    table = measured()
    return [
        replace(claim, confidence=table.sure(claim.kind, claim.rule, signs_of(document, claim)))
        for claim in claims
    ]
