"""Pieces of one table whose columns need not be alike: a piece may lack some, or hold whole numbers
where another holds decimals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from .endings import refused

if TYPE_CHECKING:
    import pyarrow


def common_schema(schemas: Sequence[pyarrow.Schema]) -> pyarrow.Schema:
    """Return the columns of all, each in a type that holds what any of them has; ends the command
    where there is none."""
    import pyarrow

    different = list(dict.fromkeys(schemas))
    try:
        return pyarrow.unify_schemas(different, promote_options="permissive")
    except pyarrow.ArrowException:
        name, types = _at_odds(different)
        raise refused(
            f"The column “{name}” holds different things in different places ({types}); give it "
            "one kind of value throughout."
        ) from None


def join(tables: Iterable[pyarrow.Table]) -> pyarrow.Table:
    """Return the pieces as one table."""
    import pyarrow

    held = list(tables)
    common_schema([one.schema for one in held])
    return pyarrow.concat_tables(held, promote_options="permissive")


def _at_odds(schemas: Sequence[pyarrow.Schema]) -> tuple[str, str]:
    """Return the first column whose types have nothing in common, and these."""
    import pyarrow

    for name in dict.fromkeys(name for schema in schemas for name in schema.names):
        fields = [schema.field(name) for schema in schemas if name in schema.names]
        try:
            pyarrow.unify_schemas([pyarrow.schema([one]) for one in fields],
                                  promote_options="permissive")  # fmt: skip
        except pyarrow.ArrowException:
            return name, ", ".join(dict.fromkeys(str(one.type) for one in fields))
    return schemas[0].names[0], "types that do not fit"
