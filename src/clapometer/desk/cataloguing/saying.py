"""From what a source says of a work to entries: what is new is stated, what the source changed is
corrected, and what is there already, or a person changed or took back, is left."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import orjson
from django.conf import settings

from clapometer.catalogue.models import Work
from clapometer.facts.drafts import Told, fact_added, fact_corrected
from clapometer.facts.kinds import FactKind, kind_named
from clapometer.facts.models import FactVersion
from clapometer.facts.typed import FactRefused, read_typed
from clapometer.ledger.entries import Draft
from clapometer.ledger.reading import read_some
from clapometer.readers.records import Refusal
from clapometer.readers.sources.works import PERSON, SourceWork, Statement

from .completing import Writers
from .outcome import Difference
from .sources import CatalogueSource

IDENTITY: dict[str, tuple[str, ...]] = {
    "title": ("text", "language", "territory"),
    "release": ("territory", "part"),
    "carrier": ("name", "territory"),
    "synopsis": ("language", "source"),
    "credit": ("person", "role"),
    "source_work": ("type", "title"),
    "announcement": ("source",),
}
"""Kind -> the fields that say which fact it is; the others may be corrected by its source."""
IN_TIME = frozenset({"announcement"})
"""Kinds of which a new word does not correct the old one: both were said, each in its time."""
_KEPT, _TAKEN_BACK, _ELSEWHERE = (
    "a person corrected it here",
    "a person took it back here",
    "the site has it from elsewhere",
)


class There(NamedTuple):
    """A fact of the work as it was told last. `end`: who took it back, "" where it stands."""

    number: int
    kind: str
    told: Told
    actor: str
    end: str


class Said(NamedTuple):
    """What the statements about a work come to."""

    drafts: list[Draft]
    stated: int
    corrected: int
    kept: int
    differences: list[Difference]
    refusals: list[Refusal]


class Sayings:
    """Compares what a source says with the facts of one work."""

    def __init__(self, source: CatalogueSource, writers: Writers) -> None:
        self._source, self._writers = source, writers
        self._zone = ZoneInfo(settings.SITE["time_zone"])

    def compare(self, work: Work, record: SourceWork, people: Mapping[str, int]) -> Said:
        """Return what the record's statements come to; `people`: identifier -> number."""
        said = Said([], 0, 0, 0, [], [])
        told: list[tuple[FactKind, Told]] = []
        for statement in record.statements:
            try:
                told += self._read(statement, record, people)
            except FactRefused as refused:
                raw = dict(statement.said)
                said.refusals.append(Refusal(record.row, "refused_fact", str(refused), raw))
        there = facts_there(work.id, {kind.name for kind, _ in told})
        rest = [one for one in told if not _take_equal(one, there)]
        kept = len(told) - len(rest)
        stated = corrected = 0
        for kind, one in rest:
            found = _same(kind, one, there)
            outcome = self._judged(work, kind, one, found)
            if isinstance(outcome, Difference):
                said.differences.append(outcome)
            elif outcome is not None:
                said.drafts.append(outcome)
                stated += outcome.kind.endswith(".added")
                corrected += outcome.kind.endswith(".corrected")
        return said._replace(stated=stated, corrected=corrected, kept=kept)

    def _read(
        self, statement: Statement, record: SourceWork, people: Mapping[str, int]
    ) -> Iterator[tuple[FactKind, Told]]:
        kind = kind_named(statement.kind)
        assert kind is not None, statement.kind
        typed = dict(statement.said)
        if PERSON in typed:
            if typed[PERSON] not in people:
                return
            typed[PERSON] = f"p{people[typed[PERSON]]}"
        typed |= {"source": self._source.title, "link": record.link}
        yield kind, read_typed(kind, typed, self._zone)

    def _judged(
        self, work: Work, kind: FactKind, told: Told, found: There | None
    ) -> Draft | Difference | None:
        """Return the entry that a statement calls for, or how it differs and from what."""
        if found is None or (kind.name in IN_TIME and not found.end):
            return fact_added(kind, work.id, told)
        if found.end and not found.end.startswith("undo:"):
            return _difference(work, kind, found, told, _TAKEN_BACK)
        if found.end:
            return fact_added(kind, work.id, told)
        if self._writers.is_our_actor(found.actor) and _own(found.told, self._source):
            return fact_corrected(kind, found.number, told, found.told)
        why = _KEPT if _own(found.told, self._source) else _ELSEWHERE
        return _difference(work, kind, found, told, why)


def facts_there(work: int, kinds: Iterable[str]) -> dict[str, list[There]]:
    """Return the facts about a work by kind, as told last, those that were taken back too."""
    rows = FactVersion.objects.filter(about=work, kind__in=set(kinds)).order_by("fact", "seq")
    columns = ("fact", "kind", "happened_at", "actor", "until", "said")
    last = {row[0]: row for row in rows.values_list(*columns)}
    ends = read_some([row[4] for row in last.values() if row[4] is not None])
    found: dict[str, list[There]] = defaultdict(list)
    for number, kind, happened_at, actor, until, said in last.values():
        end = "" if until is None else ends[until].actor
        found[kind].append(There(number, kind, Told(orjson.loads(said), happened_at), actor, end))
    return found


def _take_equal(one: tuple[FactKind, Told], there: dict[str, list[There]]) -> bool:
    """Return whether the site has the statement, whoever said it; what is taken counts once."""
    kind, told = one
    standing = [found for found in there.get(kind.name, []) if not found.end]
    if kind.name in IN_TIME:
        # Only the last word counts: what was said before it may be said again.
        own = [found for found in standing if _same_source(told, found.told)]
        standing = [max(own, key=lambda found: found.number)] if own else []
    for found in standing:
        if _equal(kind, told, found.told):
            there[kind.name].remove(found)
            return True
    return False


def _equal(kind: FactKind, ours: Told, theirs: Told) -> bool:
    names = [field.name for field in kind.fields]
    if any(ours.said.get(name) != theirs.said.get(name) for name in names):
        return False
    return ours.happened_at in (None, theirs.happened_at)


def _same_source(ours: Told, theirs: Told) -> bool:
    return bool(ours.said.get("source") == theirs.said.get("source"))


def _same(kind: FactKind, told: Told, there: dict[str, list[There]]) -> There | None:
    """Return the fact that the statement is about: one that stands first, each only once."""
    wanted = _identity(kind, told.said)
    same = [one for one in there.get(kind.name, []) if _identity(kind, one.told.said) == wanted]
    if not same:
        return None
    found = min(same, key=lambda one: (bool(one.end), one.number))
    there[kind.name].remove(found)
    return found


def _identity(kind: FactKind, said: Mapping[str, Any]) -> tuple[Any, ...]:
    names = IDENTITY.get(kind.name, tuple(field.name for field in kind.fields))
    values = (said.get(name) for name in names)
    return tuple(value.casefold() if isinstance(value, str) else value for value in values)


def _own(told: Told, source: CatalogueSource) -> bool:
    return bool(told.said.get("source") == source.title)


def _difference(work: Work, kind: FactKind, found: There, told: Told, why: str) -> Difference:
    here, there = kind.line(found.told.said), kind.line(told.said)
    return Difference(work.id, str(work), kind.title.casefold(), here, there, why)
