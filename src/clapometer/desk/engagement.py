"""Taking in a half-yearly report on what was watched: its hours and views become counters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC
from itertools import count
from pathlib import Path

from clapometer.catalogue.drafts import work_added
from clapometer.catalogue.folding import fold
from clapometer.catalogue.models import Work
from clapometer.instants import start_of_day
from clapometer.ledger.entries import Draft
from clapometer.readers.engagement import (
    ENGAGEMENT,
    HalfYear,
    Watched,
    half_year,
    is_engagement,
    read_engagement,
)
from clapometer.readers.problems import FileRefused
from clapometer.readers.records import Refusal
from clapometer.readers.tables import Table, open_table
from clapometer.readers.words import split_title
from clapometer.signals.drafts import TitleKey, chart_matched
from clapometer.signals.models import ChartTitle
from clapometer.signals.points import Point

from .charttitles import ChartTitles
from .counterfiles import CounterFile, CounterOutcome, Source
from .counting import Key, Reading
from .imports import file_hash
from .titles import Appender

HOURS, VIEWS = "netflix-engagement-hours", "netflix-engagement-views"
SOURCE = "Netflix, What We Watched"
_AT_ONCE = 500
_DATED = re.compile(r".+ \([0-9]{4}\)")
_NO_HALF = (
    "{name} does not say of which half-year it is; write it into the file's name, like"
    " engagement_2023H1.csv."
)
_TWICE = (
    "The report has several titles that are “{title}” in English; a person has to say which is"
    " which."
)
_AMBIGUOUS = "“{title}” may be {works}; nothing was taken in about it."


def is_engagement_file(path: Path) -> bool:
    """Return whether the file's header is that of such a report."""
    return is_engagement(open_table(path).columns)


def read_engagement_file(
    path: Path, half: HalfYear | None = None, table: Table | None = None
) -> CounterFile:
    """Return the report in a file, to be previewed or taken in.

    Raises FileRefused where it is none, or where nothing says of which half-year it is.
    """
    table = table or open_table(path)
    rows = read_engagement(table)
    half = half or half_year(path.name)
    if half is None:
        raise FileRefused("no_half_year", _NO_HALF.format(name=path.name))
    report = _Report(half, table.columns)
    for item in rows:
        report.take(item)
    report.outcome.remarks = table.remarks
    source = Source(path.name, file_hash(path), ENGAGEMENT)
    return CounterFile(source, [], report.outcome, table.columns, report.readings)


class _Report:
    """The rows of a report; which work each title is, is found when it is taken in."""

    def __init__(self, half: HalfYear, columns: tuple[str, ...]) -> None:
        self.outcome = CounterOutcome()
        self._at = start_of_day(half.last, UTC)
        self._columns = columns
        self._rows: dict[str, Watched] = {}
        self._doubtful: set[str] = set()

    def take(self, item: Watched | Refusal) -> None:
        """Take one row, or refuse it; of two that cannot be told apart both are refused."""
        self.outcome.rows += 1
        if isinstance(item, Refusal):
            self.outcome.refuse(item)
            return
        title = item.title.casefold()
        first = self._rows.pop(title, None)
        if first is None and title not in self._doubtful:
            self._rows[title] = item
            return
        self._doubtful.add(title)
        for one in filter(None, (first, item)):
            self._refuse(one, "title_twice", _TWICE.format(title=one.title))

    def _refuse(self, item: Watched, code: str, sentence: str) -> None:
        raw = dict(zip(self._columns, item.cells, strict=True))
        self.outcome.refuse(Refusal(item.row, code, sentence, raw))

    def readings(self, append: Appender | None) -> list[Reading]:
        """Return what the report tells of each counter; works that are missing are added.

        Without `append` nothing is written: new works get numbers below zero.
        """
        titles = _Titles(list(self._rows.values()), append or _provisional())
        works = titles.works()
        self.outcome.works = titles.added
        found: list[Reading] = []
        for item in self._rows.values():
            work = works.get(item.title)
            if work is None:
                told = " or ".join(titles.ambiguous.get(item.show, ("several works",)))
                sentence = _AMBIGUOUS.format(title=item.title, works=told)
                self._refuse(item, "ambiguous_title", sentence)
                continue
            for measure, number in ((HOURS, item.hours), (VIEWS, item.views)):
                if number is not None:
                    point = Point(self._at, True, number)
                    found.append(Reading(Key(work, measure, item.title), (point,), SOURCE))
        # A row may tell two numbers, its hours and its views.
        self.outcome.rows = len(found) + self.outcome.refused
        return found


class _Titles:
    """Which work each title of a report is."""

    def __init__(self, rows: Sequence[Watched], append: Appender) -> None:
        self._rows, self._append = rows, append
        self._book = ChartTitles(ENGAGEMENT)
        self.ambiguous: dict[str, tuple[str, ...]] = {}
        self.added = 0

    def works(self) -> dict[str, int]:
        """Return title -> work for all but the ambiguous ones; what is new is added and matched."""
        shows = {row.show for row in self._rows if row.season and not row.part}
        shows |= _series({row.show for row in self._rows if row.part})
        keys = {row.title: self._key(row, shows) for row in self._rows}
        self._dated([row for row in self._rows if not keys[row.title].season])
        self._book.learn(keys.values(), self._append)
        self.ambiguous = self._book.ambiguous
        self.added += self._book.added
        ids = self._book.ids
        return {title: ids[key] for title, key in keys.items() if key in ids}

    def _key(self, row: Watched, shows: set[str]) -> TitleKey:
        """Return the title as it is matched.

        “Part 2” is a season only of what is known as a series, and was not said to be a film.
        """
        film = _film(row)
        if not row.season or row.show not in shows or film in self._book.ids:
            return film
        return TitleKey(ENGAGEMENT, row.show, row.season, film=False)

    def _dated(self, rows: Sequence[Watched]) -> None:
        """Match films whose title ends in a year: “Tide (2016)” is the film Tide of 2016."""
        dated = {_film(row): split_title(row.title) for row in rows if _is_dated(row.title)}
        fresh = {key: told for key, told in dated.items() if key not in self._book.ids}
        there = _films({fold(title) for title, _ in fresh.values()})
        missing = [
            (key, *told) for key, told in fresh.items() if (fold(told[0]), told[1]) not in there
        ]
        drafts = [work_added(kind="film", title=title, year=year) for _, title, year in missing]
        added = self._append(drafts)
        self.added += len(added)
        for (_, title, year), work in zip(missing, added, strict=True):
            there[fold(title), year] = work
        pairs = [(key, there[fold(title), year]) for key, (title, year) in fresh.items()]
        self._append([chart_matched(key, work) for key, work in pairs])
        self._book.ids.update(pairs)


def _film(row: Watched) -> TitleKey:
    return TitleKey(ENGAGEMENT, row.title, "", film=True)


def _is_dated(title: str) -> bool:
    return _DATED.fullmatch(title) is not None and split_title(title)[1] is not None


def _series(shows: set[str]) -> set[str]:
    """Return those of the titles that are of a series of the catalogue, or stand on its charts."""
    by_key = {fold(show): show for show in shows}
    keys = sorted(by_key)
    found: set[str] = set()
    for start in range(0, len(keys), _AT_ONCE):
        part = keys[start : start + _AT_ONCE]
        works = Work.objects.filter(key__in=part, kind="series")
        found.update(by_key[key] for key in works.values_list("key", flat=True))
    named = ChartTitle.objects.filter(film=False, show__in=sorted(shows)[:_AT_ONCE])
    return found | set(named.values_list("show", flat=True))


def _films(keys: set[str]) -> dict[tuple[str, int | None], int]:
    """Return the films of the catalogue by folded title and year."""
    wanted, found = sorted(keys), {}
    for start in range(0, len(wanted), _AT_ONCE):
        part = wanted[start : start + _AT_ONCE]
        works = Work.objects.filter(key__in=part, kind="film").order_by("-id")
        for key, year, work in works.values_list("key", "year", "id"):
            found[key, year] = work
    return found


def _provisional() -> Appender:
    numbers = count(-10, -1)

    def append(drafts: list[Draft]) -> list[int]:
        return [next(numbers) for _ in drafts]

    return append
