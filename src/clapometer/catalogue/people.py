"""People: finding them by words, names and identifiers, and how they were named at an instant."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models.functions import Length

from clapometer.facts.reading import Fact, facts_numbered

from .folding import fold
from .models import LONGEST, Mention, Person, PersonName

_AT_ONCE = 400


def find_people(words: str, limit: int = 10) -> list[Person]:
    """Return the people whose name holds every word, the shortest names first."""
    key = fold(words)
    if not key or len(key) > LONGEST:
        return []
    found = Person.objects.order_by(Length("key"), "key", "id")
    for word in set(key.split()):
        found = found.filter(key__contains=word)
    return sorted(found[:500], key=lambda one: (one.key != key, not one.key.startswith(key)))[
        :limit
    ]


def people_named(names: Iterable[str]) -> dict[str, list[int]]:
    """Return who answers to each of the names or identifiers: by a name of theirs, as folded.

    Names that nobody has are missing. The numbers are in order, so the first was here first.
    """
    keys = {name: _key(name) for name in names}
    wanted = sorted(set(keys.values()))
    numbers: dict[str, list[int]] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        part = wanted[start : start + _AT_ONCE]
        rows = PersonName.objects.filter(key__in=part).order_by("person")
        for key, person in rows.values_list("key", "person"):
            numbers.setdefault(key, []).append(person)
    return {name: numbers[key] for name, key in keys.items() if key in numbers}


def _key(name: str) -> str:
    """Return what a name or an identifier (`imdb:nm0000001`) is looked up by."""
    namespace, mark, own = name.partition(":")
    is_identifier = bool(mark and own) and namespace.isalpha() and " " not in name
    return name if is_identifier else fold(name)[:LONGEST]


def person_names(numbers: Iterable[int], known: int | None = None) -> dict[int, str]:
    """Return what people are called (were, as known at an instant); erased names are "".

    Those who were taken back are missing.
    """
    told = facts_numbered(set(numbers), known)
    return {
        number: str(fact.said.get("name") or "")
        for number, fact in told.items()
        if fact.kind == "person"
    }


def facts_naming(person: int, known: int | None = None) -> list[Fact]:
    """Return the facts that name a person, in order of time: credits, source works and others."""
    mentioned = Mention.objects.filter(thing=f"person:{person}").values_list("fact", flat=True)
    found = facts_numbered(list(mentioned), known).values()
    return sorted(found, key=lambda fact: (fact.at, fact.id))
