"""A rule whose tiers are shares of all works, beside a population that says where they begin."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from clapometer.scoring.rounding import deciding
from clapometer.scoring.rule import Band, Rule, canonical, score
from clapometer.scoring.tally import Tally
from clapometer.scoring.tiers import beginnings, cut_offs


def deciding_score(rule: Rule, tally: Tally) -> Fraction | None:
    """Return the score 0..1 that decides on bands, exact or as printed; None where none is printed.

    Works under the rule's minimum are none of its population.
    """
    read = score(rule, tally)
    if read.printed is None or read.measured is None:
        return None
    exact = read.measured.numerator, read.measured.denominator
    return Fraction(*map(int, deciding(rule.decides, rule.rounding, *exact, rule.printing.most)))


def with_cut_offs(rule: Rule, values: Iterable[Fraction]) -> Rule:
    """Return the rule with bands in the place of its tiers, as they begin among these scores.

    Raises ValueError for a rule without tiers, and where there is no score.
    """
    if not rule.tiers:
        raise ValueError(f"The rule {rule.name} has no tiers that are shares of all works.")
    bands = [
        Band(tier.name, tier.label, least)
        for tier, least in beginnings(cut_offs(rule.tiers, values))
    ]
    if not bands:
        raise ValueError(f"No work has a score under the rule {rule.name}.")
    cut = replace(rule, tiers=(), bands=tuple(bands))
    return replace(cut, digest=hashlib.sha256(canonical(cut)).hexdigest())
