"""People and works that a fact names by words: found on this site, or to be added."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from clapometer.catalogue.folding import fold
from clapometer.catalogue.models import Work
from clapometer.catalogue.people import facts_naming, people_named
from clapometer.catalogue.search import WorkUnknown, resolve_work
from clapometer.facts.fields import Ref
from clapometer.facts.kinds import FactKind, kind_named
from clapometer.facts.models import FactVersion
from clapometer.facts.reading import Fact, facts_numbered, facts_of_kind
from clapometer.facts.typed import FactRefused, Problem

_MOST_CANDIDATES = 5
# “Ann Vale (p17)”, as suggestions and corrections write it; the number decides.
_NUMBERED = re.compile(r"(?:.*\((?=[a-z]))?([a-z]?)([0-9]{1,15})\)?", re.DOTALL | re.IGNORECASE)
# The numbers that people have who are about to be added; no ledger gets so far.
PROVISIONAL = 8 * 10**14
_LAST = 10**15 - 1


class Fresh(NamedTuple):
    """Something that a fact names and this site lacks: its kind and name, and a number for it that
    stands in the field until it has its own."""

    field: str
    kind: FactKind
    name: str
    number: int


class Resolved(NamedTuple):
    """What was typed with a number for every name, and what has to be added for it.

    `by_name`: the fields whose number was found by name, so that it is known to be there.
    """

    typed: dict[str, str]
    fresh: tuple[Fresh, ...] = ()
    by_name: frozenset[str] = frozenset()


class NameList:
    """Who on this site (or what, of a kind that is about nothing) answers to a name."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], list[int]] = {}

    def forget(self) -> None:
        """Forget what is known: somebody may have written since."""
        self._known.clear()

    def learn(self, kind: str, names: Iterable[str]) -> None:
        """Look several names up at once."""
        wanted = {fold(name): name for name in names if (kind, fold(name)) not in self._known}
        found = _numbers(kind, wanted)
        self._known.update({(kind, key): found.get(key, []) for key in wanted})

    def numbers(self, kind: str, name: str) -> list[int]:
        """Return the numbers of those who are called so."""
        self.learn(kind, [name])
        return self._known[kind, fold(name)]

    def note(self, kind: str, name: str, number: int) -> None:
        """Keep one that was just added, or that only a preview has."""
        if number not in self.numbers(kind, name):
            self._known[kind, fold(name)].append(number)


def _numbers(kind: str, wanted: Mapping[str, str]) -> dict[str, list[int]]:
    """Return the numbers of those who answer to the names, which stand under their folded form."""
    if not wanted:
        return {}
    if kind == "person":
        named = people_named(wanted.values())
        return {key: named[name] for key, name in wanted.items() if name in named}
    known, found = kind_named(kind), dict[str, list[int]]()
    for fact in facts_of_kind(kind) if known else ():
        assert known
        found.setdefault(fold(str(fact.said.get(naming_field(known), ""))), []).append(fact.id)
    return found


def naming_field(kind: FactKind) -> str:
    """Return the field that names such a thing: the first."""
    return kind.fields[0].name


def newest(kind: str, most: int) -> list[Fact]:
    """Return so many facts of a kind that stand, those stated last first."""
    there = FactVersion.objects.filter(kind=kind, until=None).order_by("-fact")
    numbers = list(there.values_list("fact", flat=True)[:most])
    found = facts_numbered(numbers)
    return [found[number] for number in numbers if number in found]


def resolve(kind: FactKind, typed: Mapping[str, str], names: NameList | None = None) -> Resolved:
    """Return what was typed with a number in place of each name of a person or a work.

    Raises FactRefused where a name is that of several, or a work is unknown.
    """
    book = names or NameList()
    found, problems, fresh = dict(typed), list[Problem](), list[Fresh]()
    by_name: set[str] = set()
    for field in _named(kind, typed):
        try:
            number: int | FactKind | None = _written(field, typed[field.name])
            if number is None:
                by_name.add(field.name)
                number = _looked_up(field, typed[field.name], book)
        except FactRefused as refused:
            problems += refused.problems
            continue
        if isinstance(number, FactKind):
            new = Fresh(field.name, number, typed[field.name].strip(), _LAST - len(fresh))
            fresh.append(new)
            number = new.number
        found[field.name] = f"{field.letter}{number}"
    if problems:
        raise FactRefused(*problems)
    return Resolved(found, tuple(fresh), frozenset(by_name))


def _named(kind: FactKind, typed: Mapping[str, str]) -> Iterator[Ref]:
    """Yield the fields that hold a name, and those that hold a number in other words."""
    for field in kind.fields:
        text = typed.get(field.name, "").strip()
        if isinstance(field, Ref) and text:
            yield field


def _written(field: Ref, text: str) -> int | None:
    """Return the number that a text is, None for a name."""
    numbered = _NUMBERED.fullmatch(text.strip())
    if not numbered or numbered[1].casefold() not in _letters(field):
        return None
    number = int(numbered[2])
    if number >= PROVISIONAL:
        told = f"There is no {field.to} {field.letter}{number}."
        raise FactRefused(Problem(field.name, told))
    return number


def _looked_up(field: Ref, text: str, book: NameList) -> int | FactKind:
    """Return the number of what is called so; the kind where the name is new."""
    return _work(field, text) if field.to == "work" else _person(field, text, book)


def _letters(field: Ref) -> tuple[str, ...]:
    """Return what may stand in front of a number; a bare one may be a work's title, like 1917."""
    return (field.letter,) if field.to == "work" else (field.letter, "")


def _work(field: Ref, text: str) -> int:
    try:
        return resolve_work(text).id
    except WorkUnknown as unknown:
        there = ", ".join(_labelled(work) for work in unknown.candidates[:_MOST_CANDIDATES])
        near = f" There are: {there}." if there else ""
        raise FactRefused(Problem(field.name, f"{unknown}{near}")) from None


def _labelled(work: Work) -> str:
    return f"{work} {work.public_id}"


def _person(field: Ref, text: str, book: NameList) -> int | FactKind:
    numbers = book.numbers(field.to, text)
    if len(numbers) > 1:
        known = numbers[:_MOST_CANDIDATES]
        there = ", ".join(f"{field.letter}{one}{_known_for(field.to, one)}" for one in known)
        told = f"{len(numbers)} are called “{text.strip()[:60]}”: {there}; write the number."
        raise FactRefused(Problem(field.name, told))
    if numbers:
        return numbers[0]
    kind = kind_named(field.to)
    if kind is None or not fold(text):
        told = f"“{text.strip()[:60]}” is nobody on this site; write a number like"
        raise FactRefused(Problem(field.name, f"{told} {field.letter}17."))
    return kind


def _known_for(kind: str, number: int) -> str:
    """Return a work that tells somebody from others of the name, in brackets; "" without any."""
    abouts = [fact.about for fact in facts_naming(number) if fact.about] if kind == "person" else []
    work = Work.objects.select_related("parent").filter(id__in=abouts[:1]).first()
    return f" ({work})" if work else ""
