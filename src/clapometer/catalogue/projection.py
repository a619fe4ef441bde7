"""The consumer that keeps the catalogue: entries about works -> works, identifiers."""

from __future__ import annotations

from datetime import UTC

from django.db import connection

from clapometer.instants import parse_instant
from clapometer.ledger import consumers
from clapometer.ledger.bulk import clear_table, execute_rows, insert_rows
from clapometer.ledger.entries import Entry

from .folding import fold
from .labels import label_under
from .models import LONGEST, Identifier, Work

_WORK_COLUMNS = (
    "id", "kind", "title", "year", "release", "released", "released_seq", "parent_id", "number",
    "label", "key",
)  # fmt: skip
_PLAIN = ("kind", "title", "year", "release", "number")


def register() -> None:
    """Make the consumer known to the ledger."""
    consumers.register(consumers.Consumer("catalogue", advance, clear))


def clear() -> None:
    """Empty the catalogue's tables."""
    for table in ("catalogue_identifier", "catalogue_work"):
        clear_table(table)
    if connection.vendor == "sqlite":
        clear_table("catalogue_search")


def advance(span: consumers.Span) -> None:
    """Take in the entries about works; runs of additions are written together."""
    added: list[Entry] = []
    for entry in span.entries():
        if entry.kind == "work.added":
            added.append(entry)
        elif entry.kind.startswith("work."):
            _add(added)
            added = []
            _APPLY[entry.kind](entry)
    _add(added)


def _add(entries: list[Entry]) -> None:
    if not entries:
        return
    works: dict[int, Work] = {}
    for entry in entries:
        work = Work(id=entry.seq)
        _fill(work, entry, works)
        works[work.id] = work
    insert_rows(
        "catalogue_work",
        _WORK_COLUMNS,
        [[getattr(work, column) for column in _WORK_COLUMNS] for work in works.values()],
    )
    if connection.vendor == "sqlite":
        rows = [(work.id, work.key) for work in works.values()]
        insert_rows("catalogue_search", ("rowid", "key"), rows)
    _identify([(value, entry.seq) for entry in entries for value in _identifiers(entry)])


def _corrected(entry: Entry) -> None:
    work = Work.objects.filter(id=entry.subject_id).first()
    if work:
        _fill(work, entry, {})
        work.save(force_update=True)
        _index(work.id, work.key or None)
        _identify([(value, work.id) for value in _identifiers(entry)])
        removed = entry.data.get("removed", [])
        Identifier.objects.filter(work=work, value__in=removed).delete()
        _relabel_parts(work)


def _merged(entry: Entry) -> None:
    _merge(entry.subject_id, entry.data["into"], entry.seq)


def _split(entry: Entry) -> None:
    _merge(entry.subject_id, None, None)


def _merge(number: int, into: int | None, by: int | None) -> None:
    work = Work.objects.filter(id=number).first()
    if work:
        work.merged_into, work.merged_by = into, by
        _name(work, {})
        work.save(force_update=True)
        _index(work.id, work.key or None)


def _undone(entry: Entry) -> None:
    work = entry.subject_id
    Identifier.objects.filter(work_id=work).delete()
    Work.objects.filter(id=work).delete()
    _index(work, None)


def _fill(work: Work, entry: Entry, fresh: dict[int, Work]) -> None:
    data = entry.data
    for field in _PLAIN:
        if field in data:
            setattr(work, field, data[field])
    if "released" in data:
        released = data["released"]
        work.released = None if released is None else parse_instant(released, UTC)
        work.released_seq = entry.seq
    if "parent" in data:
        work.parent_id = data["parent"]
    _name(work, fresh)


def _name(work: Work, fresh: dict[int, Work]) -> None:
    work.label = _label(work, fresh)[:LONGEST]
    work.key = "" if work.merged_into else fold(work.label)[:LONGEST]


def _label(work: Work, fresh: dict[int, Work]) -> str:
    """Return the title with the series in front of it, as a reader would name a season."""
    if work.parent_id is None:
        return work.title
    parent = fresh.get(work.parent_id) or Work.objects.filter(id=work.parent_id).first()
    return label_under(parent.label if parent else "", work.title)


def _identifiers(entry: Entry) -> list[str]:
    found: list[str] = entry.data.get("identifiers", [])
    return found


def _identify(rows: list[tuple[str, int]]) -> None:
    """Note what others call the works; an identifier stays with the work that had it first."""
    execute_rows(
        "INSERT INTO catalogue_identifier (value, work_id) VALUES (%s, %s)"
        " ON CONFLICT (value) DO NOTHING",
        rows,
    )


def _relabel_parts(work: Work) -> None:
    for part in Work.objects.filter(parent_id=work.id):
        _name(part, {})
        part.save(force_update=True)
        _index(part.id, part.key or None)
        _relabel_parts(part)


def _index(work: int, key: str | None) -> None:
    """Keep SQLite's search table; PostgreSQL indexes the key column itself."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM catalogue_search WHERE rowid = %s", [work])
        if key is not None:
            cursor.execute("INSERT INTO catalogue_search (rowid, key) VALUES (%s, %s)", [work, key])


_APPLY = {
    "work.corrected": _corrected,
    "work.merged": _merged,
    "work.split": _split,
    "work.undone": _undone,
}
