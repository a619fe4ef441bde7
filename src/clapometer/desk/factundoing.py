"""Counter-entries to entries about facts."""

from __future__ import annotations

from collections.abc import Iterator

import orjson

from clapometer.facts.drafts import Told, fact_corrected, fact_undone
from clapometer.facts.fields import Ref
from clapometer.facts.kinds import FactKind, all_kinds, kind_named
from clapometer.facts.models import FactVersion
from clapometer.facts.reading import Fact, facts_numbered, versions_of
from clapometer.ledger.entries import Draft, Entry

_REASON = "the import that brought it was taken back"
_AT_ONCE = 400
# These go with the points that hang on them: see countundoing.
_WITH_POINTS = frozenset({"counter", "definition"})


def fact_counters(entries: list[Entry]) -> Iterator[Draft]:
    """Yield the counter-entries to entries that stated or corrected facts about works.

    What somebody else has changed since is left as it is.
    """
    for kind, fact, entry in _standing(entries):
        if kind.about:
            if entry.kind.endswith(".added"):
                yield fact_undone(kind, fact.id, fact.seq, _REASON)
            else:
                yield from _correction_counter(kind, fact)


def _standing(entries: list[Entry]) -> Iterator[tuple[FactKind, Fact, Entry]]:
    """Yield those entries about facts whose version stands, each with it and its kind."""
    told = []
    for entry in entries:
        name, _, what = entry.kind.partition(".")
        kind = kind_named(name)
        if kind and what in ("added", "corrected") and name not in _WITH_POINTS:
            told.append((kind, entry))
    there: dict[int, Fact] = {}
    for start in range(0, len(told), _AT_ONCE):
        part = told[start : start + _AT_ONCE]
        there |= facts_numbered(entry.subject_id for _, entry in part)
    for kind, entry in told:
        fact = there.get(entry.subject_id)
        if fact is not None and fact.seq == entry.seq:
            yield kind, fact, entry


def _correction_counter(kind: FactKind, last: Fact) -> Iterator[Draft]:
    before = next((one for one in versions_of(last.id) if one.until == last.seq), None)
    told = Told(last.said, last.happened_at)
    draft = before and fact_corrected(kind, last.id, Told(before.said, before.happened_at), told)
    if draft:
        yield draft


def alone_counters(entries: list[Entry]) -> Iterator[Draft]:
    """Yield the counter-entries to entries about what stands alone, such as people.

    A person whom a fact that stands still names is left.
    """
    named: dict[str, set[int]] = {}
    for kind, fact, entry in _standing(entries):
        if kind.about:
            continue
        if entry.kind.endswith(".corrected"):
            yield from _correction_counter(kind, fact)
            continue
        if kind.name not in named:
            named[kind.name] = named_by_facts(kind.name)
        if fact.id not in named[kind.name]:
            yield fact_undone(kind, fact.id, fact.seq, _REASON)


def named_by_facts(to: str) -> set[int]:
    """Return the numbers of all things of a kind that facts which stand name."""
    found: set[int] = set()
    for kind in all_kinds():
        names = [one.name for one in kind.fields if isinstance(one, Ref) and one.to == to]
        if not names:
            continue
        there = FactVersion.objects.filter(kind=kind.name, until=None)
        for said in there.values_list("said", flat=True).iterator(chunk_size=5_000):
            told = orjson.loads(said)
            found.update(told[name] for name in names if told.get(name) is not None)
    return found
