"""One fact is one claim, however often a story repeats it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from .claim import Claim

if TYPE_CHECKING:
    from .document import Document


def folded(_document: Document, claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims, each fact once: the first place where it is stated stays."""
    seen: dict[tuple[object, ...], Claim] = {}
    for claim in sorted(claims, key=lambda one: one.span):
        key = (claim.kind, claim.work, claim.season, str(claim.value), claim.modality)
        seen.setdefault(key, claim)
    return list(seen.values())
