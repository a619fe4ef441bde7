"""The shape in which every catalogue is handed over: works with identifiers and statements."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple, TypeAlias

from ..text import clean, clean_prose

WHEN = "when"
"""The field of a statement that tells its time."""
PERSON = "person"
"""The field of a credit that holds the source's identifier of a person."""
LONGEST_TITLE = 300
LONGEST_PROSE = 5_000
YEARS = range(1870, 2101)
"""Years outside of these are mistakes."""
Json: TypeAlias = Mapping[str, Any]


class Statement(NamedTuple):
    """One fact about a work: its kind, and its fields as a person would type them."""

    kind: str
    said: tuple[tuple[str, str], ...]


class SourcePerson(NamedTuple):
    """Somebody who is credited."""

    identifier: str
    name: str


class SourceWork(NamedTuple):
    """One work as a catalogue tells it; empty text and None mean that it does not say."""

    row: int
    """Its place in what was read, from 1."""
    key: str
    """What names it within this reading: its identifier, or one made of that of its series."""
    identifiers: tuple[str, ...]
    kind: str
    title: str
    year: int | None = None
    released: str = ""
    """The day, month or year of its release, in ISO 8601."""
    parent: str = ""
    """The key of the series or season it is a part of."""
    number: int | None = None
    other_titles: tuple[str, ...] = ()
    """Titles to know it by; those to be kept are statements."""
    statements: tuple[Statement, ...] = ()
    people: tuple[SourcePerson, ...] = ()
    status: str = ""
    """How it stands, in the catalogue's own word."""
    status_day: str = ""
    """Since when it stands so, in ISO 8601."""
    link: str = ""
    """The page of the work at the catalogue."""


def statement(kind: str, **said: str | int | None) -> Statement:
    """Return a statement without its empty fields."""
    told = ((name, str(value)) for name, value in said.items() if value not in (None, ""))
    return Statement(kind, tuple(told))


def as_text(value: object, longest: int = LONGEST_TITLE) -> str:
    """Return a text of one line, "" for anything else."""
    return clean_prose(value)[:longest].rstrip() if isinstance(value, str) else ""


def as_whole(value: object, most: int = 10**12) -> int | None:
    """Return a whole number from 0, None for anything else; a text of digits is one."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= 15:
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if 0 <= value <= most else None


def as_object(value: object) -> Json:
    """Return a JSON object, an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def as_objects(value: object) -> list[Json]:
    """Return the objects of a JSON list, none for anything else."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def as_day(value: object) -> str:
    """Return a day, month or year in ISO 8601 within YEARS, "" for anything else."""
    text = clean(value) if isinstance(value, str) else ""
    found = _DAY.fullmatch(text)
    if not found or int(found[1]) not in YEARS:
        return ""
    try:
        date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        return ""
    return text


def year_of(day: str) -> int | None:
    """Return the year of a day in ISO 8601."""
    return int(day[:4]) if day else None


def each_once(found: Iterable[Statement]) -> tuple[Statement, ...]:
    """Return the statements without repetitions."""
    return tuple(dict.fromkeys(found))


_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
