"""Counter-entries to entries about facts."""

from __future__ import annotations

from collections.abc import Iterator

import orjson

from clapometer.facts.drafts import Told, fact_corrected, fact_undone
from clapometer.facts.fields import Ref
from clapometer.facts.kinds import FactKind, all_kinds, kind_named
from clapometer.facts.models import FactVersion
from clapometer.facts.reading import Fact, versions_of
from clapometer.ledger.entries import Draft, Entry

_REASON = "the import that brought it was taken back"
# These go with the points that hang on them: see countundoing.
_WITH_POINTS = frozenset({"counter", "definition"})


def fact_counters(entry: Entry) -> Iterator[Draft]:
    """Yield the counter-entry to an entry that stated or corrected a fact about a work.

    What somebody else has changed since is left as it is.
    """
    kind, last = _standing(entry)
    if kind is None or last is None or not kind.about or kind.name in _WITH_POINTS:
        return
    if entry.kind.endswith(".added"):
        yield fact_undone(kind, last.id, last.seq, _REASON)
    else:
        yield from _correction_counter(kind, last)


def _standing(entry: Entry) -> tuple[FactKind | None, Fact | None]:
    """Return the kind of the fact, and the version that the entry told, if that stands."""
    name, _, what = entry.kind.partition(".")
    kind = kind_named(name)
    if kind is None or what not in ("added", "corrected"):
        return None, None
    last = versions_of(entry.subject_id)[-1]
    return kind, last if last.until is None and last.seq == entry.seq else None


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
    for entry in entries:
        kind, last = _standing(entry)
        if kind is None or last is None or kind.about or kind.name in _WITH_POINTS:
            continue
        if entry.kind.endswith(".corrected"):
            yield from _correction_counter(kind, last)
            continue
        if kind.name not in named:
            named[kind.name] = named_by_facts(kind.name)
        if last.id not in named[kind.name]:
            yield fact_undone(kind, last.id, last.seq, _REASON)


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
