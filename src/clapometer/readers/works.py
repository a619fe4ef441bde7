"""Works out of a table: identifiers, title, year, kind and release of each row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, tzinfo
from pathlib import Path

from clapometer.instants import LATEST, start_of_day, to_datetime

from .cache import Passing
from .dates import Dates
from .fields import WORK_FIELDS
from .guess import guess
from .identifiers import known_identifier
from .mapping import Mapping
from .problems import CellRefused, Remarks
from .profiles import Profile
from .records import Refusal, WorkRecord, refused_cell
from .reviews import bounded, noted_kind, noted_year, work_identifier
from .tables import Table, open_table
from .text import clean_word
from .words import read_release, read_year, split_title

SITES = ("rt", "imdb", "wikidata")
"""Fields that hold the identifier of a well-known site."""
EARLIEST_RELEASE, LATEST_RELEASE = (start_of_day(date(year, 1, 1), UTC) for year in (1870, 2100))
"""Dates outside of these years are mistakes, or placeholders."""


def works_mapping(table: Table, profile: Profile | None = None) -> Mapping:
    """Return the profile's mapping of its table of works when it fits, else a guess."""
    if profile is None:
        return guess(table.columns, table.sample, WORK_FIELDS)
    works = profile.works
    if works and set(table.columns).issuperset(choice.column for choice in works.choices):
        return works
    return guess(table.columns, table.sample, WORK_FIELDS, profile.mapping.settings)


def read_works(
    path: str | Path | Table,
    profile: Profile | None = None,
    mapping: Mapping | None = None,
    tz: tzinfo = UTC,
) -> Iterator[WorkRecord | Refusal]:
    """Yield one record or refusal for each row of a table of works, a file or one opened.

    A day of release starts in the time zone `tz`. Raises FileRefused at once when the file is no
    table or has none of the columns needed, and while reading when it turns out to be no table
    further on.
    """
    table = path if isinstance(path, Table) else open_table(path)
    chosen = mapping or works_mapping(table, profile)
    chosen.check(table.columns, table.name)
    return _records(table, chosen, tz)


def _records(table: Table, mapping: Mapping, tz: tzinfo) -> Iterator[WorkRecord | Refusal]:
    places = {choice.field: table.columns.index(choice.column) for choice in mapping.choices}
    reader = _Reader(places, mapping, table.noted, tz)
    for item in table.rows:
        if isinstance(item, Refusal):
            yield item
            continue
        row, cells = item
        try:
            yield reader.record(row, cells)
        except CellRefused as problem:
            yield refused_cell(problem, row, dict(zip(table.columns, cells, strict=True)))


class _Reader:
    """Reads the cells of a row into a work."""

    def __init__(
        self, places: dict[str, int], mapping: Mapping, remarks: Remarks, tz: tzinfo
    ) -> None:
        self._places = places
        self._settings = settings = mapping.settings
        self._remarks = remarks
        self._zone = tz
        self._dates = Dates(
            tz, settings.date_order, settings.times == "utc", frozenset(settings.placeholders)
        )

    def record(self, row: int, cells: Sequence[str]) -> WorkRecord:
        """Return the work; raises CellRefused when the row names none."""

        def cell(name: str) -> str:
            place = self._places.get(name)
            return "" if place is None else cells[place]

        own = work_identifier(cell("identifier"), self._settings.prefix)
        sites = (self._at_site(site, cell(site)) for site in SITES)
        identifiers = tuple(dict.fromkeys(filter(None, (own, *sites))))
        title, year = split_title(cell("title"))
        if not (identifiers or title):
            raise CellRefused("no_name")
        released = self._released(cell("released"))
        return WorkRecord(
            row,
            identifiers,
            self._title(title),
            self._year(cell("year")) or year or self._year_of(released, cell("released")),
            self._kind(cell("kind")),
            self._release(cell("release")),
            work_identifier(cell("parent"), self._settings.prefix),
            self._number(cell("number")),
            released,
        )

    def _at_site(self, site: str, text: str) -> str:
        text = clean_word(text)
        if site == "imdb" and text.isascii() and text.isdigit():
            text = f"tt{text:0>7}"
        found = known_identifier(text)
        if text and not found.startswith(f"{site}:"):
            self._remarks.note("identifier_dropped", detail=text)
            return ""
        return found

    def _title(self, text: str) -> str:
        try:
            return bounded("title", text, self._remarks)
        except Passing as cut:
            return str(cut.value)

    def _year(self, text: str) -> int | None:
        try:
            return noted_year(text, self._remarks)
        except Passing:
            return None

    def _kind(self, text: str) -> str:
        try:
            return noted_kind(text, self._remarks) or self._settings.kind
        except Passing:
            return self._settings.kind

    def _release(self, text: str) -> str:
        release = read_release(text)
        if release is None:
            self._remarks.note("release_dropped", detail=text)
        return release or ""

    def _released(self, text: str) -> int | None:
        try:
            released = self._dates.read(text)[0]
        except CellRefused:
            released = LATEST
        if released is not None and not EARLIEST_RELEASE <= released < LATEST_RELEASE:
            self._remarks.note("released_dropped", detail=text)
            return None
        return released

    def _year_of(self, released: int | None, text: str) -> int | None:
        """Return the year of the release; a day that stands for an unknown one has a year too."""
        if released is None:
            return read_year(text)[0]
        return to_datetime(released).astimezone(self._zone).year

    def _number(self, text: str) -> int | None:
        text = clean_word(text).removesuffix(".0")
        if text and not (text.isascii() and text.isdigit() and len(text) <= 6):
            self._remarks.note("number_dropped", detail=text)
            return None
        return int(text) if text else None
