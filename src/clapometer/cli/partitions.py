"""A table larger than the memory allowed, divided by work into parts that fit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

from .joining import common_schema, join

if TYPE_CHECKING:
    import pyarrow

# Multiplied by this odd number, whole numbers in a line spread over the upper half of 64 bits.
_SPREAD, _HALF = 0x1E3779B97F4A7C15, 32
# So many files may be open at once on every system.
_MOST = 256


def parts_for(wanted: int) -> int:
    """Return how many parts there will be: a power of two, at least so many if that can be."""
    return min(1 << max(1, (wanted - 1).bit_length()), _MOST)


class Partitions:
    """Files of a temporary folder, each with all the rows of its works, in the table's order."""

    def __init__(self, folder: Path, count: int, work: str) -> None:
        self._folder, self._count, self._work = folder, count, work
        self._writers: list[Any] = []
        self._schemas: list[pyarrow.Schema] = []

    def add(self, rows: pyarrow.Table) -> None:
        """Lay each row down in the part of its work."""
        import pyarrow.compute as compute

        if not self._schemas or rows.schema != self._schemas[-1]:
            self._begin(rows.schema)
        places = self._places(rows.column(self._work))
        sorted_rows = rows.take(compute.array_sort_indices(places))
        sizes = {one["values"]: one["counts"] for one in places.value_counts().to_pylist()}
        start = 0
        for place in sorted(sizes):
            self._writers[place].write_table(sorted_rows.slice(start, sizes[place]))
            start += sizes[place]

    def each(self) -> Iterator[pyarrow.Table]:
        """Yield the parts, once all rows are laid down."""
        self._close()
        schema = common_schema(self._schemas)
        for place in range(self._count):
            paths = [self._path(turn, place) for turn in range(len(self._schemas))]
            yield join([schema.empty_table(), *(_mapped(path) for path in paths)])
            for path in paths:
                path.unlink()

    def _begin(self, schema: pyarrow.Schema) -> None:
        """Go on in new files, where the columns of the next rows are others than before."""
        import pyarrow

        self._close()
        self._schemas.append(schema)
        turn = len(self._schemas) - 1
        self._writers = [
            pyarrow.ipc.new_stream(str(self._path(turn, place)), schema)
            for place in range(self._count)
        ]

    def _close(self) -> None:
        for writer in self._writers:
            writer.close()
        self._writers = []

    def _path(self, turn: int, place: int) -> Path:
        return self._folder / f"{turn}-{place}.arrow"

    def _places(self, works: pyarrow.ChunkedArray) -> Any:
        """Return the part of each row: a number's by its bits, a text's by a check sum."""
        import pyarrow
        import pyarrow.compute as compute

        column = works.combine_chunks()
        if pyarrow.types.is_integer(column.type) or pyarrow.types.is_floating(column.type):
            numbers = column.cast(pyarrow.int64(), safe=False).fill_null(0)
            mixed = compute.shift_right(compute.multiply(numbers, _SPREAD), _HALF)
        else:
            if not pyarrow.types.is_dictionary(column.type):
                column = column.dictionary_encode()
            sums = [crc32(str(name).encode()) for name in column.dictionary.to_pylist()]
            mixed = pyarrow.array([*sums, 0], pyarrow.int64()).take(
                column.indices.fill_null(len(sums))
            )
        return compute.bit_wise_and(mixed, self._count - 1)


def _mapped(path: Path) -> pyarrow.Table:
    import pyarrow

    with pyarrow.memory_map(str(path)) as file:
        return pyarrow.ipc.open_stream(file).read_all()
