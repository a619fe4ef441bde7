"""Where sources disagree: facts about the same thing that cannot all be so, settled or open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from clapometer.facts.reading import Fact, facts_about

from .agreeing import AGREEMENTS, agree, can_contradict, grouped
from .models import Settled
from .reading import settled_of

MOST = 40
"""Facts that one contradiction names; more say nothing that the first of them do not."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Facts of one kind about one thing that cannot all be so, in order of time.

    `settled`: the entry by which an editor said that they stand as printed, None where it is open.
    """

    kind: str
    facts: tuple[Fact, ...]
    settled: Settled | None

    @property
    def open(self) -> bool:
        """Return whether nobody has settled it."""
        return self.settled is None


def contradictions_of(works: Sequence[int], known: int | None = None) -> list[Contradiction]:
    """Return the contradictions among what is said of the works, as known at an instant."""
    return contradictions_in(facts_about(works, *AGREEMENTS, known=known), known)


def contradictions_in(facts: Iterable[Fact], known: int | None = None) -> list[Contradiction]:
    """Return the contradictions among the facts, in order of time."""
    by_kind: dict[tuple[str, int], list[Fact]] = defaultdict(list)
    for fact in facts:
        if can_contradict(fact):
            by_kind[fact.kind, fact.about].append(fact)
    found = []
    for (kind, _about), told in by_kind.items():
        for group in grouped(kind, told):
            apart = _apart(kind, group)
            if apart:
                numbers = [fact.id for fact in apart]
                found.append(Contradiction(kind, tuple(apart), settled_of(numbers, known)))
    return sorted(found, key=lambda one: one.facts[0].at)


def against(fact: Fact, known: int | None = None) -> Contradiction | None:
    """Return the contradiction that a fact is part of, None where nothing disagrees with it."""
    if fact.kind not in AGREEMENTS or not fact.about:
        return None
    told = facts_about([fact.about], fact.kind, known=known)
    for one in contradictions_in(told, known):
        if fact.id in (other.id for other in one.facts):
            return one
    return None


def _apart(kind: str, group: Sequence[Fact]) -> list[Fact]:
    """Return those facts of a group with which another one disagrees."""
    apart = [
        one
        for one in group
        if any(one is not other and not agree(kind, one, other) for other in group)
    ]
    return apart[:MOST]
