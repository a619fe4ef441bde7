"""Dates and times as tables write them, read into instants."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from clapometer.instants import EPOCH, from_datetime, start_of_day

from .problems import CellRefused
from .text import clean_word

DATE_FORMS: tuple[tuple[str, str], ...] = (
    ("2018-11-10, 20181110, 2018/11/10", "the day, from its start in the site's time zone"),
    (
        "2018-11-10T14:30:00Z, 2018-11-10 14:30:00+01:00",
        "the instant",
    ),
    (
        "2018-11-10 14:30:00, 2018-11-10T14:30",
        'the instant in the site\'s time zone, or in UTC where times = "utc"',
    ),
    ("November 10, 2018; Nov. 10 2018; 10 November 2018; 10th Nov 2018", "the day"),
    ("10.11.2018", "the day: with dots the day always comes first"),
    (
        "13/11/2018, 11-13-2018",
        "the day, where only one order is possible or date_order says which; else refused",
    ),
    ("1541860200, 1541860200000", "the instant: 10 digits are seconds, 13 milliseconds since 1970"),
    ("an empty cell", "unknown"),
)
"""Forms of dates and what they are read as."""
MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
"""English names of months in lower case."""
DAY_FIRST, MONTH_FIRST = "day-first", "month-first"
PLACEHOLDERS = (date(1800, 1, 1), date(2000, 1, 1))
"""Days that lists write when they do not know the day."""
UNKNOWN = (None, "unknown")
_SECOND, _MILLISECOND = timedelta(seconds=1), timedelta(milliseconds=1)

_NAMED = re.compile(r"([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_NAMED_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)? (?:of )?([a-z]+)\.?,? (\d{4})")
_NUMBERS = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})")
_EPOCH_SECONDS = re.compile(r"\d{10}|\d{13}")
_DAY_ONLY = re.compile(r"\d{4}-?\d\d-?\d\d")
_WEEKDAY = re.compile(r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? ")


@dataclass(frozen=True, slots=True)
class Dates:
    """How the dates of one file are read."""

    zone: tzinfo
    """The site's time zone: where a day starts."""
    order: str = ""
    """"day-first", "month-first" or "", when only unambiguous dates can be read."""
    utc: bool = False
    """Whether times without an offset are UTC; otherwise they are in the site's time zone."""
    placeholders: frozenset[date] = frozenset(PLACEHOLDERS)

    def read(self, text: str) -> tuple[int | None, str]:
        """Return the instant and "day" or "instant"; None and "unknown" for a placeholder.

        Raises CellRefused for a text that is no date, or may be two.
        """
        cleaned = clean_word(text)
        if not cleaned:
            return UNKNOWN
        try:
            found = self._read(cleaned)
            return self._instant(found)
        except (ValueError, OverflowError):
            raise CellRefused("unreadable_date", text=text) from None

    def _read(self, text: str) -> date | datetime:
        if _EPOCH_SECONDS.fullmatch(text):
            return EPOCH + int(text) * (_SECOND if len(text) == 10 else _MILLISECOND)
        if _DAY_ONLY.fullmatch(text):
            return date.fromisoformat(text)
        return self._worded(text) or datetime.fromisoformat(_iso_time(text))

    def _worded(self, text: str) -> date | None:
        text = _WEEKDAY.sub("", text.casefold())
        if found := _NAMED.fullmatch(text):
            return date(int(found[3]), _month(found[1]), int(found[2]))
        if found := _NAMED_DAY_FIRST.fullmatch(text):
            return date(int(found[3]), _month(found[2]), int(found[1]))
        if found := _YEAR_FIRST.fullmatch(text):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := _NUMBERS.fullmatch(text):
            return self._numbers(text, int(found[1]), found[2], int(found[3]), int(found[4]))
        return None

    def _numbers(self, text: str, first: int, mark: str, second: int, year: int) -> date:
        order = DAY_FIRST if mark == "." else self.order
        if not order and first != second and max(first, second) <= 12:
            raise CellRefused("ambiguous_date", text=text)
        day_first = order == DAY_FIRST or (not order and first > 12)
        return date(year, second, first) if day_first else date(year, first, second)

    def _instant(self, found: date | datetime) -> tuple[int | None, str]:
        if not isinstance(found, datetime):
            if found in self.placeholders:
                return UNKNOWN
            return start_of_day(found, self.zone), "day"
        if found.date() in self.placeholders and found.time() == time():
            return UNKNOWN
        if found.tzinfo is None:
            found = found.replace(tzinfo=UTC if self.utc else self.zone)
        return from_datetime(found), "instant"


def _month(name: str) -> int:
    number = MONTHS.get(name)
    if number is None:
        raise ValueError(name)
    return number


def _iso_time(text: str) -> str:
    """Return the text with the " UTC" that some programs write as the Z of ISO 8601."""
    for ending in (" UTC", " GMT"):
        text = text.removesuffix(ending) + ("Z" if text.endswith(ending) else "")
    return text


def day_order(texts: Iterable[str]) -> str:
    """Return the only order that all dates written with / or - in the texts allow, or ""."""
    day_first = month_first = False
    for text in texts:
        found = _NUMBERS.fullmatch(text.strip())
        if found and found[2] != ".":
            day_first |= int(found[1]) > 12
            month_first |= int(found[3]) > 12
    if day_first == month_first:
        return ""
    return DAY_FIRST if day_first else MONTH_FIRST
