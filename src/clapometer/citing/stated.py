"""What can be cited of facts that were stated: one function for each kind of fact, as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

from clapometer.catalogue.models import Work
from clapometer.facts.reading import Fact
from clapometer.sentences import values, writing

from .days import when
from .items import Item

Told: TypeAlias = writing.Fact | None


def _release(fact: Fact, work: Work) -> Told:
    if fact.happened_at is None:
        return None
    said = fact.said
    return values.Released(
        work.label,
        when(fact.happened_at, fact.dated),
        str(said.get("territory") or ""),
        str(said.get("carrier") or ""),
    )


# The kinds of facts that are cited: under which kind of item, and what reads them.
CITED: Mapping[str, tuple[str, Callable[[Fact, Work], Told]]] = {
    "release": ("release", _release),
}


def stated_items(facts: Iterable[Fact], works: Mapping[int, Work]) -> Iterator[Item]:
    """Yield the facts that can be cited, in their order."""
    for fact in facts:
        kind, told_of = CITED[fact.kind]
        told = told_of(fact, works[fact.about])
        if told is not None:
            source, link = str(fact.said.get("source") or ""), str(fact.said.get("link") or "")
            key = f"fact-{fact.id}"
            yield Item(key, kind, works[fact.about], told, fact.at, fact.id, source, link)
