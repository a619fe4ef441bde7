"""Files that hold a table of events or scores: Parquet, CSV and JSON Lines, in and out."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple, Self, cast

from .endings import refused

if TYPE_CHECKING:
    import pyarrow

FORMATS = {
    ".parquet": "parquet",
    ".csv": "csv",
    ".tsv": "tsv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
_BLOCK = 1 << 24
_ROWS = 1 << 18
_PAGES = 1 << 20


class Part(NamedTuple):
    """The next rows of a file, and how much of its size is behind them."""

    rows: pyarrow.Table
    read: int
    total: int


def format_of(path: Path) -> str:
    """Return the format that a file's name says; ends the command where it says none."""
    name = path.name.lower().removesuffix(".gz")
    found = FORMATS.get(Path(name).suffix)
    if found is None or (found == "parquet" and path.name.lower().endswith(".gz")):
        raise refused(
            f"The name “{path.name}” must end with one of {', '.join(FORMATS)} (all but .parquet "
            "also with .gz), so that it is known what the file holds."
        )
    return found


def parts(path: Path, wanted: set[str]) -> Iterator[Part]:
    """Yield the wanted columns of a file, some rows at a time; a bad file ends the command."""
    import pyarrow

    reading = {"parquet": _parquet, "jsonl": _json_lines, "csv": _delimited, "tsv": _delimited}
    if not path.is_file():
        raise refused(f"There is no file {path}.")
    try:
        yield from reading[format_of(path)](path, wanted)
    except (pyarrow.ArrowException, gzip.BadGzipFile, EOFError) as error:
        raise refused(f"{path} cannot be read: {str(error).splitlines()[0]}") from error


def _parquet(path: Path, wanted: set[str]) -> Iterator[Part]:
    import pyarrow
    from pyarrow import parquet

    # Pages are read as they are needed, so that a large group of rows takes no more memory.
    with parquet.ParquetFile(path, buffer_size=_PAGES, pre_buffer=False) as file:
        total, read = file.metadata.num_rows, 0
        columns = [name for name in file.schema_arrow.names if name in wanted]
        for batch in file.iter_batches(_ROWS, columns=columns):
            read += batch.num_rows
            yield Part(pyarrow.Table.from_batches([batch]), read, total)
        if not total:
            yield Part(file.schema_arrow.empty_table().select(columns), 0, 0)


def _delimited(path: Path, wanted: set[str]) -> Iterator[Part]:
    import pyarrow
    from pyarrow import csv

    total = path.stat().st_size
    with _opened(path) as stream:
        header = csv.open_csv(stream, parse_options=_separated(path)).schema.names
    columns = [name for name in header if name in wanted]
    # Everything is text at first, so that a column has one type from the first row to the last.
    how = csv.ConvertOptions(
        column_types=dict.fromkeys(columns, pyarrow.string()),
        include_columns=columns,
        null_values=[""],
        strings_can_be_null=True,
    )
    with path.open("rb") as raw:
        stream = _unpacked(raw, path)
        size = csv.ReadOptions(block_size=_BLOCK)
        reader = csv.open_csv(
            stream, read_options=size, parse_options=_separated(path), convert_options=how
        )
        for batch in reader:
            yield Part(pyarrow.Table.from_batches([batch]), raw.tell(), total)


def _separated(path: Path) -> Any:
    from pyarrow import csv

    delimiter = "\t" if format_of(path) == "tsv" else ","
    return csv.ParseOptions(delimiter=delimiter, newlines_in_values=True)


def _json_lines(path: Path, wanted: set[str]) -> Iterator[Part]:
    total, as_text = path.stat().st_size, set[str]()
    with path.open("rb") as raw:
        stream = _unpacked(raw, path)
        while lines := stream.readlines(_BLOCK):
            rows = _json_table(b"".join(lines), as_text)
            yield Part(
                rows.select([name for name in rows.column_names if name in wanted]),
                raw.tell(),
                total,
            )


def _json_table(lines: bytes, as_text: set[str]) -> pyarrow.Table:
    """Return some lines as a table; `as_text` gathers the columns that hold times as texts.

    Of a column of such texts Arrow makes instants where all of a block look alike, and leaves text
    where they do not, so they are kept as text throughout.
    """
    import pyarrow
    from pyarrow import json

    def read() -> pyarrow.Table:
        texts = pyarrow.schema([(name, pyarrow.string()) for name in sorted(as_text)])
        how = json.ParseOptions(explicit_schema=texts, unexpected_field_behavior="infer")
        size = json.ReadOptions(block_size=max(len(lines), 1))
        return json.read_json(pyarrow.BufferReader(lines), size, how)

    rows = read()
    instants = {one.name for one in rows.schema if pyarrow.types.is_timestamp(one.type)}
    as_text |= instants
    return read() if instants else rows


def _opened(path: Path) -> BinaryIO:
    return cast("BinaryIO", gzip.open(path) if path.suffix.lower() == ".gz" else path.open("rb"))


def _unpacked(raw: BinaryIO, path: Path) -> BinaryIO:
    return cast("BinaryIO", gzip.GzipFile(fileobj=raw)) if path.suffix.lower() == ".gz" else raw


class TableWriter:
    """Writes tables to a file, which appears under its name when all of it is there."""

    def __init__(self, path: Path) -> None:
        self._path, self._format = path, format_of(path)
        self.folder = path.parent
        self._making = path.with_name(f".{path.name}.making")
        self._raw = self._making.open("wb")
        self._file = self._packed(self._raw)
        self._writer: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, problem: object, trace: object) -> None:
        if self._writer is not None:
            self._writer.close()
        self._file.close()
        self._raw.close()
        if kind is None:
            self._making.replace(self._path)
        else:
            self._making.unlink(missing_ok=True)

    def write(self, table: pyarrow.Table) -> None:
        """Add the rows of a table."""
        if self._format == "jsonl":
            self._write_lines(table)
            return
        if self._writer is None:
            self._writer = self._opened(table.schema)
        self._writer.write_table(table, _ROWS)

    def _opened(self, schema: pyarrow.Schema) -> Any:
        from pyarrow import csv, parquet

        if self._format == "parquet":
            return parquet.ParquetWriter(self._file, schema)
        delimiter = "\t" if self._format == "tsv" else ","
        how = csv.WriteOptions(delimiter=delimiter, quoting_style="needed")
        return csv.CSVWriter(self._file, schema, write_options=how)

    def _write_lines(self, table: pyarrow.Table) -> None:
        import orjson

        for batch in table.to_batches(max_chunksize=_ROWS):
            lines = (
                orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE) for row in batch.to_pylist()
            )
            self._file.writelines(lines)

    def _packed(self, raw: BinaryIO) -> BinaryIO:
        if self._path.suffix.lower() != ".gz":
            return raw
        return cast("BinaryIO", gzip.open(raw, "wb", compresslevel=6))
