"""Tables of numbers: what is counted, of which work, as of when, how many. Any platform's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from .amounts import read_amount
from .dates import Dates
from .problems import CellRefused, file_refused
from .records import Refusal, refused_cell
from .tables import Table
from .text import LIMITS, clean, clean_link, clean_prose
from .words import word

COUNTERS = "counters"
"""The name of the profile."""
COUNTER_COLUMNS: dict[str, tuple[str, tuple[str, ...]]] = {
    "work": ("the work: its id (w17), an identifier, or its title, with the year in brackets",
             ("work", "title", "film", "series", "show")),
    "measure": ("the name of the measure", ("measure", "metric", "counter")),
    "of": ("what it is of, as its platform names it; the work's title where it is empty",
           ("of", "subject", "account", "hashtag", "article")),
    "as_of": ("the day (of UTC), of a period its last, or the instant",
              ("as_of", "asof", "date", "day", "at", "week", "timestamp")),
    "value": ("the number, also like 4.3 billion or over 4.3B", ("value", "number", "count")),
    "bound": ("`=`, `≥`, `~` or `≤`, or a word like over; empty: as the number says",
              ("bound", "qualifier")),
    "territory": ("the country in two letters; empty for the whole world",
                  ("territory", "country", "market")),
    "source": ("who says so", ("source",)),
    "link": ("where it stands", ("link", "url")),
}  # fmt: skip
"""Columns of the profile: what each holds, and the names it is known by."""
NEEDED = ("work", "measure", "as_of", "value")
"""Columns that must be there."""
_REMEMBERED = 4_096


class CounterRecord(NamedTuple):
    """One number. `at`: the instant, of a whole day its start in UTC. `cells`: the row as it is."""

    row: int
    work: str
    measure: str
    of: str
    at: int
    whole_day: bool
    value: Decimal
    bound: str
    territory: str
    source: str
    link: str
    cells: tuple[str, ...] = ()


def counter_columns(columns: Sequence[str]) -> dict[str, int]:
    """Return the position of each known column, by its name in the profile."""
    plain = [re.sub(r"\W+", "_", column.strip().casefold()).strip("_") for column in columns]
    found = {}
    for name, (_, aliases) in COUNTER_COLUMNS.items():
        place = next((plain.index(alias) for alias in aliases if alias in plain), None)
        if place is not None:
            found[name] = place
    return found


def read_counters(table: Table) -> Iterator[CounterRecord | Refusal]:
    """Yield each row, read or refused. Raises FileRefused at once for a table of another kind."""
    places = counter_columns(table.columns)
    missing = [name for name in NEEDED if name not in places]
    if missing:
        there = ", ".join(table.columns[:30])
        raise file_refused("no_counters", table.name, fields=", ".join(missing), columns=there)
    return _records(table, places)


def _records(table: Table, places: dict[str, int]) -> Iterator[CounterRecord | Refusal]:
    reader = _Reader()
    for item in table.rows:
        if isinstance(item, Refusal):
            yield item
            continue
        row, cells = item
        try:
            told = {name: cells[place] for name, place in places.items()}
            yield reader.record(row, told, tuple(cells))
        except CellRefused as problem:
            yield refused_cell(problem, row, dict(zip(table.columns, cells, strict=True)))


class _Reader:
    """Reads rows. What comes again and again in a table, names and days, is read once."""

    def __init__(self) -> None:
        self._dates = Dates(UTC, utc=True, placeholders=frozenset())
        self._day = lru_cache(_REMEMBERED)(self._dates.read)
        self._prose = lru_cache(_REMEMBERED)(_prose)
        self._link = lru_cache(_REMEMBERED)(_link)

    def record(self, row: int, told: dict[str, str], cells: tuple[str, ...]) -> CounterRecord:
        """Return the number of a row. Raises CellRefused."""
        work = self._prose(told["work"])
        if not word(work):
            raise CellRefused("no_work")
        measure = clean(told["measure"]).casefold()
        if not word(measure):
            raise CellRefused("no_measure")
        at, dated = self._day(told["as_of"])
        if at is None:
            raise CellRefused("no_day")
        amount = read_amount(told["value"], told.get("bound", ""))
        return CounterRecord(
            row,
            work,
            measure,
            self._prose(told.get("of", "")) or work,
            at,
            dated == "day",
            amount.value,
            amount.bound,
            _territory(told.get("territory", "")),
            self._prose(told.get("source", "")),
            self._link(told.get("link", "")),
            cells,
        )


def _prose(text: str) -> str:
    return clean_prose(text)[: LIMITS["title"]]


def _link(text: str) -> str:
    return clean_link(text) or ""


def _territory(text: str) -> str:
    code = clean(text).upper()
    if word(code) and not (len(code) == 2 and code.isascii() and code.isalpha()):
        raise CellRefused("unreadable_territory", text=text)
    return code if word(code) else ""
