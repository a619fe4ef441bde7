"""Finder of what was announced: renewals, orders, cancellations, endings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from clapometer.readers.claims.claim import Claim
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.parts import within

from . import cancellations, endings, orders, renewals

_TOLD_AGAIN = "renewal: the renewal"
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
    found = [_with_last(one, found) for one in found]
    found = list(_agreed(document, found))
    exact = {_fact(claim) for claim in found if claim.season is not None}
    yield from (one for one in found if one.season is not None or _fact(one) not in exact)


def _agreed(document: Document, found: list[Claim]) -> Iterator[Claim]:
    """Yield the claims as they agree with each other: what is denied was rumoured only, and the
    last season of a show is the one that its own sentence names."""
    denied = {one.work for one in found if one.kind == "cancellation" and one.modality == "denied"}
    last = {
        one.work: one.season
        for one in found
        if one.kind == "ended" and one.season and _names_season(document, one)
    }
    renewed = {one.work for one in found if one.kind == "renewal" and one.rule != _TOLD_AGAIN}
    for one in found:
        if one.rule == _TOLD_AGAIN and one.work in renewed:
            continue
        if one.kind == "cancellation" and one.modality == "speculated" and one.work in denied:
            continue
        if one.kind == "ended" and one.work in last and not _names_season(document, one):
            yield replace(one, season=last[one.work])
        else:
            yield one


def _names_season(document: Document, claim: Claim) -> bool:
    told = within(document.season_forms, *claim.span)
    return any(claim.season in one.seasons for one in told if one.relative is None)


def _with_last(claim: Claim, found: list[Claim]) -> Claim:
    """Return a cancellation with the last season made, where the story tells of only one that was
    to come after it: ordered elsewhere, or not planned."""
    if claim.kind != "cancellation" or claim.season is not None:
        return claim
    next_ones = {
        one.season
        for one in found
        if one.kind == "renewal" and one.work == claim.work and one.season is not None
    }
    if len(next_ones) != 1:
        return claim
    return replace(claim, season=(next_ones.pop() or 1) - 1 or None)


def _fact(claim: Claim) -> tuple[object, ...]:
    """Return what a claim says, its season aside."""
    modality = "held" if claim.modality in _HELD else claim.modality
    return claim.kind, claim.work, str(claim.value), modality
