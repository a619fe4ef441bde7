"""Netflix's half-yearly reports on what was watched, saved as tables: hours, later views too.

A report does not say in its cells of which half-year it is; its file's name does
(about.netflix.com, What We Watched). A title is that of a season where it names one, and may have
the title in its own language behind it: “Salt Road: Season 1 // …”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from .charts import chart_title, named, read_runtime, read_whole
from .problems import CellRefused, file_refused
from .records import Refusal, refused_cell
from .tables import Table

ENGAGEMENT = "netflix-engagement"
"""The publication in the ledger."""
NEEDED = frozenset({"title", "hours_viewed", "available_globally"})
_HALVES = (
    re.compile(r"(?<![0-9])(?P<year>20[0-9]{2})[ _.-]?[hH](?P<half>[12])(?![0-9])"),
    re.compile(r"(?<![0-9])(?P<year>20[0-9]{2})[ _.-]?(?P<named>jan|jul)\w*[ _.-]+\w*(?:jun|dec)",
               re.IGNORECASE),
    re.compile(
        r"(?P<named>jan|jul)\w*[ _.-]+(?:to[ _.-])?(?:jun|dec)\w*[ _.-]?(?P<year>20[0-9]{2})",
        re.IGNORECASE),
)  # fmt: skip
_SEASON = re.compile(
    r"(?P<show>.+?): (?P<season>(?:Season|Series|Staffel|Temporada|Saison) \d.*"
    r"|(?:Limited|Mini) ?-?Series.*)",
    re.IGNORECASE,
)
_PART = re.compile(r"(?P<show>.+?): (?P<season>(?:Part|Volume|Vol\.|Chapter|Book|Collection) \d.*)")
_OWN_LANGUAGE = " // "


class HalfYear(NamedTuple):
    """A half-year: 2023, 1 is January to June 2023."""

    year: int
    half: int

    @property
    def last(self) -> date:
        """Return its last day."""
        return date(self.year, 6, 30) if self.half == 1 else date(self.year, 12, 31)


class Watched(NamedTuple):
    """One title of a report. `season` is empty for what names none; `views` as published.

    `part`: whether what stands as season may as well belong to a film's title (“Part 2”).
    `runtime` in ten-thousandths of an hour.
    """

    row: int
    title: str
    show: str
    season: str
    part: bool
    hours: int | None
    views: int | None
    runtime: int | None
    cells: tuple[str, ...]


def is_engagement(columns: Sequence[str]) -> bool:
    """Return whether a table with these columns is such a report."""
    return NEEDED.issubset(map(named, columns))


def half_year(name: str) -> HalfYear | None:
    """Return the half-year that a file's name says: 2023H1, 2023Jan-Jun, July-December_2024."""
    for pattern in _HALVES:
        found = pattern.search(name)
        if found:
            told = found.groupdict()
            half = int(told.get("half") or (1 if told["named"].casefold() == "jan" else 2))
            return HalfYear(int(told["year"]), half)
    return None


def read_engagement(table: Table) -> Iterator[Watched | Refusal]:
    """Yield each row, read or refused. Raises FileRefused at once for a table of another kind."""
    if not is_engagement(table.columns):
        there = ", ".join(table.columns[:30])
        known = ", ".join(sorted(NEEDED))
        raise file_refused("no_chart", table.name, known=known, columns=there)
    return _rows(table)


def _rows(table: Table) -> Iterator[Watched | Refusal]:
    places = {name: place for place, name in reversed(list(enumerate(map(named, table.columns))))}
    for item in table.rows:
        if isinstance(item, Refusal):
            yield item
            continue
        row, cells = item
        try:
            yield _watched(row, cells, places)
        except CellRefused as problem:
            yield refused_cell(problem, row, dict(zip(table.columns, cells, strict=True)))


def _watched(row: int, cells: Sequence[str], places: dict[str, int]) -> Watched:
    def cell(name: str) -> str:
        place = places.get(name)
        return "" if place is None else cells[place]

    title = chart_title(cell("title").partition(_OWN_LANGUAGE)[0])
    show, season, part = split_season(title)
    hours = read_whole(cell("hours_viewed"), "hours")
    views = read_whole(cell("views"), "views")
    if hours is None and views is None:
        raise CellRefused("unreadable_number", text=cell("hours_viewed"), what="hours")
    runtime = read_runtime(cell("runtime"))
    return Watched(row, title, show, season, part, hours, views, runtime, tuple(cells))


def split_season(title: str) -> tuple[str, str, bool]:
    """Return show, season and whether the season may be a part of a film's title instead."""
    for pattern, part in ((_SEASON, False), (_PART, True)):
        found = pattern.fullmatch(title)
        if found:
            return found["show"], found["season"], part
    return title, "", False
