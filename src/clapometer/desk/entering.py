"""Entering facts as people name things: with those it names, in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.conf import settings

from clapometer.facts.drafts import Told
from clapometer.facts.fields import FieldRefused, Ref
from clapometer.facts.kinds import FactKind
from clapometer.facts.reading import Fact, facts_about, facts_of_kind
from clapometer.facts.typed import FactRefused, Problem, read_typed
from clapometer.ledger.entries import Entry
from clapometer.ledger.writing import writing

from .references import Fresh, NameList, Resolved, naming_field, resolve
from .stating import absent_refs, add_fact, check_about, correct_fact
from .submissions import keep, written_by


class Reading(NamedTuple):
    """What was typed, read: what the fact would say, whom it would add."""

    told: Told
    fresh: tuple[Fresh, ...]


def look_at(kind: FactKind, about: int, typed: Mapping[str, str]) -> Reading:
    """Return what the fact would say about a work (0: about none). Raises FactRefused with every
    problem there is; nothing is written."""
    problems = _unnamed(kind, typed)
    resolved = Resolved(dict(typed))
    try:
        resolved = resolve(kind, typed)
        check_about(kind, about)
    except FactRefused as refused:
        problems += refused.problems
    named = {problem.field for problem in problems}
    try:
        told = read_resolved(kind, resolved)
    except FactRefused as refused:
        problems += [one for one in refused.problems if one.field not in named]
    if problems:
        raise FactRefused(*problems)
    return Reading(told, resolved.fresh)


def _unnamed(kind: FactKind, typed: Mapping[str, str]) -> list[Problem]:
    """Return a sentence for each person or work that is needed and not named."""
    asked = {"work": "write its title with the year", "person": "write the name"}
    return [
        Problem(field.name, f"{field.label} is missing; {asked.get(field.to, 'write the name')}.")
        for field in kind.fields
        if isinstance(field, Ref) and field.required and not typed.get(field.name, "").strip()
    ]


def read_resolved(kind: FactKind, resolved: Resolved) -> Told:
    """Return what would be said; those who are not there yet stand in it by provisional numbers."""
    told = read_typed(kind, resolved.typed, ZoneInfo(settings.SITE["time_zone"]))
    written = {name: said for name, said in told.said.items() if name not in resolved.by_name}
    problems = absent_refs(kind, Told(written, told.happened_at))
    for one in resolved.fresh:
        try:
            _read_name(one)
        except FieldRefused as refused:
            problems.append(Problem(one.field, str(refused)))
    if problems:
        raise FactRefused(*problems)
    return told


def _read_name(one: Fresh) -> None:
    one.kind.field(naming_field(one.kind)).read(one.name)


def enter_fact(kind: FactKind, about: int, typed: Mapping[str, str], actor: str) -> Entry:
    """State a fact, and first whomever it names that the site lacks. Raises FactRefused."""
    with writing(actor):
        return add_fact(kind, about, _with_numbers(kind, typed, actor), actor)


def enter_correction(
    kind: FactKind, number: int, typed: Mapping[str, str], actor: str
) -> Entry | None:
    """Correct a fact, adding whomever it names; None where nothing changes. Raises FactRefused."""
    with writing(actor):
        return correct_fact(number, _with_numbers(kind, typed, actor), actor)


def once(actor: str, token: str, write: Callable[[], int]) -> int:
    """Return the entry that `write` wrote; the same form again writes nothing and gets the same."""
    with writing(actor):
        seq = written_by(token, actor)
        if seq is None:
            seq = write()
            keep(token, actor, seq)
        return seq


def _with_numbers(kind: FactKind, typed: Mapping[str, str], actor: str) -> dict[str, str]:
    names = NameList()
    resolved = resolve(kind, typed, names)
    numbered = dict(resolved.typed)
    for one in resolved.fresh:
        there = names.numbers(one.kind.name, one.name)
        number = there[0] if there else _add(one, actor)
        if not there:
            names.note(one.kind.name, one.name, number)
        numbered[one.field] = f"{one.kind.name[0]}{number}"
    return numbered


def _add(one: Fresh, actor: str) -> int:
    try:
        return add_fact(one.kind, 0, {naming_field(one.kind): one.name}, actor).seq
    except FactRefused as refused:
        told = (Problem(one.field, problem.sentence) for problem in refused.problems)
        raise FactRefused(*told) from None


def equal_facts(kind: FactKind, about: int, told: Told) -> list[Fact]:
    """Return the facts that stand and say the same of the same at the same time, by any source."""
    there = facts_about([about], kind.name) if about else facts_of_kind(kind.name)
    names = ("dated", *(field.name for field in kind.fields))

    def own(said: Mapping[str, object]) -> list[object]:
        return [said.get(name) for name in names]

    said = own(told.said)
    return [one for one in there if own(one.said) == said and one.happened_at == told.happened_at]
