"""A table that comes back: Arrow inside, and whatever tool the analyst uses outside."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from clapometer.instants import format_instant, from_datetime

from .html import table as html_table

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow

SHOWN = 8
"""Rows that a notebook shows, the last ones."""


class Answer:
    """A table with its own words. `table` is pyarrow's; other tools take it without a copy."""

    def __init__(self, table: pyarrow.Table) -> None:
        self.table = table

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(self.table.column_names)

    def __len__(self) -> int:
        return int(self.table.num_rows)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Hand the table over through the Arrow PyCapsule interface: to Polars, DuckDB, pandas."""
        return self.table.__arrow_c_stream__(requested_schema)

    def to_pandas(self) -> pd.DataFrame:
        """Return a pandas DataFrame; needs pandas."""
        found: pd.DataFrame = self.table.to_pandas()
        return found

    def to_polars(self) -> pl.DataFrame:
        """Return a Polars DataFrame; needs Polars."""
        import polars

        found = polars.from_arrow(self.table)
        assert isinstance(found, polars.DataFrame)
        return found

    def to_pylist(self) -> list[dict[str, Any]]:
        """Return the rows as dicts."""
        rows: list[dict[str, Any]] = self.table.to_pylist()
        return rows

    def head(self) -> str:
        """Return what it is, in one line."""
        return f"{type(self).__name__}: {len(self):,} rows"

    def shown(self) -> tuple[Sequence[str], list[tuple[object, ...]]]:
        """Return the columns and the rows that a person is shown."""
        last = self.table.slice(max(0, len(self) - SHOWN)).to_pylist()
        return self.columns, [tuple(map(worded, row.values())) for row in last]

    def __repr__(self) -> str:
        header, rows = self.shown()
        cells = [tuple(header), *(tuple("" if c is None else str(c) for c in row) for row in rows)]
        widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
        lines = ("  ".join(f"{c:{w}}" for c, w in zip(row, widths, strict=True)) for row in cells)
        return "\n".join([self.head(), *(line.rstrip() for line in lines)])

    def _repr_html_(self) -> str:
        header, rows = self.shown()
        return html_table(header, rows, self.head())


def worded(value: object) -> object:
    """Return a cell as it is shown: a time as text, a number with four digits."""
    if isinstance(value, float):
        return f"{value:.4g}"
    if isinstance(value, datetime):
        return format_instant(from_datetime(value))
    return value
