"""Charts of the most watched, in every form in which Netflix has published them.

The forms differ by their columns only (netflix.com/tudum/top10), so a file is known by its header,
and columns that a form does not have are simply not told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, TypeAlias

from .problems import CellRefused, file_refused
from .records import Refusal, refused_cell
from .tables import Table
from .text import clean, clean_prose
from .words import YES_NO_WORDS, word

PUBLICATION = "netflix-top10"
"""The name of the profile, and of the publication in the ledger."""
TEN_THOUSANDTHS = 10_000
MOST_CELL = 300
"""Characters kept of a title or a list's name."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form of list: its name, what it tells, and the columns by which it is known."""

    name: str
    tells: str
    columns: frozenset[str]


FORMS = (
    Form(
        "countries",
        "the ten most watched of each country and week, without hours",
        frozenset(
            {"country_name", "country_iso2", "week", "category", "weekly_rank", "show_title"}
        ),
    ),
    Form(
        "global",
        "the ten most watched of each list and week, with hours and, since 2023, views",
        frozenset({"week", "category", "weekly_rank", "show_title"}),
    ),
    Form(
        "most-popular",
        "the most watched of all time, by their first 28 days until June 2023, since then 91",
        frozenset({"category", "rank", "show_title"}),
    ),
)  # fmt: skip
"""Forms of lists; the first whose columns are all there is taken."""
_RANK = re.compile(r"weekly_rank|rank")
_FIRST_DAYS = re.compile(r"(hours_viewed|views)_first_(\d{1,3})_days")
_NUMBER = re.compile(r"\d{1,15}|\d{1,3}(?:,\d{3}){1,4}")
_HOURS = re.compile(r"(\d{1,4})(?:\.(\d{1,6}))?")
_CLOCK = re.compile(r"(\d{1,3}):([0-5]\d)(?::[0-5]\d)?")
_SUNDAY = 6
Cell: TypeAlias = Callable[[str], str]


class Placing(NamedTuple):
    """One line of a list. None or "" stands for what the list does not tell.

    `territory`: a country's two letters, "" for the whole world. `week`: the Sunday that ends the
    week. `category`: the list within the publication, as printed. `season`: as printed, "" for
    films. `hours` and `views`: as published, never worked out here. `runtime`: in ten-thousandths
    of an hour. `days`: over how many first days the numbers run. `staggered`: whether its episodes
    appear in parts.
    """

    row: int
    form: str
    territory: str
    week: date | None
    category: str
    rank: int | None
    show: str
    season: str
    hours: int | None
    views: int | None
    runtime: int | None
    weeks: int | None
    days: int | None = None
    staggered: bool | None = None


def named(column: str) -> str:
    """Return a column's name as the forms write it: “Hours Viewed” is hours_viewed."""
    return re.sub(r"\W+", "_", column.strip().casefold()).strip("_")


def form_of(columns: Sequence[str]) -> Form | None:
    """Return the form of a list with these columns, None if it is none."""
    there = set(map(named, columns))
    return next((form for form in FORMS if there >= form.columns), None)


def read_charts(table: Table) -> Iterator[Placing | Refusal]:
    """Yield each line, read or refused. Raises FileRefused at once for a table of another kind."""
    form = form_of(table.columns)
    if form is None:
        known = "; or ".join(", ".join(sorted(form.columns)) for form in FORMS)
        there = ", ".join(table.columns[:30])
        raise file_refused("no_chart", table.name, known=known, columns=there)
    return _placings(table, form)


def _placings(table: Table, form: Form) -> Iterator[Placing | Refusal]:
    reader = _Reader(form, table.columns)
    for item in table.rows:
        if isinstance(item, Refusal):
            yield item
            continue
        row, cells = item
        try:
            yield reader.placing(row, cells)
        except CellRefused as problem:
            yield refused_cell(problem, row, dict(zip(table.columns, cells, strict=True)))


class _Reader:
    """Reads the cells of one form; weeks are remembered, because a list has few and many rows."""

    def __init__(self, form: Form, columns: Sequence[str]) -> None:
        names = [named(column) for column in columns]
        self._form = form
        self._places = {name: place for place, name in reversed(list(enumerate(names)))}
        self._rank = next((name for name in names if _RANK.fullmatch(name)), "")
        self._first = {found[1]: found for name in names if (found := _FIRST_DAYS.fullmatch(name))}
        self._weeks: dict[str, date] = {}

    def placing(self, row: int, cells: Sequence[str]) -> Placing:
        """Return the line; raises CellRefused for a cell that cannot be read."""

        def cell(name: str) -> str:
            place = self._places.get(name)
            return "" if place is None else cells[place]

        hours, views, days = self._numbers(cell)
        return Placing(
            row,
            self._form.name,
            _territory(cell("country_iso2")),
            self._week(cell("week")) if "week" in self._form.columns else None,
            _text(cell("category")),
            _rank(cell(self._rank)) if self._rank else None,
            chart_title(cell("show_title")),
            _season(cell("season_title")),
            hours,
            views,
            read_runtime(cell("runtime")),
            read_whole(cell("cumulative_weeks_in_top_10"), "weeks"),
            days,
            _yes(cell("is_staggered_launch")),
        )  # fmt: skip

    def _numbers(self, cell: Cell) -> tuple[int | None, int | None, int | None]:
        """Return hours, views, and over how many first days, whatever their columns are called."""
        hours, views = cell("weekly_hours_viewed"), cell("weekly_views")
        days = None
        if found := self._first.get("hours_viewed"):
            hours, days = cell(found[0]), int(found[2])
        if found := self._first.get("views"):
            views, days = cell(found[0]), int(found[2])
        return read_whole(hours, "hours"), read_whole(views, "views"), days

    def _week(self, text: str) -> date:
        known = self._weeks.get(text)
        if known is None:
            known = _day(text)
            if known is None or known.weekday() != _SUNDAY:
                raise CellRefused("unreadable_week", text=text)
            self._weeks[text] = known
        return known


def chart_title(text: str) -> str:
    """Return a title as printed. Raises CellRefused for an empty one."""
    title = _text(text)
    if not title:
        raise CellRefused("no_name")
    return title


def _season(text: str) -> str:
    """Return the season as printed; films have “N/A” there, which is no name."""
    season = _text(text)
    return "" if word(season) == "" else season


def _text(text: str) -> str:
    return clean_prose(text)[:MOST_CELL]


def _territory(text: str) -> str:
    code = clean(text).upper()
    if code and not (len(code) == 2 and code.isascii() and code.isalpha()):
        raise CellRefused("unreadable_territory", text=text)
    return code


def _rank(text: str) -> int:
    rank = read_whole(text, "rank")
    if not rank:
        raise CellRefused("unreadable_rank", text=text)
    return rank


def read_whole(text: str, what: str) -> int | None:
    """Return a whole number, None for an empty cell. Raises CellRefused for anything else."""
    text = clean(text).removesuffix(".0")
    if not word(text):
        return None
    if not (text.isascii() and _NUMBER.fullmatch(text)):
        raise CellRefused("unreadable_number", text=text, what=what)
    return int(text.replace(",", ""))


def read_runtime(text: str) -> int | None:
    """Return ten-thousandths of an hour, of “1.9667” or “1:58”; 0 stands for unknown."""
    text = clean(text)
    if not word(text):
        return None
    if found := _CLOCK.fullmatch(text):
        minutes = int(found[1]) * 60 + int(found[2])
        return (minutes * TEN_THOUSANDTHS + 30) // 60 or None
    found = _HOURS.fullmatch(text)
    if not (found and text.isascii()):
        raise CellRefused("unreadable_number", text=text, what="runtime")
    parts = (found[2] or "")[:4].ljust(4, "0")
    return int(found[1]) * TEN_THOUSANDTHS + int(parts) or None


def _day(text: str) -> date | None:
    text = clean(text)
    if not word(text):
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        raise CellRefused("unreadable_date", text=text) from None


def _yes(text: str) -> bool | None:
    if not text.strip():
        return None
    return YES_NO_WORDS.get(word(text))
