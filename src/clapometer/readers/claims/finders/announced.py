"""Finder of what was announced: renewals, orders, cancellations, endings."""

from __future__ import annotations

from collections.abc import Iterator

from clapometer.readers.claims.claim import Claim
from clapometer.readers.claims.document import Document

from . import cancellations, endings, orders, renewals

_HELD = frozenset({"confirmed", "reported"})


def find(document: Document) -> Iterator[Claim]:
    """Yield the claims; one that names no season is left out where another that says the same of
    the same work names one, and a prequel is no second spin-off."""
    found = [
        *renewals.find(document),
        *cancellations.find(document),
        *endings.find(document),
        *orders.find(document),
    ]
    prequels = {one.work for one in found if one.kind == "order" and one.value == "prequel"}
    found = [one for one in found if one.value != "spin-off" or one.work not in prequels]
    exact = {_fact(claim) for claim in found if claim.season is not None}
    yield from (one for one in found if one.season is not None or _fact(one) not in exact)


def _fact(claim: Claim) -> tuple[object, ...]:
    """Return what a claim says, its season aside."""
    modality = "held" if claim.modality in _HELD else claim.modality
    return claim.kind, claim.work, str(claim.value), modality
