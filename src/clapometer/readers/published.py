"""Lists of printed scores: for each day the score and the number of reviews, as a site had them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC
from typing import NamedTuple

from .dates import Dates
from .problems import CellRefused, MappingRefused
from .records import Refusal
from .tables import Table
from .text import clean_word

COLUMNS: dict[str, tuple[str, ...]] = {
    "date": ("date", "day", "at", "datetime", "timestamp"),
    "score": ("score", "critic", "printed", "tomatometer", "critics_score", "percent"),
    "count": ("count", "criticnum", "reviews", "number_of_reviews", "num_reviews", "total"),
    "work": ("work", "film", "title", "movie", "series", "show"),
}
"""What a list may tell, with names of columns that are taken for it; all but `work` must be there.
"""
_SCORE = re.compile(r"(\d{1,3}) ?%?")
_COUNT = re.compile(r"(\d[\d,]*)(?: reviews?)?", re.IGNORECASE)


class PublishedRecord(NamedTuple):
    """One row: the work ("" where the list is of one), instant, printed score and count."""

    row: int
    work: str
    at: int
    printed: int
    reviews: int


class PublishedRefusal(NamedTuple):
    """One row that cannot be read, and why."""

    row: int
    sentence: str
    work: str = ""


def choose_columns(columns: Sequence[str], pairs: Sequence[tuple[str, str]]) -> dict[str, int]:
    """Return the position of each column by what it tells. Raises MappingRefused."""
    given = dict(pairs)
    for name, column in given.items():
        _check(name, column, columns)
    found = {name: _guessed(columns, name) for name in COLUMNS if name not in given}
    found |= {name: columns.index(column) for name, column in given.items() if column}
    chosen = {name: position for name, position in found.items() if position is not None}
    missing = [name for name in ("date", "score", "count") if name not in chosen]
    if missing:
        sentence = f"No column was found for {', '.join(missing)}; name it with --map"
        raise MappingRefused("no_column", f"{sentence} {missing[0]}=COLUMN.")
    return chosen


def _check(name: str, column: str, columns: Sequence[str]) -> None:
    if name not in COLUMNS:
        raise MappingRefused("unknown_field", f"“{name}” is none of {', '.join(COLUMNS)}.")
    if column and column not in columns:
        there = ", ".join(columns)
        raise MappingRefused("unknown_column", f"There is no column “{column}”; there are {there}.")


def _guessed(columns: Sequence[str], name: str) -> int | None:
    plain = [re.sub(r"\W+", "_", column.strip().casefold()) for column in columns]
    return next((plain.index(word) for word in COLUMNS[name] if word in plain), None)


def read_published(
    table: Table, chosen: dict[str, int]
) -> Iterator[PublishedRecord | PublishedRefusal]:
    """Yield each row, read or refused; a date alone is the start of its day in UTC."""
    dates = Dates(UTC)
    for row in table.rows:
        if isinstance(row, Refusal):
            yield PublishedRefusal(row.row, row.sentence)
            continue
        number, cells = row
        try:
            yield _record(number, {name: cells[at] for name, at in chosen.items()}, dates)
        except (CellRefused, ValueError):
            work = _named(cells[chosen["work"]]) if "work" in chosen else ""
            told = ", ".join(f"{name} “{cells[at][:40]}”" for name, at in chosen.items())
            yield PublishedRefusal(number, f"Row {number} cannot be read: {told}.", work)


def _record(number: int, cells: dict[str, str], dates: Dates) -> PublishedRecord:
    at, _ = dates.read(cells["date"])
    printed = _SCORE.fullmatch(clean_word(cells["score"]))
    count = _COUNT.fullmatch(clean_word(cells["count"]))
    if at is None or printed is None or count is None:
        raise ValueError(number)
    return PublishedRecord(
        number, _named(cells.get("work", "")), at, int(printed[1]), int(count[1].replace(",", ""))
    )


def _named(text: str) -> str:
    return " ".join(text.split())
