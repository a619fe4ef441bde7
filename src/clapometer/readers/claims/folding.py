"""One fact is one claim, however often a story repeats it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from .claim import Claim
from .echoes import without_echoes
from .parts import within

if TYPE_CHECKING:
    from .document import Document

_STATED = ("confirmed", "current", "reported", "speculated")
"""From the firmest on: of these, a fact that is stated again keeps the firmest."""
_ONE_OF = frozenset({"renewal", "cancellation", "order", "ended"})
"""Kinds of which a story tells one fact however firmly it repeats it."""
_OTHER_FIELDS = (
    "aggregator", "outlet", "side", "unit", "place", "role", "speaker", "event", "chart", "subject",
)  # fmt: skip
_DAY = re.compile(r"\d{4}(?:-\d\d){0,2}")
_SAME_EVENTS = frozenset({"premiere", "release", None})


def folded(document: Document, claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims, each fact once, with the first place of the story's body that states it;
    what a headline alone says keeps its place there."""
    kept: dict[tuple[object, ...], Claim] = {}
    for claim in sorted(claims, key=lambda one: _rank(document, one)):
        key = _key(claim)
        if key in kept:
            kept[key] = _joined(kept[key], claim)
        else:
            kept[key] = claim
    return without_echoes(_without_vaguer(list(kept.values())))


def _rank(document: Document, claim: Claim) -> tuple[bool, int, tuple[int, int]]:
    """Return what orders the places of one fact: those of the body first; of a platform, those
    that say it is shown there before those that only name it beside the title; of a premiere, those
    that name the season, and of what words were weighed for, what a rule read."""
    sentence = document.sentence_at(claim.span[0])
    body = sentence is not None and document.blocks[sentence.block].role in ("body", "item")
    weak: int = 0
    if claim.kind == "platform" and not claim.fields.get("exclusive"):
        weak = 1 + _SHOWN.index(claim.rule) if claim.rule in _SHOWN else len(_SHOWN) + 1
    if claim.kind in ("premiere", "renewal", "ended") and sentence is not None:
        weak = not any(
            one.relative is None
            for one in within(document.season_forms, sentence.start, sentence.end)
        )
    if claim.rule.endswith((": weighed", ": the renewal")):
        weak += 2
    return (not body, weak, claim.span)


_SHOWN = (
    "platform: moves",
    "platform: once on",
    "platform: to be watched on",
    "platform: shown on",
)
"""Rules that say that a work is shown, those first that say it best."""


def _key(claim: Claim) -> tuple[object, ...]:
    """Return what makes a fact: two claims with one key are one fact."""
    modality = claim.modality
    if claim.kind in _ONE_OF and modality in _STATED:
        modality = "stated"
    fields = tuple(_field(claim, name) for name in _OTHER_FIELDS)
    if claim.kind in _ONE_OF or claim.kind == "platform":
        fields = ()
    value = str(claim.value).casefold()
    season = None if claim.kind == "platform" else claim.season
    return (claim.kind, claim.work, season, value, modality, fields)


def _field(claim: Claim, name: str) -> object:
    value = claim.fields.get(name)
    if name == "event" and value in _SAME_EVENTS:
        return None
    return str(value).casefold() if value is not None else None


def _joined(kept: Claim, again: Claim) -> Claim:
    """Return the claim that stays, with what its repetition adds: a name of who says so, and of
    a renewal that is confirmed somewhere that it is."""
    fields = {name: value for name, value in again.fields.items() if value is not None}
    fields |= {name: value for name, value in kept.fields.items() if value is not None}
    as_of = kept.as_of or again.as_of
    modality = kept.modality
    if kept.kind == "renewal" and {kept.modality, again.modality} <= set(_STATED):
        modality = min(kept.modality, again.modality, key=_STATED.index)
    confidence = max(kept.confidence, again.confidence)
    return replace(kept, fields=fields, as_of=as_of, modality=modality, confidence=confidence)


def _without_vaguer(claims: list[Claim]) -> list[Claim]:
    """Return the claims without days that another tells more exactly: June, where June 16 is."""
    days: set[tuple[object, object, object, str]] = {
        (claim.work, claim.season, claim.fields.get("event"), str(claim.value))
        for claim in claims
        if claim.kind == "premiere" and _DAY.fullmatch(str(claim.value))
    }
    return [claim for claim in claims if claim.kind != "premiere" or not _more_exact(claim, days)]


def _more_exact(claim: Claim, days: set[tuple[object, object, object, str]]) -> bool:
    value = str(claim.value)
    event = claim.fields.get("event")
    return any(
        work == claim.work
        and season == claim.season
        and (other == event or {other, event} <= _SAME_EVENTS)
        and day.startswith(f"{value}-")
        for work, season, other, day in days
    )
