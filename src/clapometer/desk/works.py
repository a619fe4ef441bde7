"""Taking in a table of works: new ones are added, known ones completed, none confused."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from clapometer.catalogue.drafts import fact_of, work_added, work_corrected
from clapometer.catalogue.folding import fold
from clapometer.catalogue.models import Identifier, Work
from clapometer.instants import format_instant
from clapometer.ledger.canonical import Value
from clapometer.ledger.entries import Draft
from clapometer.readers.records import Refusal, WorkRecord

from .titles import Appender, known_identifiers

# One transaction takes so many; other writers wait no longer than for these.
WORKS_AT_ONCE = 500
TORN = "The row's identifiers name different works of the catalogue: {works}; take one away."


class Taken(NamedTuple):
    """What became of some works: how many were added and completed, and which rows were refused."""

    added: int
    completed: int
    refusals: list[Refusal]


def take_works(records: Iterable[WorkRecord], append: Appender) -> Taken:
    """Take in some records of works.

    A known identifier means the same work. So do the same title, year and kind, where just one work
    has them and no identifier of the same namespace says otherwise.
    """
    refusals: list[Refusal] = []
    fresh: list[WorkRecord] = []
    added = completed = 0
    pending: set[object] = set()
    for record in records:
        if pending.intersection((*_marks(record), record.parent)):
            # It speaks of a work that is about to be added: that one has to be there first.
            added += _add(fresh, append)
            fresh, pending = [], set()
        known = sorted(set(known_identifiers(record.identifiers).values()))
        if len(known) > 1:
            refusals.append(_torn(record, known))
            continue
        work = Work.objects.get(id=known[0]) if known else _namesake(record)
        if work is None:
            fresh.append(record)
            pending.update(_marks(record))
        elif draft := _completion(work, record):
            append([draft])
            completed += 1
    return Taken(added + _add(fresh, append), completed, refusals)


def _marks(record: WorkRecord) -> tuple[object, ...]:
    """Return what a later row of the same work would have too."""
    return record.identifiers or ((fold(record.title), record.year, record.kind),)


def _add(records: list[WorkRecord], append: Appender) -> int:
    parents = known_identifiers(record.parent for record in records)
    append([_added(record, parents.get(record.parent)) for record in records])
    return len(records)


def _added(record: WorkRecord, parent: int | None) -> Draft:
    return work_added(
        kind=record.kind or "film",
        title=record.title or record.identifiers[0],
        year=record.year,
        identifiers=record.identifiers,
        release=record.release,
        parent=parent,
        number=record.number,
        released=record.released,
    )


def _namesake(record: WorkRecord) -> Work | None:
    """Return the one work of the same title, year and kind that may be the record's."""
    if not record.title or (record.identifiers and record.year is None):
        return None
    same = Work.objects.filter(key=fold(record.title), year=record.year).order_by("id")
    same = same.filter(kind=record.kind) if record.kind else same
    found = list(same.prefetch_related("identifiers")[:2])
    if found and not record.identifiers:
        # Nothing tells such a row from the works that are there: the same file again adds nothing.
        return found[0]
    return found[0] if len(found) == 1 and not _contradicts(found[0], record) else None


def _contradicts(work: Work, record: WorkRecord) -> bool:
    """Return whether both have an identifier of one namespace, which then must differ."""
    of_work = {_namespace(identifier.value) for identifier in work.identifiers.all()}
    return not of_work.isdisjoint(map(_namespace, record.identifiers))


def _namespace(identifier: str) -> str:
    return identifier.partition(":")[0]


def _completion(work: Work, record: WorkRecord) -> Draft | None:
    """Return the correction that fills in what the catalogue lacks; what it has is left alone."""
    facts: dict[str, Value] = {}
    known = set(Identifier.objects.filter(work=work).values_list("value", flat=True))
    if fresh := [value for value in record.identifiers if value not in known]:
        facts["identifiers"] = list(fresh)
    if record.title and work.title in known:
        facts["title"] = record.title
    for field in ("year", "number"):
        if getattr(work, field) is None and getattr(record, field) is not None:
            facts[field] = getattr(record, field)
    if record.release and not work.release:
        facts["release"] = record.release
    if record.released is not None and work.released is None:
        facts["released"] = format_instant(record.released)
    before: dict[str, Value] = {
        field: fact_of(work, field) for field in facts if field != "identifiers"
    }
    return work_corrected(work.id, facts, before) if facts else None


def _torn(record: WorkRecord, works: list[int]) -> Refusal:
    named = ", ".join(f"w{work}" for work in works)
    raw = {name: str(value) for name, value in record._asdict().items() if value}
    return Refusal(record.row, "torn_work", TORN.format(works=named), raw)
