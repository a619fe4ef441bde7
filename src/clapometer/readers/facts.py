"""Facts out of a table: kind, work and fields of each row, as they were typed.

What a field may hold is the table of kinds' business; here a row is only taken apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import orjson

from .problems import file_refused
from .records import Refusal
from .tables import Table
from .text import clean_word
from .words import read_kind, read_year, split_title

PROFILE = "facts"
"""The name of the profile by which `clapometer import` knows such a file."""
COLUMNS: dict[str, str] = {
    "kind": "the kind of fact; every row has one",
    "work": "the work that it is about: its id (`w17`), an identifier of it elsewhere, or its "
    "title, with the year in brackets or in `work_year`; empty for facts about no work",
    "work_year": "the year of the work; may be empty",
    "work_kind": "`film`, `series`, `season` or `episode`; may be empty. A film or series that the "
    "catalogue lacks is added where the row names its kind, and refused where it does not",
}
"""Columns that every such table may have beside the fields of its kinds; only `kind` must be there.
"""
_BETWEEN = re.compile(r"[\s_-]+")


class FactRow(NamedTuple):
    """One row: the kind as written in column names, the work as named, each field as typed.

    `year` is None and `work_kind` "" where the row does not say; `raw` is the row by its columns.
    """

    row: int
    kind: str
    work: str
    year: int | None
    work_kind: str
    typed: dict[str, str]
    raw: dict[str, str]


def plain_name(text: str) -> str:
    """Return a name as columns have it: “Happened at” and `happened-at` are `happened_at`."""
    return _BETWEEN.sub("_", clean_word(text).casefold())


def read_facts(table: Table) -> Iterator[FactRow | Refusal]:
    """Yield each row of the table, or why it was left out.

    Raises FileRefused at once where no column says the kind, and while reading where the file turns
    out to be no table further on.
    """
    names = [plain_name(column) for column in table.columns]
    if "kind" not in names:
        shown = ", ".join(table.columns[:40])
        raise file_refused("no_facts", table.name, columns=shown)
    return _rows(table, names)


def _rows(table: Table, names: Sequence[str]) -> Iterator[FactRow | Refusal]:
    listing = table.format in {"jsonl", "parquet"}
    for item in table.rows:
        if isinstance(item, Refusal):
            yield item
            continue
        row, cells = item
        raw = dict(zip(table.columns, cells, strict=True))
        yield _fact_row(row, names, [_listed(cell) for cell in cells] if listing else cells, raw)


def _fact_row(row: int, names: Sequence[str], cells: Sequence[str], raw: dict[str, str]) -> FactRow:
    typed = {name: cell for name, cell in zip(names, cells, strict=True) if cell.strip()}
    own = {name: typed.pop(name, "") for name in COLUMNS}
    title, year = split_title(own["work"])
    stated = read_year(own["work_year"])[0]
    work_kind = read_kind(own["work_kind"]) or ""
    return FactRow(row, plain_name(own["kind"]), title, stated or year, work_kind, typed, raw)


def _listed(cell: str) -> str:
    """Return a list of JSON as people type one: `[2,3]` is “2, 3”."""
    if not (cell.startswith("[") and cell.endswith("]")):
        return cell
    try:
        found = orjson.loads(cell)
    except orjson.JSONDecodeError:
        return cell
    plain = isinstance(found, list) and all(isinstance(one, str | int) for one in found)
    return ", ".join(map(str, found)) if plain else cell
