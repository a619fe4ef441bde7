"""Names of columns: every one present, every one different."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .fields import known_header
from .problems import Remarks, file_refused

COLUMN_LIMIT = 1_000
"""Columns of the widest table accepted."""
_DATA = re.compile(r"[-+]?[\d.,]*\d%?|\d{4}-\d\d-\d\d.*|https?://.*|\d+(\.\d+)?/\d+", re.DOTALL)
_NAME_LIMIT = 200


def column_names(header: Sequence[str], name: str, remarks: Remarks) -> tuple[str, ...]:
    """Return the names of the columns, empty ones at the end left out, others made different.

    Raises FileRefused for a header of one column, of too many, or that looks like a row of data.
    """
    cells = [" ".join(cell.split())[:_NAME_LIMIT] for cell in header]
    while cells and not cells[-1]:
        cells.pop()
    _refuse_width(cells, name)
    _refuse_data(cells, name)
    return _different(cells, remarks)


def typed_names(keys: Sequence[str], name: str, remarks: Remarks) -> tuple[str, ...]:
    """Return one name for each key of a format that names its values itself, all different.

    Raises FileRefused for fewer than two keys or too many.
    """
    cells = [" ".join(key.split())[:_NAME_LIMIT] for key in keys]
    _refuse_width(cells, name)
    return _different(cells, remarks)


def _refuse_width(cells: list[str], name: str) -> None:
    if len(cells) < 2:
        raise file_refused("one_column", name, text=cells[0][:60] if cells else "")
    if len(cells) > COLUMN_LIMIT:
        raise file_refused("too_many_columns", name, limit=f"{COLUMN_LIMIT:,}")


def _refuse_data(cells: list[str], name: str) -> None:
    if any(known_header(cell) for cell in cells):
        return
    for cell in cells:
        if _DATA.fullmatch(cell):
            raise file_refused("no_header", name, text=cell[:60])


def _different(cells: list[str], remarks: Remarks) -> tuple[str, ...]:
    names: list[str] = []
    taken: set[str] = set(cells)
    seen: set[str] = set()
    for position, cell in enumerate(cells, 1):
        chosen = cell or _free(f"column {position}", taken)
        if chosen in seen:
            chosen = _free(cell, taken)
            remarks.note("duplicate_column", detail=chosen)
        elif not cell:
            remarks.note("unnamed_column", detail=chosen)
        seen.add(chosen)
        taken.add(chosen)
        names.append(chosen)
    return tuple(names)


def _free(name: str, taken: set[str]) -> str:
    """Return the name, or the name with the first number in brackets that is not taken."""
    number, free = 2, f"{name} (2)"
    if name not in taken:
        return name
    while free in taken:
        number += 1
        free = f"{name} ({number})"
    return free
