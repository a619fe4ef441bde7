"""Reading the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import connection

from .entries import Entry

_COLUMNS = "seq, kind, happened_at, recorded_at, actor, subject, body, leaf"
_BATCH = 10_000


def head() -> tuple[int, int | None]:
    """Return the last position and its recorded_at; (0, None) for an empty ledger."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT seq, recorded_at FROM ledger_ledgerentry ORDER BY seq DESC LIMIT 1")
        row = cursor.fetchone()
    return row or (0, None)


def position_at(known: int) -> int:
    """Return the last position recorded at or before the instant; 0 before the first."""
    with connection.cursor() as cursor:
        # recorded_at grows with seq, so the answer is found by halving, without an index.
        low, high = 0, head()[0]
        while low < high:
            middle = (low + high + 1) // 2
            cursor.execute("SELECT recorded_at FROM ledger_ledgerentry WHERE seq = %s", [middle])
            low, high = (middle, high) if cursor.fetchone()[0] <= known else (low, middle - 1)
    return low


def read_entries(after: int = 0, until: int | None = None) -> Iterator[Entry]:
    """Yield the entries with after < seq <= until in order, a batch in memory at a time."""
    last = head()[0] if until is None else until
    while after < last:
        upper = min(after + _BATCH, last)
        yield from _span(after, upper)
        after = upper


def _span(after: int, until: int) -> list[Entry]:
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {_COLUMNS} FROM ledger_ledgerentry WHERE seq > %s AND seq <= %s ORDER BY seq",
            [after, until],
        )
        return [_entry(row) for row in cursor.fetchall()]


def read_some(seqs: Iterable[int]) -> dict[int, Entry]:
    """Return the entries at these positions, by position."""
    wanted = list(seqs)
    found: dict[int, Entry] = {}
    with connection.cursor() as cursor:
        for start in range(0, len(wanted), 900):
            part = wanted[start : start + 900]
            marks = ",".join(["%s"] * len(part))
            cursor.execute(
                f"SELECT {_COLUMNS} FROM ledger_ledgerentry WHERE seq IN ({marks})", part
            )
            found.update((row[0], _entry(row)) for row in cursor.fetchall())
    return found


def _entry(row: tuple[Any, ...]) -> Entry:
    *facts, leaf = row
    return Entry._make([*facts, bytes(leaf)])
