"""The report of refused rows: a table that can be mended and taken in again."""

from __future__ import annotations

import csv
import os
from pathlib import Path
from types import TracebackType
from typing import Self, TextIO

from clapometer.readers.records import Refusal

# Bytes of a file's name; file systems take 255.
LONGEST = 200
OWN_COLUMNS = ("refused_row", "refused_because")


class RefusedRows:
    """Writes refused rows to a CSV file, which is made when the first one comes."""

    def __init__(self, path: Path, columns: tuple[str, ...]) -> None:
        self.path = path.with_name(_fitting(path.name))
        self.count = 0
        self.reasons: dict[str, int] = {}
        self.examples: dict[str, Refusal] = {}
        self._columns = columns
        self._file: TextIO | None = None

    def add(self, refusal: Refusal) -> None:
        """Write one refused row: its number, the reason, and the row itself."""
        self.count += 1
        self.reasons[refusal.code] = self.reasons.get(refusal.code, 0) + 1
        self.examples.setdefault(refusal.code, refusal)
        writer = csv.writer(self._open())
        cells = [_plain(refusal.raw.get(column, "")) for column in self._columns]
        rest = [_plain(value) for name, value in refusal.raw.items() if name not in self._columns]
        writer.writerow([refusal.row, refusal.sentence, *cells, *rest])

    def _open(self) -> TextIO:
        if self._file is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self.path.open("w", encoding="utf-8", newline="")
            csv.writer(self._file).writerow([*OWN_COLUMNS, *self._columns])
        return self._file

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._file is not None:
            self._file.close()


def _fitting(name: str) -> str:
    """Return the end of the name that any file system takes, without bytes that are no text."""
    return os.fsencode(name)[-LONGEST:].decode(errors="ignore")


def _plain(text: str) -> str:
    """Return the cell so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text[:1] in ("=", "@") else text
