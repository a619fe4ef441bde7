"""Dates as they are announced: a day, a month or a year, in ISO 8601."""

from __future__ import annotations

from datetime import date, timedelta, tzinfo

from clapometer.instants import LATEST, start_of_day

_ONE_DAY = timedelta(days=1)


def span_of(text: str) -> tuple[date, date]:
    """Return the first and the last day of a date like 2023-08-03, 2023-08 or 2023."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        day = date(*parts)
        return day, day
    first = date(parts[0], parts[1] if len(parts) == 2 else 1, 1)
    month, year = (first.month % 12 + 1, first.year + first.month // 12)
    if len(parts) == 1:
        month, year = 1, first.year + 1
    return first, (date(year, month, 1) - _ONE_DAY if year <= date.max.year else date.max)


def passes_at(text: str, zone: tzinfo) -> int:
    """Return when what was dated so must be out: as the day begins, the month or year is over."""
    first, last = span_of(text)
    if first == last:
        return start_of_day(first, zone)
    return start_of_day(last + _ONE_DAY, zone) if last < date.max else LATEST


def agree(one: str, other: str) -> bool:
    """Return whether two dates can be the same day."""
    (first, last), (begin, end) = span_of(one), span_of(other)
    return first <= end and begin <= last
