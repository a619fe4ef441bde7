"""Facts as tables that `clapometer import --profile facts` reads: templates, and what there is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from zoneinfo import ZoneInfo

from django.conf import settings

from clapometer.catalogue.models import Work
from clapometer.facts.days import When, shown_day
from clapometer.facts.drafts import Told
from clapometer.facts.fields import Ref
from clapometer.facts.kinds import WHEN, FactKind, kind_named
from clapometer.facts.reading import Fact, facts_numbered
from clapometer.facts.typed import show_typed

from .references import naming_field

Names = Mapping[tuple[str, int], str]
_WORK = ("work", "work_year", "work_kind")


def columns_of(kind: FactKind) -> tuple[str, ...]:
    """Return the columns of a table of such facts, in the order of a form."""
    own = [field.name for field in kind.fields]
    common = [field.name for field in kind.every_field[len(own) :]]
    return ("kind", *(_WORK if kind.about else ()), *own, WHEN, *common)


def example_of(kind: FactKind) -> dict[str, str]:
    """Return a made-up row: the example of each field, about a work of no site."""
    fields = {field.name: field.example for field in kind.every_field}
    work = {"work": "A Made-up Work", "work_year": "2020", "work_kind": "".join(kind.about[:1])}
    return {"kind": kind.name, **(work if kind.about else {}), **fields, WHEN: "2022-05-20"}


def table_of(facts: Sequence[Fact]) -> tuple[list[str], list[list[str]]]:
    """Return facts as header and rows that say the same when they are taken in elsewhere.

    People stand in it by name; works by the names that other sites know.
    """
    kinds = [kind for name in dict.fromkeys(fact.kind for fact in facts)
             if (kind := kind_named(name))]  # fmt: skip
    columns = list(dict.fromkeys(column for kind in kinds for column in columns_of(kind)))
    # The time and the source come behind the fields of all kinds.
    last = [WHEN, *(field.name for field in kinds[0].every_field[len(kinds[0].fields) :])] \
        if kinds else []  # fmt: skip
    columns = [*(one for one in columns if one not in last), *last]
    works = Work.objects.in_bulk({fact.about for fact in facts})
    names = names_in(facts)
    rows = []
    for fact in facts:
        kind = kind_named(fact.kind)
        if kind:
            cells = {"kind": kind.name, **_work_cells(works.get(fact.about))}
            cells |= typed_of(kind, Told(fact.said, fact.happened_at), names)
            rows.append([cells.get(column, "") for column in columns])
    return columns, rows


def _work_cells(work: Work | None) -> dict[str, str]:
    if work is None:
        return {}
    year = "" if work.year is None else str(work.year)
    return {"work": work.label, "work_year": year, "work_kind": work.kind}


def typed_of(kind: FactKind, told: Told, names: Names) -> dict[str, str]:
    """Return a fact as it would be typed, with the names of those whom it refers to."""
    typed = show_typed(kind, told, ZoneInfo(settings.SITE["time_zone"]))
    for field in kind.fields:
        if isinstance(field, Ref) and field.name in told.said:
            typed[field.name] = names.get((field.to, told.said[field.name]), typed[field.name])
    return typed


def names_in(facts: Iterable[Fact]) -> dict[tuple[str, int], str]:
    """Return the names of the works and people that facts refer to."""
    wanted: dict[str, set[int]] = {}
    for fact in facts:
        kind = kind_named(fact.kind)
        for field in kind.fields if kind else ():
            if isinstance(field, Ref) and field.name in fact.said:
                wanted.setdefault(field.to, set()).add(fact.said[field.name])
    found: dict[tuple[str, int], str] = {}
    for to, numbers in wanted.items():
        named = _works(numbers) if to == "work" else _alone(to, numbers)
        found |= {(to, number): name for number, name in named.items() if name}
    return found


def _works(numbers: Iterable[int]) -> dict[int, str]:
    return {number: str(work) for number, work in Work.objects.in_bulk(list(numbers)).items()}


def _alone(to: str, numbers: Iterable[int]) -> dict[int, str]:
    kind = kind_named(to)
    field = naming_field(kind) if kind else ""
    told = facts_numbered(numbers)
    return {number: str(fact.said.get(field) or "") for number, fact in told.items()}


def line_of(fact: Fact, names: Names) -> str:
    """Return a fact in one line, with names in place of numbers."""
    kind = kind_named(fact.kind)
    if kind is None:
        return fact.kind
    line = kind.line(fact.said)
    for field in kind.fields:
        number = fact.said.get(field.name) if isinstance(field, Ref) else None
        name = names.get((field.to, number)) if isinstance(field, Ref) and number else None
        if name:
            line = name.join(re.split(rf"\b{field.show(number)}\b", line))
    return line


def day_of(fact: Fact) -> str:
    """Return the day, month or year that a fact's time is known to; "" for an unknown one."""
    zone = ZoneInfo(settings.SITE["time_zone"])
    return shown_day(When(fact.happened_at, fact.dated), zone)
