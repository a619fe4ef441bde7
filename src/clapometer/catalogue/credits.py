"""Who did what in a work: its credits and those of its parts, each person once in each role."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from clapometer.facts.reading import Fact, facts_about

from .facts.credits import ROLES
from .models import Work
from .people import person_names

_ORDER = {role: place for place, role in enumerate(ROLES)}


@dataclass(frozen=True, slots=True)
class Credit:
    """A person in a role, in a work or in several of its parts.

    `characters` and `notes` are what the facts say, each once; `works` are those that the facts are
    about, `facts` their numbers, the weightiest first. An erased name is "".
    """

    person: int
    name: str
    role: str
    characters: tuple[str, ...]
    notes: tuple[str, ...]
    works: tuple[int, ...]
    facts: tuple[int, ...]
    billing: int | None


def credits_of(
    works: Sequence[Work], at: int | None = None, known: int | None = None
) -> list[Credit]:
    """Return the credits of a work (the first) and its parts, in the order of roles and billing.

    Whoever is billed for the work itself comes before those of its parts; people without a billing
    come last, in the order in which they were noted.
    """
    told = facts_about([one.id for one in works], "credit", at=at, known=known)
    return merged(told, [one.id for one in works], known)


def merged(told: Iterable[Fact], works: Sequence[int], known: int | None = None) -> list[Credit]:
    """Return facts of the kind `credit` as credits, given the works in their order."""
    place = {work: index for index, work in enumerate(works)}
    groups: dict[tuple[str, int], list[Fact]] = {}
    for fact in told:
        groups.setdefault((fact.said["role"], fact.said["person"]), []).append(fact)
    names = person_names((person for _, person in groups), known)
    for facts in groups.values():
        facts.sort(key=lambda fact: (place.get(fact.about, len(place)), _billing(fact), fact.id))
    ordered = sorted(groups, key=lambda key: _rank(key[0], groups[key][0], place))
    return [_credit(person, names[person], role, groups[role, person])
            for role, person in ordered if person in names]  # fmt: skip


def _rank(role: str, fact: Fact, place: dict[int, int]) -> tuple[int, float, int, int]:
    depth = place.get(fact.about, len(place))
    return (_ORDER.get(role, len(_ORDER)), _billing(fact), depth, fact.id)


def _billing(fact: Fact) -> float:
    return fact.said.get("billing", float("inf"))


def _credit(person: int, name: str, role: str, facts: list[Fact]) -> Credit:
    return Credit(
        person=person,
        name=name,
        role=role,
        characters=_each_once(fact.said.get("character") for fact in facts),
        notes=_each_once(fact.said.get("note") for fact in facts),
        works=tuple(dict.fromkeys(fact.about for fact in facts)),
        facts=tuple(fact.id for fact in facts),
        billing=facts[0].said.get("billing"),
    )


def _each_once(texts: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))
