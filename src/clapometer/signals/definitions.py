"""Measures as the site knows them: the definitions recorded, in order of time."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC
from functools import cache

from django.utils import timezone

from clapometer.facts.days import read_when
from clapometer.facts.reading import Fact, facts_of_kind
from clapometer.instants import start_of_day, to_datetime

from .measures import KNOWN, Definition, Known, Measure


def measures_known(*, known: int | None = None) -> dict[str, Measure]:
    """Return the measures by name: those recorded, and those known from the start that are not.

    `known` leaves out what was recorded later.
    """
    return {**_ready(), **recorded_measures(known=known)}


@cache
def _ready() -> dict[str, Measure]:
    return {name: _of_table(name, known) for name, known in KNOWN.items()}


def _of_table(name: str, known: Known) -> Measure:
    definitions = []
    for one in known.definitions:
        since, dated = read_when(one.since, UTC)
        told = Definition(one.means, since, dated, one.stopped, 0, one.source, one.link)
        definitions.append(told)
    return Measure(name, *known[:-1], tuple(definitions))


def recorded_measures(*, known: int | None = None) -> dict[str, Measure]:
    """Return the measures that have a definition in the record, by name.

    What a measure is called and counted in is said by its latest definition.
    """
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts_of_kind("definition", known=known):
        found[fact.said["measure"]].append(fact)
    return {name: _measure(name, facts) for name, facts in found.items()}


def _measure(name: str, facts: list[Fact]) -> Measure:
    ordered = sorted(facts, key=_order)
    said = ordered[-1].said
    return Measure(
        name,
        said["title"],
        said["unit"],
        said.get("platform", ""),
        said["nature"],
        said.get("period", ""),
        tuple(map(_definition, ordered)),
    )


def _order(fact: Fact) -> tuple[bool, int, int]:
    """Return the place of a definition: one of unknown time holds from the start."""
    return fact.happened_at is not None, fact.happened_at or 0, fact.id


def _definition(fact: Fact) -> Definition:
    said = fact.said
    return Definition(
        said["means"],
        _since(fact),
        said["dated"],
        bool(said.get("stopped")),
        fact.id,
        said.get("source", ""),
        said.get("link", ""),
    )


def _since(fact: Fact) -> int | None:
    """Return from when it holds: a day is one of UTC, as those of numbers are."""
    if fact.happened_at is None or fact.dated == "instant":
        return fact.happened_at
    day = to_datetime(fact.happened_at).astimezone(timezone.get_default_timezone()).date()
    return start_of_day(day, UTC)
