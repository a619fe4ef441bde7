"""Which claim that was read is which labelled one."""

from __future__ import annotations

from dataclasses import dataclass

from .comparing import Claim, agree
from .labelled import Labelled, Span

ENOUGH = 0.5
"""How much of the shorter quote two quotes have to share."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """What became of the claims read from a story: `pairs` leads from the place of a claim that
    was read to the place of its labelled one; `near` are claims that agree but stand elsewhere."""

    story: Labelled
    read: list[Claim]
    pairs: dict[int, int]
    near: set[int]

    @property
    def missed(self) -> list[Claim]:
        """The labelled claims that were not read."""
        found = set(self.pairs.values())
        return [gold for place, gold in enumerate(self.story.claims) if place not in found]

    @property
    def wrong(self) -> list[Claim]:
        """The claims read that the labels judge to be false."""
        return [
            one
            for place, one in enumerate(self.read)
            if place not in self.pairs and self.story.judges(one)
        ]


def pairing(story: Labelled, read: list[Claim]) -> Pairing:
    """Pair claims that were read with the labelled ones, the best overlap first."""
    offers, agreeing, standing = [], set(), set()
    for g, gold in enumerate(story.claims):
        for r, one in enumerate(read):
            if not agree(gold, one, story.names(gold["work"])):
                continue
            agreeing.add(r)
            share, both = max(
                (_overlap(at, _span(one)) for at in story.spans(gold)), default=(0, 0)
            )
            if share >= ENOUGH:
                standing.add(r)
                stated = gold["modality"] != one["modality"]
                offers.append((-share, -both, stated, -_equal(gold, one), g, r))
    pairs: dict[int, int] = {}
    for *_, g, r in sorted(offers):
        if r not in pairs and g not in pairs.values():
            pairs[r] = g
    return Pairing(story, read, pairs, agreeing - standing)


def _span(read: Claim) -> Span:
    start, end = read["span"]
    return start, end


def _overlap(one: Span, other: Span) -> tuple[float, float]:
    """Return the common part of two places, as a share of the shorter and of both together."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    if common <= 0:
        return 0.0, 0.0
    first, second = one[1] - one[0], other[1] - other[0]
    return common / min(first, second), common / (first + second - common)


def _equal(gold: Claim, read: Claim) -> int:
    return sum(
        read.get(name) == said for name, said in gold.items() if name not in ("quote", "also")
    )
