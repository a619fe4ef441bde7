"""Rows of CSV and TSV, with every row that cannot be split refused by itself."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator

from .columns import column_names
from .lines import text_lines, whole_lines
from .problems import Remarks, file_refused
from .records import Refusal, Row, refusal
from .sniff import Sniffed
from .streams import Source

RECORD_LIMIT = 1 << 18
"""Characters of the longest row that goes over several lines."""
RESCAN_LIMIT = 64 << 20
"""Characters read a second time after unclosed quotation marks, over the whole file.

Above it the lines that such a row has swallowed are refused with it, so that a hostile file costs
seconds and not hours.
"""


class Delimited:
    """One pass over a delimited file."""

    def __init__(self, source: Source, sniffed: Sniffed, remarks: Remarks) -> None:
        self._delimiter = sniffed.delimiter
        self._name = source.name
        self._remarks = remarks
        self._lines = text_lines(whole_lines(source, sniffed.newline), remarks)
        self._again: deque[str] = deque()
        self._held: list[str] = []
        self._size = 0
        self._rescan = RESCAN_LIMIT
        self._columns: tuple[str, ...] = ()

    def columns(self) -> tuple[str, ...]:
        """Read the header; raises FileRefused when there is none that can be read."""
        try:
            header = next((cells for cells in self._reader() if cells), [])
        except csv.Error:
            raise file_refused("broken_header", self._name) from None
        self._held.clear()
        self._columns = column_names(header, self._name, self._remarks)
        return self._columns

    def rows(self) -> Iterator[Row | Refusal]:
        """Yield the rows after the header, numbered from 1, or why one was left out."""
        width = len(self._columns)
        held = self._held
        number = 0
        while True:
            try:
                for cells in self._reader():
                    if len(cells) == width:
                        number += 1
                        yield number, cells
                    elif cells:
                        number += 1
                        yield self._uneven(number, cells, width)
                        if self._again:
                            break
                    held.clear()
                else:
                    return
            except csv.Error as error:
                number += 1
                yield self._broken(number, str(error), width)
            held.clear()

    def _reader(self) -> Iterator[list[str]]:
        # Strict, because then the parser stops where a quotation mark left open meets the next
        # one that opens, instead of gluing rows together.
        return csv.reader(self._feed(), delimiter=self._delimiter, strict=True)

    def _feed(self) -> Iterator[str]:
        """Yield lines to the parser and hold those of the row in hand, to be able to go back."""
        held = self._held
        while True:
            while self._again:
                held.append(self._again.popleft())
                if len(held) > 1:
                    self._bounded()
                yield held[-1]
            for line in self._lines:
                held.append(line)
                if len(held) > 1:
                    self._bounded()
                yield line
                if self._again:
                    break
            else:
                return

    def _bounded(self) -> None:
        """Count the characters of a row of several lines; raises csv.Error above the limit."""
        lines = len(self._held)
        if lines == 2:
            self._size = len(self._held[0])
        self._size += len(self._held[-1])
        if self._size > RECORD_LIMIT:
            raise csv.Error("the row is too long")

    def _uneven(self, number: int, cells: list[str], width: int) -> Row | Refusal:
        """Return a row whose additional cells are all empty, or refuse it."""
        if len(cells) > width and not any(cells[width:]):
            return number, cells[:width]
        if len(self._held) > 1 and any(self._whole(line, width) for line in self._held[1:]):
            return self._unclosed(number)
        raw = dict(zip(self._columns, cells, strict=False))
        raw |= {f"cell {place}": cell for place, cell in enumerate(cells[width:20], width + 1)}
        return refusal(number, "wrong_cells", raw, found=len(cells), expected=width)

    def _whole(self, line: str, width: int) -> bool:
        """Whether a line is a row by itself."""
        try:
            return len(next(csv.reader([line], delimiter=self._delimiter, strict=True))) == width
        except (csv.Error, StopIteration):
            return False

    def _broken(self, number: int, why: str, width: int) -> Row | Refusal:
        """Return a row the strict parser stumbled over, if it can be split after all."""
        if len(self._held) > 1 or self._held[0].count('"') % 2:
            return self._unclosed(number)
        line = self._held[0].replace("\r", " ")
        try:
            cells = next(csv.reader([line], delimiter=self._delimiter))
        except csv.Error:
            return refusal(number, "unreadable_row", {"line": line}, why=why)
        if len(cells) == width:
            return number, cells
        return self._uneven(number, cells, width)

    def _unclosed(self, number: int) -> Refusal:
        """Refuse the first line held and go back to the second, or refuse them all."""
        first, swallowed = self._held[0], self._held[1:]
        self._rescan -= sum(map(len, swallowed))
        if self._rescan < 0 and swallowed:
            return refusal(number, "swallowed", {"line": first}, lines=len(swallowed))
        self._again.extendleft(reversed(swallowed))
        return refusal(number, "unclosed_quote", {"line": first})
