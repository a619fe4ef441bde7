"""What day, month or year a phrase is, told from the day of the story."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from functools import lru_cache

import dateparser

from .counting import counted
from .tense import FUTURE, PAST

Told = dict[str, str]
Tense = Callable[[], int]
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SEASON_MONTHS = {"spring": 3, "summer": 6, "fall": 9, "autumn": 9, "winter": 12}
HOLIDAYS: Mapping[str, tuple[int, int]] = {
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "halloween": (10, 31),
    "valentine's day": (2, 14),
    "independence day": (7, 4),
    "the fourth of july": (7, 4),
    "july fourth": (7, 4),
    "st patrick's day": (3, 17),
    "st. patrick's day": (3, 17),
}
"""Holidays that fall on the same day every year."""
_MOVABLE: Mapping[str, tuple[int, int, int]] = {
    "thanksgiving": (11, 3, 28),
    "labor day": (9, 0, 7),
    "memorial day": (5, 0, 31),
}
"""Holidays that are the last such weekday of a month up to a day: month, weekday, day."""
_FRIDAY = 4
_CLOSE = 45
"""A day this near to the story is meant whatever the tense says: dates are told of in the past
that have not come yet."""
_STEPS = {"last": -1, "this": 0, "next": 1}
_FEW = {"a couple of": 2, "a few": 3, "several": 3}


def resolved(kind: str, told: Told, published: date | None, tense: Tense) -> str | None:
    """Return the time of a phrase as an ISO date as precise as it is, None if it cannot be told.

    `tense` is asked only where the day of the story leaves two answers: a month and day without a
    year are the last one before the story or the first one after it.
    """
    if kind == "holiday":
        return _holiday(told, published, tense)
    if "month" in told or "number" in told:
        return _in_month(told, published, tense)
    if "year" in told:
        return told["year"]
    if published is None:
        return None
    if "end" in told:
        return str(published.year)
    if "next" in told:
        return str(published.year + (published.month > 2))
    return _around(kind, told, published, tense)


def following(told: Told, before: str | None) -> str | None:
    """Return the month or day of “the following January”, counted from the time told before it."""
    if before is None or not re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", before):
        return None
    year, month = int(before[:4]), int(before[5:7])
    if "month" in told:
        wanted = _month(told["month"])
        return f"{year + (wanted <= month)}-{wanted:02}"
    if "weekday" in told and len(before) == 10:
        day = date.fromisoformat(before)
        ahead = (_WEEKDAYS.index(told["weekday"][:3].casefold()) - day.weekday()) % 7
        return (day + timedelta(ahead or 7)).isoformat()
    return None


def _in_month(told: Told, published: date | None, tense: Tense) -> str | None:
    month = int(told["number"]) if "number" in told else _month(told["month"])
    day = int(told["day"].rstrip("stndrh")) if "day" in told else None
    year = int(told["year"]) if "year" in told else None
    if "later" in told:
        year = int(told["later"])
    if "of" in told and published is not None:
        year = published.year + _STEPS[told["of"]]
    if year is not None and year < 100:
        year += 2000
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= _length(year, month)):
        return None
    if year is None and published is not None:
        year = _year_of(month, day, published, _way(told, tense))
    if year is None:
        return None if day is None else f"--{month:02}-{day:02}"
    return f"{year}-{month:02}" + ("" if day is None else f"-{day:02}")


def _length(year: int | None, month: int) -> int:
    return monthrange(year or 2024, month)[1]


def _way(told: Told, tense: Tense) -> int:
    """Return whether a phrase looks back or ahead: by its own word, else by its verb."""
    which = told.get("which", "").casefold()
    if which in ("last", "since", "back in") or "past" in which:
        return PAST
    if which in ("next", "until", "till", "by", "come", "towards", "toward") or "coming" in which:
        return FUTURE
    return tense()


def _year_of(month: int, day: int | None, published: date, way: int) -> int:
    """Return the year of a month without one: the last before the story, the next after it, or
    without a tense the nearest."""
    here = published.year
    there = (month, day if day is not None else published.day)
    years = [here - 1, here, here + 1]
    nearest = min(years, key=lambda year: abs((_safe(year, *there) - published).days))
    close = abs((_safe(nearest, *there) - published).days) <= _CLOSE
    if way == 0 or (day is not None and close):
        return nearest
    now = (published.month, published.day)
    if way == PAST:
        return here if there <= now else here - 1
    return here if there >= now else here + 1


def _safe(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, monthrange(year, month)[1]))


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].casefold()) + 1


def _holiday(told: Told, published: date | None, tense: Tense) -> str | None:
    name = told["holiday"].casefold().replace("’", "'")
    month, day = HOLIDAYS.get(name) or _movable(name, int(told.get("year", "2024")))
    year = told.get("year")
    if year is None and published is not None:
        year = str(_year_of(month, day, published, tense()))
    if year is None:
        return f"--{month:02}-{day:02}" if name in HOLIDAYS else None
    if name not in HOLIDAYS:
        month, day = _movable(name, int(year))
    return f"{year}-{month:02}" + ("" if "weekend" in told else f"-{day:02}")


def _movable(name: str, year: int) -> tuple[int, int]:
    """Return the month and day of a holiday that falls on another day each year."""
    if name == "easter":
        return _easter(year)
    month, weekday, last = _MOVABLE[name]
    days = [day for day in range(1, last + 1) if date(year, month, day).weekday() == weekday]
    return month, days[-1]


def _easter(year: int) -> tuple[int, int]:
    """Return the month and day of Easter Sunday, by the rule that holds from 1900 to 2099."""
    moon = (19 * (year % 19) + 24) % 30
    since = moon + (2 * (year % 4) + 4 * (year % 7) + 6 * moon + 5) % 7
    late = since == 35 or (since == 34 and moon == 28 and year % 19 > 10)
    day = date(year, 3, 22) + timedelta(since - 7 if late else since)
    return day.month, day.day


def _around(kind: str, told: Told, published: date, tense: Tense) -> str | None:
    match kind:
        case "weekday":
            return _weekday(told, published, tense).isoformat()
        case "day around":
            return _beside(told["around"], published).isoformat()
        case "season of a year":
            return str(_season_year(told, published, tense))
        case "year or month around":
            return _unit(told["which"].casefold(), told["unit"], published, tense)
    return _counted(kind, told, published)


def _weekday(told: Told, published: date, tense: Tense) -> date:
    wanted = _WEEKDAYS.index(told["weekday"][:3].casefold())
    ahead = (wanted - published.weekday()) % 7
    which = told.get("which", "").casefold()
    if which == "last" or "past" in which:
        return published - timedelta((-ahead % 7) or 7)
    if which == "next":
        return published + timedelta(ahead or 7)
    if which or tense() == FUTURE:
        return published + timedelta(ahead)
    return published - timedelta(-ahead % 7)


def _beside(word: str, published: date) -> date:
    days = {"yesterday": -1, "last night": -1, "tomorrow": 1, "the day after tomorrow": 2}
    return published + timedelta(days.get(word.casefold(), 0))


def _season_year(told: Told, published: date, tense: Tense) -> int:
    """Return the year of “last autumn”, “next spring” and “in the summer”."""
    begins = _SEASON_MONTHS[told["season"].casefold()]
    which = told["which"].casefold()
    if which == "last":
        return published.year - (published.month <= begins)
    if which == "next":
        return published.year + (published.month >= begins)
    if which.startswith("this"):
        return published.year
    ends, way = begins + 2, tense()
    if way == FUTURE and published.month > ends:
        return published.year + 1
    return published.year - (way == PAST and published.month < begins)


def _unit(which: str, unit: str, published: date, tense: Tense) -> str | None:
    """Return the year or month of “later this year” and “next month”; a week is as precise as
    the month that holds all of it."""
    step = -1 if "last" in which or "previous" in which else 1 if "next" in which else 0
    if "following" in which:
        return None
    if which.endswith(" the") and published.weekday() < _FRIDAY and tense() != FUTURE:
        step = -1
    if unit == "year":
        return str(published.year + step)
    if unit == "month":
        month = published.month + step
        return f"{published.year + (month - 1) // 12}-{(month - 1) % 12 + 1:02}"
    monday = published + timedelta(7 * step - published.weekday())
    first = monday + timedelta(4) if unit == "weekend" else monday
    last = monday + timedelta(6)
    return f"{first:%Y-%m}" if first.month == last.month else f"{last:%Y}"


def _counted(kind: str, told: Told, published: date) -> str | None:
    """Return the time of “three weeks ago”: days exactly, longer units as precise as they are."""
    if told.get("way") == "earlier":
        return None
    many = _FEW.get(told["many"].casefold()) or counted(told["many"])
    unit = told["unit"]
    if not many:
        return None
    if unit == "fortnight":
        many, unit = 2 * many, "week"
    ahead = kind == "in so many" or told.get("way") == "from now"
    day = _parsed(f"in {many} {unit}s" if ahead else f"{many} {unit}s ago", published)
    if day is None:
        return None
    exact = told["many"].casefold() not in _FEW
    forms = {"day": "%Y-%m-%d" if exact else "%Y-%m", "week": "%Y-%m", "month": "%Y-%m"}
    return day.strftime(forms.get(unit, "%Y"))


@lru_cache(maxsize=4096)
def _parsed(words: str, published: date) -> date | None:
    """Return a day that is counted from another, by the calendar's rules of dateparser."""
    base = {"RELATIVE_BASE": datetime.combine(published, time(12))}
    found = dateparser.parse(words, languages=["en"], settings=base)
    return found.date() if found else None
