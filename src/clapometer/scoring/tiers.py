"""Tiers that are shares of a population: where each begins among the scores there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Tier:
    """A named share of all works: `of_works` of them are in it, the best first.

    A rule lists its tiers from the best to the worst; their shares add up to 1.
    """

    name: str
    label: str
    of_works: Fraction


class CutOff(NamedTuple):
    """Where a tier begins. `at_least`: the least score 0..1 in it; `works`: how many are in it.

    `at_least` is None where nobody is in the tier: works that are equal, or too few of them.
    """

    tier: Tier
    at_least: Fraction | None
    works: int


def cut_offs(tiers: Sequence[Tier], values: Iterable[Fraction]) -> tuple[CutOff, ...]:
    """Return where each tier begins among these scores, one for each work; exact.

    A work is in the best tier for which fewer works are strictly better than the tiers down to it
    hold together. So works that are equal are never parted, the best work is always in the first
    tier, and of 20 works the first 10 % are the two best, or more of them where they are equal.
    With the scores 90, 80, 80, 70, 60 and tiers of 20, 30 and 50 %, 90 is in the first, both 80 in
    the second (of which 2.5 of 5 works may be better), and 70 and 60 in the third, because three
    works are better. Without a work no tier begins anywhere.
    """
    ranked = sorted(values, reverse=True)
    found, upto, start = [], Fraction(0), 0
    for tier in tiers:
        upto += tier.of_works
        end = _end(ranked, upto)
        found.append(CutOff(tier, ranked[end - 1] if end > start else None, end - start))
        start = end
    return tuple(found)


def _end(ranked: Sequence[Fraction], upto: Fraction) -> int:
    """Return how many works fewer than this share of all are better than."""
    end = -(-upto.numerator * len(ranked) // upto.denominator)
    while 0 < end < len(ranked) and ranked[end] == ranked[end - 1]:
        end += 1
    return end


def beginnings(cuts: Sequence[CutOff]) -> Iterator[tuple[Tier, Fraction]]:
    """Yield the tiers that hold works with the score at which each begins, the last one at 0.

    What is worse than every work there is belongs to the last of them.
    """
    held = [(cut.tier, cut.at_least) for cut in cuts if cut.at_least is not None]
    for place, (tier, at_least) in enumerate(held, 1):
        yield tier, Fraction(0) if place == len(held) else at_least
