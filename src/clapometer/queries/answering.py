"""Answering a saved query: its rows with their ranks, as values that JSON and CSV can hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from clapometer.catalogue.models import Work
from clapometer.instants import format_instant
from clapometer.ledger.reading import head, position_at

from .asked import Asked
from .parameters import read_values
from .ranking import ranked
from .table import FIRST_COLUMNS, Query, query_named


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer to a query: from which position of the ledger, and each row by its columns.

    `total` is the number of rows that there would be without a limit; `works` are those named.
    """

    name: str
    query: Query
    asked: Asked
    position: int
    total: int
    rows: tuple[dict[str, Any], ...]
    works: Mapping[int, Work]

    @property
    def columns(self) -> dict[str, str]:
        """Return the columns of a row, with their meaning."""
        return {**FIRST_COLUMNS, **self.query.columns}


def answer(
    name: str, given: Mapping[str, str], at: int | None = None, known: int | None = None
) -> Answered:
    """Return the answer to a saved query. Raises QueryRefused."""
    query = query_named(name)
    asked = Asked(read_values(query.parameters, given), at, known)
    found = query.rows(asked)
    kept = ranked(found, asked.values["limit"])
    works = Work.objects.in_bulk([one.row.work for one in kept])
    rows = tuple(
        {"rank": one.rank, "work": works[one.row.work].public_id,
         "title": works[one.row.work].label, **one.row.cells}
        for one in kept
    )  # fmt: skip
    position = head()[0] if known is None else position_at(known)
    return Answered(name, query, asked, position, len(found), rows, works)


def as_object(answered: Answered) -> dict[str, Any]:
    """Return the answer as JSON has it, with the rules it follows."""
    asked, query = answered.asked, answered.query
    return {
        "query": answered.name,
        "question": query.question,
        "parameters": dict(asked.values),
        "at": None if asked.at is None else format_instant(asked.at),
        "known": None if asked.known is None else format_instant(asked.known),
        "position": answered.position,
        "dates": query.dates,
        "ties": query.ties,
        "columns": answered.columns,
        "total": answered.total,
        "rows": list(answered.rows),
    }
