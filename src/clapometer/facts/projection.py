"""The consumer that keeps the facts: entries of their kinds -> versions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import orjson
from django.db import connection

from clapometer.ledger import consumers
from clapometer.ledger.bulk import clear_table, insert_rows
from clapometer.ledger.entries import Entry
from clapometer.ledger.texts import read_texts

from .kinds import FactKind, kind_named

TABLE = "facts_factversion"
COLUMNS = (
    "fact", "seq", "until", "kind", "about", "happened_at", "since", "recorded_at", "actor", "said",
)  # fmt: skip
_Row = tuple[Any, ...]


def register() -> None:
    """Make the consumer known to the ledger."""
    consumers.register(consumers.Consumer("facts", advance, clear))


def clear() -> None:
    """Empty the table."""
    clear_table(TABLE)


def advance(span: consumers.Span) -> None:
    """Take in the entries about facts; runs of new facts are written together."""
    added: list[tuple[FactKind, Entry]] = []
    for entry in span.entries():
        name, _, what = entry.kind.partition(".")
        kind = kind_named(name)
        if kind is None:
            continue
        if what == "added":
            added.append((kind, entry))
            continue
        _add(added)
        added = []
        _APPLY[what](kind, entry)
    _add(added)


def _add(added: list[tuple[FactKind, Entry]]) -> None:
    texts = _texts(added)
    rows = []
    for kind, entry in added:
        told = entry.data
        said = {**told["said"], **texts.get(entry.seq, {})}
        rows.append(
            _row(entry, entry.seq, kind.name, told.get("about", 0), entry.recorded_at, said)
        )
    insert_rows(TABLE, COLUMNS, rows)


def _texts(entries: Iterable[tuple[FactKind, Entry]]) -> dict[int, dict[str, str]]:
    """Return the sealed texts of the entries, by position and field."""
    wanted: dict[str, list[int]] = {}
    for kind, entry in entries:
        for field in kind.sealed:
            wanted.setdefault(field, []).append(entry.seq)
    found: dict[int, dict[str, str]] = {}
    for field, seqs in wanted.items():
        for seq, text in read_texts(seqs, field).items():
            found.setdefault(seq, {})[field] = text
    return found


def _row(entry: Entry, fact: int, kind: str, about: int, since: int, said: dict[str, Any]) -> _Row:
    return (
        fact, entry.seq, None, kind, about, entry.happened_at, since, entry.recorded_at,
        entry.actor, orjson.dumps(said, option=orjson.OPT_SORT_KEYS).decode(),
    )  # fmt: skip


def _corrected(kind: FactKind, entry: Entry) -> None:
    last = _last(entry.subject_id)
    if last is None or last["until"] is not None:
        return
    changed = {**entry.data["said"], **_texts([(kind, entry)]).get(entry.seq, {})}
    said = {**orjson.loads(last["said"]), **changed}
    _close(entry)
    last["about"] = entry.data.get("about", last["about"])
    _write(entry, last, {name: value for name, value in said.items() if value is not None})


def _undone(_kind: FactKind, entry: Entry) -> None:
    _close(entry)


def _restored(_kind: FactKind, entry: Entry) -> None:
    last = _last(entry.subject_id)
    if last is not None and last["until"] is not None:
        again = entry._replace(happened_at=last["happened_at"])
        _write(again, last, orjson.loads(last["said"]))


def _write(entry: Entry, last: dict[str, Any], said: dict[str, Any]) -> None:
    row = _row(entry, last["fact"], last["kind"], last["about"], last["since"], said)
    insert_rows(TABLE, COLUMNS, [row])


def _last(fact: int) -> dict[str, Any] | None:
    """Return the last version of a fact."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {', '.join(COLUMNS)} FROM {TABLE} WHERE fact = %s ORDER BY seq DESC LIMIT 1",
            [fact],
        )
        row = cursor.fetchone()
    return dict(zip(COLUMNS, row, strict=True)) if row else None


def _close(entry: Entry) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {TABLE} SET until = %s WHERE fact = %s AND until IS NULL",
            [entry.seq, entry.subject_id],
        )


_APPLY = {"corrected": _corrected, "undone": _undone, "restored": _restored}
