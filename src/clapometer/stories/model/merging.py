"""One list of what the rules and the model found: a fact that both found is one, and surer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from clapometer.readers.claims.claim import Claim

from .checking import RULE, folded

AGREED = 0.5
"""Of the doubt that a rule leaves, how much stays where a model finds the same fact of its own."""


def merged(by_rules: Sequence[Claim], by_model: Sequence[Claim]) -> list[Claim]:
    """Return the claims of both in order of their places, each fact once.

    Of a fact that both found, the rule's claim stays, with the fields that only the model has; its
    doubt is halved, because the two err apart. The model's other claims follow as they are.
    """
    left = list(by_model)
    found: list[Claim] = []
    for claim in by_rules:
        same = next((one for one in left if _is_same(claim, one)), None)
        if same is None:
            found.append(claim)
            continue
        left = [one for one in left if not _is_same(claim, one)]
        found.append(_joined(claim, same))
    return sorted([*found, *left], key=lambda claim: (claim.span, claim.kind))


def _joined(claim: Claim, same: Claim) -> Claim:
    fields = {**same.fields, **{name: one for name, one in claim.fields.items() if one is not None}}
    return replace(
        claim,
        fields=fields,
        as_of=claim.as_of or same.as_of,
        confidence=1 - (1 - claim.confidence) * AGREED,
        rule=f"{claim.rule} and {RULE}",
    )


def _is_same(one: Claim, other: Claim) -> bool:
    """Return whether two claims state one fact."""
    return (
        one.kind == other.kind
        and folded(one.work or "") == folded(other.work or "")
        and (one.season is None or other.season is None or one.season == other.season)
        and _same_value(one.value, other.value)
        and one.modality == other.modality
        and all(
            not one.fields.get(name)
            or not other.fields.get(name)
            or folded(str(one.fields[name])) == folded(str(other.fields[name]))
            for name in ("side", "unit", "aggregator")
        )
    )


def _same_value(one: object, other: object) -> bool:
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) <= 0.005 * abs(one) + 1e-9
    if isinstance(one, list) and isinstance(other, list):
        return {folded(str(tag)) for tag in one} == {folded(str(tag)) for tag in other}
    ours, theirs = folded(str(one)).strip(" .,"), folded(str(other)).strip(" .,")
    return ours == theirs or (
        min(len(ours), len(theirs)) > 40 and (ours in theirs or theirs in ours)
    )
