"""Measures as the site knows them: the definitions recorded, in order of time."""

from __future__ import annotations

from collections import defaultdict

from clapometer.facts.reading import Fact, facts_of_kind

from .measures import Definition, Measure


def measures_known(*, known: int | None = None) -> dict[str, Measure]:
    """Return the measures that have a definition on this site, by name; `known` as in charts.

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
        fact.happened_at,
        said["dated"],
        bool(said.get("stopped")),
        fact.id,
        said.get("source", ""),
        said.get("link", ""),
    )
