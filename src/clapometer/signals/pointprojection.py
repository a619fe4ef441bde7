"""The consumer that keeps the points of counters: entries about them -> rows."""

from __future__ import annotations

from typing import Any

from clapometer.ledger import consumers
from clapometer.ledger.bulk import clear_table, execute_rows, insert_rows
from clapometer.ledger.entries import Entry

from .points import read_point

TABLE = "signals_point"
COLUMNS = ("counter", "seq", "at", "whole_day", "digits", "places", "bound")
_CLOSE = f"UPDATE {TABLE} SET until = %s WHERE counter = %s AND at = %s AND until IS NULL"


def register() -> None:
    """Make the consumer known to the ledger."""
    consumers.register(consumers.Consumer("points", advance, clear))


def clear() -> None:
    """Empty the table."""
    clear_table(TABLE)


def advance(span: consumers.Span) -> None:
    """Take in the entries about points; runs of new ones are written together."""
    rows: list[tuple[Any, ...]] = []
    for entry in span.entries():
        if entry.kind == "points.told":
            rows += _rows(entry)
        elif entry.kind == "points.restated":
            insert_rows(TABLE, COLUMNS, rows)
            rows = []
            _restated(entry)
    insert_rows(TABLE, COLUMNS, rows)


def _rows(entry: Entry) -> list[tuple[Any, ...]]:
    counter, seq = entry.subject_id, entry.seq
    return [(counter, seq, *read_point(told)) for told in entry.data["points"]]


def _restated(entry: Entry) -> None:
    """Close what is told anew or gone, and write what is told."""
    data, counter, seq = entry.data, entry.subject_id, entry.seq
    times = {read_point(told).at for told in (*data["before"], *data["points"])}
    execute_rows(_CLOSE, [(seq, counter, at) for at in sorted(times)])
    insert_rows(TABLE, COLUMNS, _rows(entry))
