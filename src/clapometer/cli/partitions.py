"""A table larger than the memory allowed, divided by work into parts that fit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

if TYPE_CHECKING:
    import pyarrow


class Partitions:
    """Files of a temporary folder, each with all the rows of its works, in the table's order."""

    def __init__(self, folder: Path, count: int, work: str) -> None:
        self._paths = [folder / f"{number}.arrow" for number in range(count)]
        self._work = work
        self._writers: list[Any] = []
        self._schema: Any = None

    def add(self, rows: pyarrow.Table) -> None:
        """Lay each row down in the part of its work."""
        import pyarrow
        import pyarrow.compute as compute

        if not self._writers:
            self._schema = rows.schema
            self._writers = [pyarrow.ipc.new_file(str(path), self._schema) for path in self._paths]
        rows = rows.cast(self._schema)
        place = self._places(rows.column(self._work))
        for number, writer in enumerate(self._writers):
            writer.write_table(rows.filter(compute.equal(place, number)))

    def each(self) -> Iterator[pyarrow.Table]:
        """Yield the parts, once all rows are laid down."""
        import pyarrow

        for writer in self._writers:
            writer.close()
        for path in self._paths:
            with pyarrow.memory_map(str(path)) as file:
                yield pyarrow.ipc.open_file(file).read_all()
            path.unlink()

    def _places(self, works: pyarrow.ChunkedArray) -> Any:
        """Return the part of each row, by a check sum of its work's name."""
        import pyarrow

        found = works.combine_chunks().dictionary_encode()
        names, parts = found.dictionary.to_pylist(), len(self._paths)
        sums = [crc32(str(name).encode()) % parts for name in names] or [0]
        return pyarrow.array(sums, pyarrow.int64()).take(found.indices.fill_null(0))
