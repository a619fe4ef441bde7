"""Rows of Parquet, batch by batch, with typed columns written as the text a cell would hold."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Any, BinaryIO

from clapometer.instants import EPOCH

from .columns import COLUMN_LIMIT
from .problems import FileRefused, file_refused
from .records import Row
from .streams import Source
from .values import cell_text

if TYPE_CHECKING:
    import pyarrow

BATCH = 4_096
"""Rows held in memory at a time."""
GROUP_LIMIT = 4 << 30
"""Bytes of the largest row group accepted, as the file's own footer states them."""
SPOOL_LIMIT = 4 << 30
"""Bytes of disk that a packed file may take while it is read: Parquet is read from its end."""
_NESTING = 4


def parquet_keys(source: Source) -> tuple[str, ...]:
    """Return the names of the columns; raises FileRefused when the file is damaged."""
    with _stored(source) as stored:
        return _leaves(_opened(stored, source).schema_arrow)


def parquet_rows(source: Source, keys: tuple[str, ...]) -> Iterator[Row]:
    """Yield the rows in the order of the keys, numbered from 1."""
    number = 0
    with _stored(source) as stored:
        total = source.bytes_total
        source.bytes_read = 0
        file = _opened(stored, source)
        rows = max(file.metadata.num_rows, 1)
        for batch in _batches(file, source):
            for cells in zip(*_texts(batch, keys, source), strict=True):
                number += 1
                yield number, list(cells)
            source.bytes_read = min(total, total * number // rows)
        source.bytes_read = total


def _stored(source: Source) -> BinaryIO:
    """Return the file opened for reading at any place; a packed one is unpacked to disk first."""
    try:
        if not source.compressed:
            return source.path.open("rb")
        stored: Any = tempfile.TemporaryFile()  # noqa: SIM115 (the caller closes it)
        for block in source.blocks():
            stored.write(block)
            if stored.tell() > SPOOL_LIMIT:
                stored.close()
                raise file_refused(
                    "bomb",
                    source.name,
                    limit=f"{SPOOL_LIMIT >> 30} GiB",
                    size=f"{SPOOL_LIMIT >> 20:,}",
                )
        stored.seek(0)
    except OSError as error:
        raise file_refused("unreadable", source.name, why=error.strerror or error) from None
    return stored  # type: ignore[no-any-return]


def _opened(stored: BinaryIO, source: Source) -> Any:
    try:
        import pyarrow.parquet

        file = pyarrow.parquet.ParquetFile(stored, memory_map=False, pre_buffer=False)
        _bounded(file, source)
    except FileRefused:
        raise
    except Exception as error:  # noqa: BLE001
        # Arrow meets damaged files with exceptions of many kinds, OSError to KeyError.
        raise _damaged(source, error) from None
    return file


def _bounded(file: Any, source: Source) -> None:
    for group in range(file.metadata.num_row_groups):
        size = file.metadata.row_group(group).total_byte_size
        if size > GROUP_LIMIT:
            limit = f"{GROUP_LIMIT >> 30} GiB in one row group"
            raise file_refused("bomb", source.name, limit=limit, size=f"{size >> 20:,}")


def _damaged(source: Source, error: Exception) -> FileRefused:
    why = (str(error) or type(error).__name__).splitlines()[0][:120]
    return file_refused("damaged_parquet", source.name, why=why)


def _batches(file: Any, source: Source) -> Iterator[pyarrow.RecordBatch]:
    batches = file.iter_batches(batch_size=BATCH, use_threads=False)
    while True:
        try:
            batch = next(batches, None)
        except Exception as error:  # noqa: BLE001
            raise _damaged(source, error) from None
        if batch is None:
            return
        yield batch


def _leaves(schema: pyarrow.Schema) -> tuple[str, ...]:
    """Return the names of the columns; the parts of a structure are joined to it with a dot."""
    import pyarrow as pa

    names: list[str] = []

    def walk(name: str, kind: Any, depth: int) -> None:
        if pa.types.is_struct(kind) and depth < _NESTING and len(names) <= COLUMN_LIMIT:
            for part in kind:
                walk(f"{name}.{part.name}", part.type, depth + 1)
        else:
            names.append(name)

    for field in schema:
        walk(field.name, field.type, 1)
    return tuple(names)


def _texts(batch: pyarrow.RecordBatch, keys: tuple[str, ...], source: Source) -> list[list[str]]:
    try:
        columns = _flattened(batch)
        return [_column_texts(column) for column in columns[: len(keys)]]
    except Exception as error:  # noqa: BLE001
        # Text that is no UTF-8, dates beyond the calendar: the batch cannot be read as it stands.
        raise _damaged(source, error) from None


def _flattened(batch: pyarrow.RecordBatch) -> list[Any]:
    """Return the columns with structures taken apart, in the order of `_leaves`."""
    import pyarrow as pa

    def parts(column: Any, depth: int) -> list[Any]:
        if pa.types.is_struct(column.type) and depth < _NESTING:
            return [leaf for part in column.flatten() for leaf in parts(part, depth + 1)]
        return [column]

    return [leaf for column in batch.columns for leaf in parts(column, 1)]


def _column_texts(column: Any) -> list[str]:
    import pyarrow as pa

    kind = column.type
    if pa.types.is_dictionary(kind):
        column = column.cast(kind.value_type)
        kind = column.type
    if pa.types.is_timestamp(kind):
        return _timestamp_texts(column, zoned=kind.tz is not None)
    return [cell_text(value) for value in column.to_pylist()]


def _timestamp_texts(column: Any, *, zoned: bool) -> list[str]:
    """Return ISO 8601 texts, with a Z when the column says that its instants are absolute."""
    import pyarrow as pa

    micro = column.cast(pa.timestamp("us", tz=column.type.tz), safe=False).cast(pa.int64())
    return ["" if value is None else _instant_text(value, zoned) for value in micro.to_pylist()]


def _instant_text(microseconds: int, zoned: bool) -> str:
    try:
        text = (EPOCH + timedelta(microseconds=microseconds)).isoformat()
    except OverflowError:
        return str(microseconds)
    return text.replace("+00:00", "Z" if zoned else "")
