"""The queue as an editor sees it: filtered, one after the other, with what is left and the pace."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from clapometer.catalogue.models import Work
from clapometer.instants import now

from ..submissions import SITTING
from .models import Decision, Proposal, Reading

MINUTE = 60_000_000
SURE = {"90": 0.9, "75": 0.75, "50": 0.5}
"""Confidences from which proposals are shown, by what stands in an address."""
_OFFERED = 50
_PACE_FROM = 2


@dataclass(frozen=True, slots=True)
class Filter:
    """What an editor looks at: a kind of proposals (or of claims), a work, an outlet, a least
    confidence in hundredths; "" for all."""

    kind: str = ""
    work: str = ""
    source: str = ""
    sure: str = ""

    def of(self, proposals: QuerySet[Proposal]) -> QuerySet[Proposal]:
        """Return those of the proposals that pass."""
        wanted = Q()
        if self.kind:
            wanted &= Q(kind=self.kind) | Q(claim=self.kind)
        if self.work.isascii() and self.work.isdigit():
            wanted &= Q(work=int(self.work[:15]))
        if self.source:
            wanted &= Q(backings__reading__outlet=self.source)
        if self.sure in SURE:
            wanted &= Q(confidence__gte=SURE[self.sure])
        found = proposals.filter(wanted)
        return found.distinct() if self.source else found

    def pairs(self) -> dict[str, str]:
        """Return what stands in an address, without what is empty."""
        told = {"kind": self.kind, "work": self.work, "source": self.source, "sure": self.sure}
        return {name: value for name, value in told.items() if value}


def queue(wanted: Filter) -> QuerySet[Proposal]:
    """Return what waits, in its order."""
    return wanted.of(Proposal.objects.filter(state="waiting")).order_by("rank", "id")


def after(wanted: Filter, one: Proposal) -> Proposal | None:
    """Return what comes behind a proposal, whether that waits still or not."""
    later = Q(rank__gt=one.rank) | Q(rank=one.rank, id__gt=one.id)
    return queue(wanted).filter(later).first()


def before(wanted: Filter, one: Proposal) -> Proposal | None:
    """Return what comes in front of a proposal."""
    earlier = Q(rank__lt=one.rank) | Q(rank=one.rank, id__lt=one.id)
    return queue(wanted).filter(earlier).order_by("-rank", "-id").first()


@dataclass(frozen=True, slots=True)
class Offered:
    """What can be filtered by: kinds with how many wait, works, outlets."""

    kinds: dict[str, int]
    works: list[Work]
    sources: list[str]


def offered() -> Offered:
    """Return what there is in the queue to filter by."""
    waiting = Proposal.objects.filter(state="waiting")
    kinds: dict[str, int] = {}
    counts = waiting.values_list("kind", "claim").annotate(n=Count("id")).order_by("kind", "claim")
    for kind, claim, number in counts:
        kinds[kind] = kinds.get(kind, 0) + number
        if claim:
            kinds[claim] = kinds.get(claim, 0) + number
    works = waiting.exclude(work=None).values_list("work", flat=True).distinct()[:_OFFERED]
    outlets = Reading.objects.filter(backings__proposal__state="waiting").exclude(outlet="")
    names = outlets.order_by("outlet").values_list("outlet", flat=True).distinct()[:_OFFERED]
    there = Work.objects.filter(id__in=list(works)).order_by("label")
    return Offered(kinds, list(there), list(names))


@dataclass(frozen=True, slots=True)
class Pace:
    """How many were decided in this sitting, in how many minutes, and how many that is a minute
    (None while too few to tell)."""

    decided: int
    minutes: float
    a_minute: float | None

    def minutes_for(self, left: int) -> float | None:
        """Return how long the rest takes at this pace."""
        return left / self.a_minute if self.a_minute else None


def pace_of(actor: str, most: int = 500) -> Pace:
    """Return the pace of somebody's sitting: their decisions without a pause of hours between."""
    mine = Decision.objects.filter(actor=actor, what__in=("accepted", "refused"), batch="")
    instants: list[int] = []
    until = now()
    for at in mine.order_by("-id").values_list("at", flat=True)[:most]:
        if until - at > SITTING:
            break
        instants.append(at)
        until = at
    if not instants:
        return Pace(0, 0.0, None)
    minutes = (instants[0] - instants[-1]) / MINUTE
    # The first decision began to be thought of before it was made, so it starts the clock.
    told = len(instants) > _PACE_FROM and minutes > 0
    return Pace(len(instants), minutes, (len(instants) - 1) / minutes if told else None)
