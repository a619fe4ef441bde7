"""Verifying the ledger: no gap, every leaf right, every kept text as committed."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import connection

from .canonical import canonical
from .entries import Entry, canonical_entry, leaf_hash
from .reading import read_entries
from .sealing import commit


def problems() -> Iterator[str]:
    """Yield one sentence for each thing that is wrong; nothing for a whole ledger."""
    expected = 1
    recorded_at = None
    for entry in read_entries():
        if entry.seq != expected:
            yield f"Entry {expected} is missing; the next one found is {entry.seq}."
        if recorded_at is not None and entry.recorded_at < recorded_at:
            yield f"Entry {entry.seq} says it was recorded before the entry in front of it."
        if _leaf(entry) != entry.leaf:
            yield f"Entry {entry.seq} does not match its leaf: it was changed after it was written."
        expected, recorded_at = entry.seq + 1, entry.recorded_at
    yield from _text_problems()


def _leaf(entry: Entry) -> bytes:
    """Return the leaf the entry should have; nothing for one that no Writer can have written."""
    try:
        # Canonical form is made again from the data, so that white space in the body counts too.
        body = canonical(entry.data)
        if body.decode() != entry.body:
            return b""
        written = canonical_entry(
            entry.actor, body, entry.happened_at, entry.kind, entry.recorded_at, entry.subject
        )
    except (ValueError, TypeError, OverflowError):
        return b""
    return leaf_hash(written)


def _text_problems() -> Iterator[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT t.seq, t.field, t.salt, t.text, e.body FROM ledger_ledgertext t"
            " LEFT JOIN ledger_ledgerentry e ON e.seq = t.seq ORDER BY t.seq, t.field"
        )
        while rows := cursor.fetchmany(2000):
            for seq, field, salt, text, body in rows:
                kept = f'"{field}":{{"sha256":"{commit(bytes(salt), text)}"}}'
                if body is None:
                    yield f"A {field} is kept beside entry {seq}, which does not exist."
                elif kept not in body:
                    what = f"The {field} kept beside entry {seq}"
                    yield f"{what} is not the one the entry commits to."
