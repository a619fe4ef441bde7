"""Days as people type them: a day, a month or a year."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, tzinfo
from typing import NamedTuple

from clapometer.instants import start_of_day, to_datetime
from clapometer.readers.dates import MONTHS, Dates
from clapometer.readers.problems import CellRefused
from clapometer.readers.text import clean

DATED = {
    "unknown": "the time is unknown; the fact counts from when this site learned of it",
    "year": "the year is known; it counts from its start",
    "month": "the month is known; it counts from its start",
    "day": "the day is known, from its start in the site's time zone",
    "instant": "the instant is known",
}
"""How exactly a time is known."""
_YEAR = re.compile(r"[0-9]{4}")
_MONTH = re.compile(r"([0-9]{4})-([0-9]{1,2})")
_NAMED_MONTH = re.compile(r"([a-z]+)\.?,? ([0-9]{4})")


class DayRefused(ValueError):
    """The text is no day, month or year; the message is one sentence for a person."""


class When(NamedTuple):
    """An instant and how exactly it is known (of DATED); (None, "unknown") where it is not."""

    happened_at: int | None
    dated: str


UNKNOWN = When(None, "unknown")


def read_day(text: str) -> str:
    """Return the day, month or year in ISO 8601, shortened to what is known. Raises DayRefused."""
    when = read_when(text, UTC)
    if when.happened_at is None:
        raise _refused(text)
    return shown_day(when, UTC)


def shown_day(when: When, zone: tzinfo) -> str:
    """Return the day, month or year that a time is known to; "" for an unknown one."""
    if when.happened_at is None:
        return ""
    day = to_datetime(when.happened_at).astimezone(zone).date().isoformat()
    return day[: {"year": 4, "month": 7}.get(when.dated, 10)]


def read_when(text: str, zone: tzinfo) -> When:
    """Return the time that a person typed; UNKNOWN for an empty text. Raises DayRefused."""
    cleaned = clean(text)
    if not cleaned:
        return UNKNOWN
    try:
        return _shortened(cleaned, zone) or When(
            *Dates(zone, placeholders=frozenset()).read(cleaned)
        )
    except (CellRefused, ValueError, OverflowError):
        raise _refused(text) from None


def shown_when(when: When, zone: tzinfo) -> str:
    """Return a time as it would be typed, so that read_when() gives it back."""
    if when.happened_at is None or when.dated != "instant":
        return shown_day(when, zone)
    return to_datetime(when.happened_at).astimezone(zone).isoformat()


def _shortened(text: str, zone: tzinfo) -> When | None:
    """Return the month or year, None for a text that says more or nothing."""
    if _YEAR.fullmatch(text):
        return When(start_of_day(date(int(text), 1, 1), zone), "year")
    found = _MONTH.fullmatch(text)
    if found:
        return When(start_of_day(date(int(found[1]), int(found[2]), 1), zone), "month")
    named = _NAMED_MONTH.fullmatch(text.casefold())
    if named and named[1] in MONTHS:
        return When(start_of_day(date(int(named[2]), MONTHS[named[1]], 1), zone), "month")
    return None


def _refused(text: str) -> DayRefused:
    today = datetime.now(UTC).date().isoformat()
    return DayRefused(
        f"“{text[:60]}” is no day, month or year that can be read; write it like {today},"
        f" {today[:7]} or {today[:4]}."
    )
