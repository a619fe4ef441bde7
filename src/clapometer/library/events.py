"""Reviews in whatever form an analyst has them, as a table of events; and the steps of a work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from clapometer.scoring.history import Step, history
from clapometer.scoring.rule import Rule

from .problems import Refused, refusing, refusing_files

if TYPE_CHECKING:
    import pyarrow

NEEDED = ("work", "happened_at")
"""A file with these columns is a table of events as it stands; any other is read as reviews."""


class Told(NamedTuple):
    """A table of events, and how its columns are called: our name -> the table's."""

    table: pyarrow.Table
    names: dict[str, str]

    def column(self, name: str) -> str:
        """Return what the table calls a column."""
        return self.names.get(name, name)


def events_of(source: object, names: Mapping[str, str] | None = None) -> Told:
    """Return the reviews as a table of events. Raises Refused."""
    called = dict(names or {})
    if isinstance(source, str | Path):
        return _from_file(Path(source), called)
    if isinstance(source, Sequence) or (
        isinstance(source, Iterator) and not hasattr(source, "__arrow_c_stream__")
    ):
        return Told(_from_rows(list(source)), called)
    import pyarrow

    try:
        table = source if isinstance(source, pyarrow.Table) else pyarrow.table(source)
        return Told(_settled(table), called)
    except (TypeError, ValueError, pyarrow.ArrowInvalid) as error:
        raise Refused(
            "The reviews must be a table of pandas, Polars, DuckDB or pyarrow, a list of dicts, or "
            f"the path of a file, not {type(source).__name__}."
        ) from error


def _settled(table: pyarrow.Table) -> pyarrow.Table:
    """Return the table with views of text laid down, which Arrow cannot filter yet."""
    from clapometer.scoring.frames.values import plain

    for place, field in enumerate(table.schema):
        if "view" in str(value_type(field.type)):
            table = table.set_column(place, field.name, plain(table.column(place)))
    return table


def _from_rows(rows: Iterable[Any]) -> pyarrow.Table:
    """Return rows that are dicts as a table; a key that some lack is empty there."""
    import pyarrow

    held = list(rows)
    wrong = next((row for row in held if not isinstance(row, Mapping)), None)
    if wrong is not None:
        raise Refused(f"Each review of a list must be a dict, not {type(wrong).__name__}.")
    keys = dict.fromkeys(key for row in held for key in row)
    try:
        columns = {key: pyarrow.array([row.get(key) for row in held]) for key in keys}
        return pyarrow.table(columns)
    except (pyarrow.ArrowInvalid, pyarrow.ArrowTypeError) as error:
        raise Refused(f"The reviews do not make a table: {str(error).splitlines()[0]}.") from error


def _from_file(path: Path, names: dict[str, str]) -> Told:
    from clapometer.readers.tables import open_table

    from .reading import read_reviews

    with refusing_files():
        table = open_table(path)
        if not {names.get(name, name) for name in NEEDED} <= set(table.columns):
            return Told(read_reviews(path).table, {})
        if table.format == "parquet":
            from pyarrow import parquet

            return Told(parquet.read_table(path), names)
        return Told(_as_texts(table), names)


def _as_texts(table: Any) -> pyarrow.Table:
    """Return a file of text as columns of text, which the engine reads; an empty cell is none."""
    import pyarrow

    from clapometer.readers.records import Refusal

    columns: list[list[str | None]] = [[] for _ in table.columns]
    for item in table.rows:
        if isinstance(item, Refusal):
            raise Refused(f"{table.name}, row {item.row}: {item.sentence}")
        for column, cell in zip(columns, item[1], strict=True):
            column.append(cell or None)
    arrays = [pyarrow.array(column, pyarrow.large_string()) for column in columns]
    return pyarrow.table(dict(zip(table.columns, arrays, strict=True)))


def works_of(told: Told) -> tuple[object, ...]:
    """Return the works of a table, in the order in which they first appear."""
    return tuple(told.table.column(told.column("work")).unique().to_pylist())


def only(told: Told, work: object) -> Told:
    """Return the rows of one work. Raises Refused where there is none."""
    import pyarrow
    import pyarrow.compute as compute

    from clapometer.scoring.frames.values import plain

    column = plain(told.table.column(told.column("work")))
    try:
        wanted = pyarrow.scalar(work, value_type(column.type))
        rows = told.table.filter(compute.equal(column, wanted))
    except (pyarrow.ArrowInvalid, pyarrow.ArrowTypeError):
        rows = told.table.slice(0, 0)
    if not rows.num_rows:
        raise Refused(f"There is no review of {work!r} in the table.")
    return Told(rows, told.names)


def value_type(kind: Any) -> Any:
    """Return the type of a column's values, where it may be a dictionary of them."""
    import pyarrow

    return kind.value_type if pyarrow.types.is_dictionary(kind) else kind


def the_work(told: Told, work: object, instead: str) -> object:
    """Return the one work of a table; Refused where there are several and none is named."""
    found = works_of(told) if work is None else (work,)
    if len(found) != 1:
        raise Refused(
            f"The table has reviews of {len(found):,} works; name one with work=…, or use "
            f"{instead}."
        )
    return found[0]


def steps_of(told: Told, rule: Rule, known: int | None = None) -> list[Step]:
    """Return the history of a table with one work in it, by the engine of the site."""
    from clapometer.scoring.frames.choosing import refuse_windowed
    from clapometer.scoring.frames.intake import Asked
    from clapometer.scoring.frames.scalar import read_events

    with refusing():
        refuse_windowed(rule)
        by_critic = rule.counts == "critic"
        read = read_events(told.table, told.names, Asked(known=known), by_critic=by_critic)
        events = [entry.event for entries in read.works for entry in entries]
        taken = rule.conversion.taken(events)
        return history(taken, counts=rule.counts, versions=rule.versions, known=known)
