"""Files of bytes for the readers' tests; every film and person in them is made up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from clapometer.readers.records import Refusal, Row
from clapometer.readers.tables import open_table

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write bytes to a file and return its path."""

    def written(data: bytes, name: str = "reviews.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return written


@pytest.fixture
def rows(write: Write) -> Callable[[bytes], list[Row | Refusal]]:
    """Write bytes to a file and return its rows and refusals."""
    return lambda data: list(open_table(write(data)).rows)
