"""Proposing: the same statement of several sources is one proposal with several backings."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from django.db import transaction

from clapometer.instants import now
from clapometer.ledger.locking import lock

from .models import Backing, Proposal, Reading

LONGEST_FOLD, LONGEST_TITLE = 200, 500


class Stand(NamedTuple):
    """Where a source says it: the place in its text, with the confidence of the reader, the rule
    that found it, how it is stated, and what this source says."""

    reading: Reading
    start: int = 0
    end: int = 0
    quote: str = ""
    confidence: float = 0.0
    rule: str = ""
    modality: str = ""
    said: Mapping[str, Any] = {}


class Proposed(NamedTuple):
    """What became of it: a new proposal, or one more backing of one that waited, or neither,
    because it was decided for this very source before."""

    proposal: Proposal
    new: bool
    backed: int


def propose(
    kind: str,
    fold: str,
    title: str,
    work: int | None,
    said: Mapping[str, Any],
    stands: Iterable[Stand],
    claim: str = "",
) -> Proposed:
    """Put something into the queue.

    `fold`: equal for the same statement, whoever makes it. `said`: what would be recorded, as the
    taker of the kind reads it. What was decided for a source is not asked again of the same source.
    """
    key, wanted = folded(kind, fold), list(stands)
    with transaction.atomic():
        # Two readers may propose the same at once: one of them comes first.
        lock()
        decided = _decided(key, wanted)
        if decided:
            return Proposed(decided, new=False, backed=0)
        found = Proposal.objects.filter(fold=key, state="waiting").first()
        proposal = found or _made(kind, key, title, work, said, claim)
        backed = sum(_backed(proposal, one) for one in wanted)
        _most_certain(proposal, said, wanted)
    return Proposed(proposal, new=found is None, backed=backed)


def folded(kind: str, fold: str) -> str:
    """Return the key under which equal proposals meet, short enough to be kept."""
    key = f"{kind} {fold}".replace("\0", "")
    if len(key) <= LONGEST_FOLD:
        return key
    return f"{key[:100]} {hashlib.sha256(key.encode()).hexdigest()}"


def _made(
    kind: str, key: str, title: str, work: int | None, said: Mapping[str, Any], claim: str
) -> Proposal:
    made_at = now()
    return Proposal.objects.create(
        kind=kind, claim=claim, fold=key, title=title[:LONGEST_TITLE], work=work,
        said=dict(said), rank=made_at, made_at=made_at,
    )  # fmt: skip


def _decided(key: str, wanted: list[Stand]) -> Proposal | None:
    """Return what was decided of the same statement with every one of these sources."""
    readings = {one.reading.id for one in wanted}
    for proposal in Proposal.objects.filter(fold=key).exclude(state="waiting").order_by("-id"):
        there = set(proposal.backings.values_list("reading", flat=True))
        if readings and readings <= there:
            return proposal
    return None


def _backed(proposal: Proposal, stand: Stand) -> bool:
    kept = {name: value for name, value in stand._asdict().items()
            if name not in ("reading", "start")} | {"said": dict(stand.said)}  # fmt: skip
    return Backing.objects.get_or_create(
        proposal=proposal, reading=stand.reading, start=stand.start, defaults=kept
    )[1]


def _most_certain(proposal: Proposal, said: Mapping[str, Any], wanted: list[Stand]) -> None:
    """Let the proposal say what its surest source says. Outlets copy from each other, so that many
    are no surer than the best of them."""
    surest = max((one.confidence for one in wanted), default=0.0)
    if surest > proposal.confidence:
        proposal.confidence, proposal.said = surest, dict(said)
        proposal.save(update_fields=["confidence", "said"])
