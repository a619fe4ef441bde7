"""A Spark column with the plain arithmetic that rules are written in.

A rule's formulas are written once and take a Python int or a NumPy array. Spark's columns lack
`//`, do not multiply yes or no, and divide whole numbers only as floating point; a Cells makes up
for that, so that the same formulas run inside Spark.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pyspark.sql import Column
from pyspark.sql import functions as f


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """A column of numbers; `whole` says whether they are whole numbers."""

    column: Column
    whole: bool = True

    __hash__ = None  # type: ignore[assignment]  # Equality is a column here, and decides nothing.

    def __add__(self, other: Any) -> Cells:
        """Return the sums."""
        return self._with(other, "__add__")

    def __radd__(self, other: Any) -> Cells:
        """Return the sums."""
        return self._with(other, "__add__")

    def __sub__(self, other: Any) -> Cells:
        """Return the differences."""
        return self._with(other, "__sub__")

    def __rsub__(self, other: Any) -> Cells:
        """Return the differences."""
        return _cells(other) - self

    def __mul__(self, other: Any) -> Cells:
        """Return the products."""
        return self._with(other, "__mul__")

    def __rmul__(self, other: Any) -> Cells:
        """Return the products."""
        return self._with(other, "__mul__")

    def __truediv__(self, other: Any) -> Cells:
        """Return the quotients in floating point, as Python divides."""
        return Cells(self.column.cast("double") / _cells(other).column.cast("double"), whole=False)

    def __floordiv__(self, other: Any) -> Cells:
        """Return the quotients rounded down, of numbers that are not negative."""
        by = _cells(other)
        if self.whole and by.whole:
            return Cells(f.call_function("div", self.column, by.column))
        return Cells(f.floor((self / by).column))

    def __eq__(self, other: object) -> Any:
        """Return 1 where both are equal, else 0."""
        return _as_number(self.column == _cells(other).column)

    def __ne__(self, other: object) -> Any:
        """Return 1 where they differ, else 0."""
        return _as_number(self.column != _cells(other).column)

    def __ge__(self, other: Any) -> Cells:
        """Return 1 where this is not less, else 0."""
        return _as_number(self.column >= _cells(other).column)

    def _with(self, other: Any, operation: str) -> Cells:
        by = _cells(other)
        return Cells(getattr(self.column, operation)(by.column), self.whole and by.whole)


def _cells(value: Any) -> Cells:
    if isinstance(value, Cells):
        return value
    return Cells(
        f.lit(value).cast("long" if isinstance(value, int) else "double"), isinstance(value, int)
    )


def _as_number(column: Column) -> Cells:
    return Cells(column.cast("long"))
