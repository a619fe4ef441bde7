"""Reading facts, as they stand now or stood at an instant, on either clock."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

import orjson
from django.db.models import Q, QuerySet

from clapometer.ledger.reading import position_at

from .models import FactVersion

_READ = (
    "fact", "seq", "until", "kind", "about", "happened_at", "since", "recorded_at", "actor", "said",
)  # fmt: skip


class Fact(NamedTuple):
    """One version of a fact.

    `id` is the position of the entry that stated it first, `seq` of the one that told this version,
    `until` of the one that ended it (None: it stands). `since` is when the fact was first recorded,
    `recorded_at` when this version was.
    """

    id: int
    seq: int
    until: int | None
    kind: str
    about: int
    happened_at: int | None
    since: int
    recorded_at: int
    actor: str
    said: dict[str, Any]

    @property
    def at(self) -> int:
        """Return the instant it counts from: its own time, or when this site learned of it."""
        return self.since if self.happened_at is None else self.happened_at

    @property
    def dated(self) -> str:
        """Return how exactly its time is known (a word of `days.DATED`)."""
        return str(self.said["dated"])


def facts_about(
    works: Iterable[int], *kinds: str, at: int | None = None, known: int | None = None
) -> list[Fact]:
    """Return the facts about the works, of the kinds (all, if none is named), in order of time.

    `at` leaves out what happened later, `known` what was recorded later.
    """
    return _read(FactVersion.objects.filter(about__in=list(works)), kinds, at, known)


def facts_of_kind(*kinds: str, at: int | None = None, known: int | None = None) -> list[Fact]:
    """Return all facts of the kinds on this site, in order of time."""
    return _read(FactVersion.objects.all(), kinds, at, known)


def facts_numbered(ids: Iterable[int], known: int | None = None) -> dict[int, Fact]:
    """Return the facts with these numbers that stand (stood, as known at an instant), by number."""
    found = FactVersion.objects.filter(fact__in=list(ids))
    return {one.id: one for one in _read(found, (), None, known)}


def fact_numbered(number: int, known: int | None = None) -> Fact | None:
    """Return the fact as it stands, None where there is none or it was taken back."""
    return facts_numbered([number], known).get(number)


def versions_of(number: int, known: int | None = None) -> list[Fact]:
    """Return every version of a fact, first to last; none for a number that is no fact's."""
    found = FactVersion.objects.filter(fact=number)
    if known is not None:
        found = found.filter(seq__lte=position_at(known))
    return [_fact(row) for row in found.order_by("seq").values_list(*_READ)]


def versions_numbered(versions: Iterable[tuple[int, int]]) -> dict[tuple[int, int], Fact]:
    """Return versions of facts, each named by its fact and the entry that told it."""
    wanted = set(versions)
    found = FactVersion.objects.filter(
        fact__in={fact for fact, _ in wanted}, seq__in={seq for _, seq in wanted}
    )
    facts = map(_fact, found.values_list(*_READ))
    return {(one.id, one.seq): one for one in facts if (one.id, one.seq) in wanted}


def versions_about(works: Iterable[int] | None, *kinds: str) -> list[Fact]:
    """Return every version of the facts of these kinds about the works (None: about any), in order.

    Also those of facts that were taken back: the last version of such a fact has an `until`.
    """
    found = FactVersion.objects.filter(kind__in=kinds)
    if works is not None:
        found = found.filter(about__in=list(works))
    return [_fact(row) for row in found.order_by("fact", "seq").values_list(*_READ)]


def _read(
    found: QuerySet[FactVersion], kinds: tuple[str, ...], at: int | None, known: int | None
) -> list[Fact]:
    if kinds:
        found = found.filter(kind__in=kinds)
    found = found.filter(_standing(None if known is None else position_at(known)))
    if at is not None:
        found = found.filter(Q(happened_at__lte=at) | Q(happened_at__isnull=True, since__lte=at))
    facts = [_fact(row) for row in found.values_list(*_READ)]
    return sorted(facts, key=lambda fact: (fact.at, fact.id))


def _standing(position: int | None) -> Q:
    """Return the condition on versions that stand now, or stood at a position of the ledger."""
    if position is None:
        return Q(until__isnull=True)
    return Q(seq__lte=position) & (Q(until__isnull=True) | Q(until__gt=position))


def _fact(row: tuple[Any, ...]) -> Fact:
    *columns, said = row
    return Fact._make([*columns, orjson.loads(said)])
