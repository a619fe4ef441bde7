"""Figures that a story tells twice, the second time in fewer words: “number one” in the headline,
“number one on Netflix in Britain” below."""

from __future__ import annotations

from .claim import Claim

KINDS = frozenset({"review_score", "certification", "chart", "count", "box_office"})
DETAILS: tuple[str, ...] = ("place", "chart", "platform", "subject", "side")
"""Fields that a shorter telling may leave out."""
VAGUE = frozenset({None, "streaming", "TV ratings", "music chart", "book chart", "account"})
"""What such a field says where it says nothing of its own."""
_FIRM = frozenset({"current", "at_debut", "former"})


def without_echoes(claims: list[Claim]) -> list[Claim]:
    """Return the claims without those that say only what another says more fully."""
    groups: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        if claim.kind in KINDS:
            key = (claim.kind, claim.work, str(claim.value), claim.fields.get("unit"),
                   claim.fields.get("aggregator"))  # fmt: skip
            groups.setdefault(key, []).append(claim)
    echoes = {
        id(one)
        for group in groups.values()
        if len(group) > 1
        for one in group
        if any(_echoes(one, other) for other in group)
    }
    return [claim for claim in claims if id(claim) not in echoes]


def _echoes(one: Claim, other: Claim) -> bool:
    """Return whether one claim says only what another says, and less."""
    if one is other or not _as_stated(one, other):
        return False
    if one.season is not None and one.season != other.season:
        return False
    mine, theirs = (tuple(claim.fields.get(name) for name in DETAILS) for claim in (one, other))
    within = all(a in VAGUE or a == b for a, b in zip(mine, theirs, strict=True))
    more = (one.season, mine, one.modality) != (other.season, theirs, other.modality)
    return within and more


def _as_stated(one: Claim, other: Claim) -> bool:
    return one.modality == other.modality or (
        one.modality == "reported" and other.modality in _FIRM - {"former"}
    )
