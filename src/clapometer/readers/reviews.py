"""Reviews out of a table: each row a record, or a refusal that says why not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import tzinfo

from .cache import Cached, Passing
from .dates import Dates
from .identifiers import identifier, looks_like_identifier
from .looks import column_values
from .mapping import Mapping
from .problems import CellRefused, Remarks
from .profiles import Profile
from .records import Refusal, ReviewRecord, refused_cell
from .tables import Table
from .text import (
    EMPTY_WORDS,
    LIMITS,
    clean_link,
    clean_name,
    clean_prose,
    clean_word,
    is_plain_link,
)
from .words import (
    VERDICT_WORDS,
    read_first_episodes,
    read_kind,
    read_top,
    read_verdict,
    read_year,
    split_title,
)

TITLE_SHARE = 0.05
"""Share of values that are no identifiers from which a column of works is read as titles."""
_QUOTE, _SOURCE_ID = LIMITS["quote"], LIMITS["source_id"]


def read_reviews(
    table: Table, mapping: Mapping | Profile, tz: tzinfo
) -> Iterator[ReviewRecord | Refusal]:
    """Yield one record or refusal for each row of the table; days start in the time zone `tz`.

    Raises FileRefused at once when the mapping does not fit the table, and while reading when
    the file turns out to be no table further on. Remarks are added to those of the table.
    """
    chosen = mapping.mapping if isinstance(mapping, Profile) else mapping
    chosen.check(table.columns, table.name)
    return _records(table, _Columns(table, chosen, tz))


class _Columns:
    """Where each field stands in a row, and the memory of conversions of each."""

    def __init__(self, table: Table, mapping: Mapping, tz: tzinfo) -> None:
        settings = mapping.settings
        self._remarks = table.noted
        self._prefix = settings.prefix
        self._kind = settings.kind
        self._words = VERDICT_WORDS | dict(settings.verdict_words)
        self.places = _places(table, mapping)
        self.described = any(
            self.places[name] < len(table.columns)
            for name in ("work_title", "work_year", "work_kind")
        )
        dates = Dates(
            tz, settings.date_order, settings.times == "utc", frozenset(settings.placeholders)
        )
        self.works = Cached(self._work)
        self.titles = Cached(self._title)
        self.years = Cached(self._year)
        self.kinds = Cached(self._read_kind)
        self.critics = Cached(lambda text: bounded("critic", clean_name(text), self._remarks))
        self.outlets = Cached(lambda text: bounded("outlet", clean_name(text), self._remarks))
        self.verdicts = Cached(lambda text: read_verdict(text, self._words))
        self.grades = Cached(lambda text: bounded("grade", clean_name(text), self._remarks))
        self.dates = Cached(dates.read)
        self.tops = Cached(read_top)
        self.first_episodes = Cached(read_first_episodes)

    def description(self, cells: list[str]) -> tuple[str, int | None, str]:
        """Return title, year and kind of the work as the row tells them."""
        title, year = self.titles[cells[self.places["work_title"]]]
        year = self.years[cells[self.places["work_year"]]] or year
        return title, year, self.kinds[cells[self.places["work_kind"]]]

    def _work(self, text: str) -> str:
        return work_identifier(text, self._prefix)

    def _title(self, text: str) -> tuple[str, int | None]:
        title, year = split_title(text)
        try:
            return bounded("title", title, self._remarks), year
        except Passing as cut:
            raise Passing((cut.value, year)) from None

    def _year(self, text: str) -> int | None:
        return noted_year(text, self._remarks)

    def _read_kind(self, text: str) -> str:
        return noted_kind(text, self._remarks) or self._kind

    # Links, quotes and the identifiers of reviews are hardly ever repeated, so they are not
    # remembered. What needs no cleaning, nearly all of them, passes on the first line.

    def link(self, text: str) -> str:
        """Return the address, "" for what is none."""
        if is_plain_link(text):
            return text
        link = clean_link(text)
        if link is None:
            self._remarks.note("link_dropped", detail=text)
        return link or ""

    def quote(self, text: str) -> str:
        """Return the quote, cleaned and bounded."""
        plain = text.isascii() and text.isprintable() and "  " not in text and "&" not in text
        if plain and len(text) <= _QUOTE:
            return text.strip(" ")
        return self._bounded("quote", clean_prose(text))

    def source_id(self, text: str) -> str:
        """Return the review's own identifier, cleaned and bounded."""
        if text.isalnum() and text.isascii() and len(text) <= _SOURCE_ID:
            return "" if text in EMPTY_WORDS else text
        return self._bounded("source_id", clean_word(text))

    def _bounded(self, name: str, text: str) -> str:
        try:
            return bounded(name, text, self._remarks)
        except Passing as cut:
            return str(cut.value)


def _places(table: Table, mapping: Mapping) -> dict[str, int]:
    """Return the place of each field in a row; a field without a column has the place after it."""
    absent = len(table.columns)
    places = {known.name: absent for known in mapping.fields}
    places |= {choice.field: table.columns.index(choice.column) for choice in mapping.choices}
    if not mapping.settings.prefix and _holds_titles(table, places["work"]):
        if places["work_title"] == absent:
            places["work_title"] = places["work"]
        places["work"] = absent
    return places


def _holds_titles(table: Table, place: int) -> bool:
    """Whether a column of works holds titles: more than a few values are no identifiers."""
    values = column_values(table.sample, place)
    strange = sum(not looks_like_identifier(value) for value in values)
    return bool(values) and strange > TITLE_SHARE * len(values)


def bounded(name: str, text: str, remarks: Remarks) -> str:
    """Return the text; a text above its limit is noted and passed on cut, as `Passing`."""
    if len(text) <= LIMITS[name]:
        return text
    remarks.note("text_cut", detail=text)
    raise Passing(text[: LIMITS[name]].rstrip())


def work_identifier(text: str, prefix: str) -> str:
    """Return the identifier of a cell, "" for an empty one; raises CellRefused when too long."""
    text = clean_word(text)
    if len(text) > LIMITS["work"]:
        raise CellRefused("work_too_long", limit=LIMITS["work"])
    return identifier(text, prefix) if text else ""


def noted_year(text: str, remarks: Remarks) -> int | None:
    """Return the year, or None; what could not be read is noted."""
    year, read = read_year(text)
    if not read:
        remarks.note("year_dropped", detail=text)
        raise Passing(None)
    return year


def noted_kind(text: str, remarks: Remarks) -> str:
    """Return the kind of work, or ""; an unknown word is noted."""
    kind = read_kind(text)
    if kind is None:
        remarks.note("kind_dropped", detail=text)
        raise Passing("")
    return kind


def _records(table: Table, columns: _Columns) -> Iterator[ReviewRecord | Refusal]:
    """Yield the records: the one tight loop, where each conversion is one look-up."""
    (at_work, _, _, _, at_critic, at_outlet, at_id, at_verdict, at_grade,
     at_date, at_top, at_link, at_quote, at_first) = columns.places.values()  # fmt: skip
    works, critics, outlets = columns.works, columns.critics, columns.outlets
    verdicts, grades = columns.verdicts, columns.grades
    dates, tops, firsts = columns.dates, columns.tops, columns.first_episodes
    read_id, read_link, read_quote = columns.source_id, columns.link, columns.quote
    build, noted = tuple.__new__, table.noted
    described = columns.described
    title, year, kind = columns.description([""] * (len(table.columns) + 1))
    for item in table.rows:
        if isinstance(item, Refusal):
            yield item
            continue
        row, cells = item
        # A field without a column reads this empty cell, so that the loop needs no questions.
        cells.append("")
        try:
            work = works[cells[at_work]]
            if described:
                title, year, kind = columns.description(cells)
            critic, outlet = critics[cells[at_critic]], outlets[cells[at_outlet]]
            positive, grade = verdicts[cells[at_verdict]], grades[cells[at_grade]]
            happened_at, dated = dates[cells[at_date]]
            if not (work or title):
                raise CellRefused("no_work")
            if not (critic or outlet):
                raise CellRefused("no_reviewer")
            top, first = tops[cells[at_top]], firsts[cells[at_first]]
            if positive is None and not grade:
                noted.note("no_opinion", row)
            source_id, link, quote = cells[at_id], cells[at_link], cells[at_quote]
            yield build(ReviewRecord, (
                row, work, title, year, kind, critic, outlet,
                read_id(source_id) if source_id else "", positive,
                "" if positive is None else "reported", grade, happened_at, dated,
                top, read_link(link) if link else "", read_quote(quote) if quote else "",
                first,
            ))  # fmt: skip
        except CellRefused as problem:
            yield refused_cell(problem, row, dict(zip(table.columns, cells, strict=False)))
