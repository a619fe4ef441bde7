"""Instants: whole microseconds since 1970-01-01T00:00:00Z, and their ISO 8601 text.

Every clock reading in Clapometer is such a whole number, so that comparisons are exact on
SQLite, PostgreSQL and in Arrow alike, and years before 1970 are simply negative.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import lru_cache

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


class InstantRefused(ValueError):
    """The text is no ISO 8601 instant or date; the message is one sentence for a person."""


def now() -> int:
    """Return the present instant. Only services call this; pure rooms are told the time."""
    return from_datetime(datetime.now(UTC))


def from_datetime(moment: datetime) -> int:
    """Return the instant of an aware datetime."""
    return (moment - EPOCH) // MICROSECOND


def to_datetime(instant: int) -> datetime:
    """Return the instant as an aware datetime in UTC."""
    return EPOCH + timedelta(microseconds=instant)


@lru_cache(maxsize=4096)
def start_of_day(day: date, tz: tzinfo) -> int:
    """Return the first instant of the day in the time zone."""
    return from_datetime(datetime(day.year, day.month, day.day, tzinfo=tz))


def end_of_day(day: date, tz: tzinfo) -> int:
    """Return the last microsecond of the day in the time zone."""
    if day == date.max:
        return from_datetime(datetime.max.replace(tzinfo=UTC))
    return start_of_day(day + timedelta(days=1), tz) - 1


EARLIEST = from_datetime(datetime.min.replace(tzinfo=UTC))
LATEST = from_datetime(datetime.max.replace(tzinfo=UTC))


def parse_instant(text: str, tz: tzinfo) -> int:
    """Return the instant an ISO 8601 text names; a date alone means the end of that day in `tz`.

    A time without an offset is read in `tz`. Raises InstantRefused for anything else.
    """
    text = text.strip()
    try:
        instant = _read_instant(text, tz)
    except (ValueError, OverflowError):
        instant = LATEST + 1
    if not EARLIEST <= instant <= LATEST:
        raise InstantRefused(
            f"“{text[:60]}” is no date or time; write it like 2023-08-04 or 2023-08-04T12:00Z."
        )
    return instant


def _read_instant(text: str, tz: tzinfo) -> int:
    if _DATE.fullmatch(text):
        return end_of_day(date.fromisoformat(text), tz)
    moment = datetime.fromisoformat(text)
    return from_datetime(moment if moment.tzinfo else moment.replace(tzinfo=tz))


@lru_cache(maxsize=65_536)
def format_instant(instant: int) -> str:
    """Return the instant as RFC 3339 in UTC, with a fraction only where there is one."""
    return to_datetime(instant).isoformat().replace("+00:00", "Z")
