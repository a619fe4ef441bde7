"""Finding works by words, and the one work a person names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from django.db import connection

from .folding import fold
from .models import LONGEST, Identifier, Work

_PUBLIC_ID = re.compile(r"w([0-9]{1,15})", re.IGNORECASE)
_TITLE_YEAR = re.compile(r"(?P<title>.+?)[ ,]+\(?(?P<year>[0-9]{4})\)?", re.DOTALL)
# The shortest text a trigram index can look up.
_TRIGRAM = 3


class WorkUnknown(LookupError):
    """No work, or more than one, answers to the name; `candidates` are the nearest."""

    def __init__(self, name: str, candidates: Sequence[Work], *, ambiguous: bool) -> None:
        self.name = name
        self.candidates = list(candidates)
        self.ambiguous = ambiguous
        super().__init__(
            f"{len(self.candidates)} works are called “{name}”; name one by its id."
            if ambiguous
            else f"No work is called “{name}”."
        )


def find_works(words: str, limit: int = 20) -> list[Work]:
    """Return the works whose label, or another title, holds every word, best first.

    An exact label comes first, then those that begin with the words; among equals the shortest
    label, then the newest work. Another title comes after those that works have here. Where no
    label holds a year that stands at the end of the words, it is taken for the year of the work.
    """
    found = _holding(words, limit)
    parts = None if found else _title_and_year(words)
    return _holding(parts[0], limit, parts[1]) if parts else found


def _holding(words: str, limit: int, year: int | None = None) -> list[Work]:
    key = fold(words)
    if not key or len(key) > LONGEST:
        return []
    ids = _matching(key, limit, year)
    works = Work.objects.select_related("parent").in_bulk(ids)
    return [works[one] for one in ids if one in works]


def _matching(key: str, limit: int, year: int | None) -> list[int]:
    """Return the works whose own title holds the words, and those with another title that does."""
    found = [*_ranked(OWN, key, limit, year), *_ranked(OTHER, key, limit, year)]
    return list(dict.fromkeys(one.work for one in sorted(found)))[:limit]


class _Names(NamedTuple):
    """Where names are looked up: tables, column of the key, row, index of trigrams."""

    tables: str
    key: str
    row: str
    trigrams: str


OWN = _Names("catalogue_work w", "w.key", "w.id", "catalogue_search")
OTHER = _Names(
    "catalogue_alias a JOIN catalogue_work w ON w.id = a.work_id",
    "a.key",
    "a.fact",
    "catalogue_aliassearch",
)


class _Ranked(NamedTuple):
    """A work that was found, in order: exact titles first, then those that begin so; own titles
    before others, short ones before long ones, new works before old ones."""

    inexact: bool
    inside: bool
    other: bool
    length: int
    age: int
    work: int


def _ranked(names: _Names, key: str, limit: int, year: int | None) -> list[_Ranked]:
    clauses, values = _clauses(names, list(dict.fromkeys(key.split())))
    if year is not None:
        clauses.append("w.year = %s")
        values.append(year)
    # The order is the database's work: a short word is in more titles than are worth fetching.
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {names.key} <> %s, substr({names.key}, 1, %s) <> %s, length({names.key}),"
            f" -coalesce(w.year, 0), w.id FROM {names.tables} WHERE {' AND '.join(clauses)}"
            " ORDER BY 1, 2, 3, 4, 5 LIMIT %s",
            [key, len(key), key, *values, limit],
        )
        return [
            _Ranked(bool(inexact), bool(inside), names is OTHER, length, age, work)
            for inexact, inside, length, age, work in cursor.fetchall()
        ]


def _clauses(names: _Names, words: list[str]) -> tuple[list[str], list[str | int]]:
    """Return SQL conditions, and their values, that every word is in the key.

    A word too short for the trigram index must begin a word of the key; longer ones may lie
    anywhere.
    """
    clauses: list[str] = []
    values: list[str | int] = []
    long = [word for word in words if len(word) >= _TRIGRAM]
    if connection.vendor == "sqlite" and long:
        # A phrase in quotes is taken literally by FTS5, so no character in it is an operator.
        phrases = ('"' + word.replace('"', '""') + '"' for word in long)
        clauses.append(f"{names.row} IN (SELECT rowid FROM {names.trigrams} WHERE key MATCH %s)")
        values.append(" AND ".join(phrases))
        words = [word for word in words if len(word) < _TRIGRAM]
    for word in words:
        literal = re.sub(r"([!%_])", r"!\1", word)
        begins = len(word) < _TRIGRAM
        patterns = [f"{literal}%", f"% {literal}%"] if begins else [f"%{literal}%"]
        clauses.append(f"({' OR '.join([f'{names.key} LIKE %s ESCAPE %s'] * len(patterns))})")
        values += [value for pattern in patterns for value in (pattern, "!")]
    return clauses, values


def resolve_work(name: str) -> Work:
    """Return the work a person names.

    A name is an id, an outside identifier, or an exact title with a year or without. A title that
    works have here goes before the other titles of others.
    Raises WorkUnknown with candidates when none or several answer to the name.
    """
    # What cannot be printed cannot be in a name either; PostgreSQL refuses some of it.
    name = " ".join("".join(one if one.isprintable() else " " for one in name).split())
    found = _by_id(name) or _by_identifier(name)
    if found:
        return found
    titled = _by_title(name)
    if len(titled) == 1:
        return titled[0]
    if titled:
        raise WorkUnknown(name, titled, ambiguous=True)
    raise WorkUnknown(name, _nearest(name), ambiguous=False)


def _nearest(name: str) -> list[Work]:
    """Return works to choose from: those that hold the words, or the words without their year."""
    parts = _title_and_year(name)
    return find_works(name, 10) or (_holding(parts[0], 10) if parts else [])


def _by_id(name: str) -> Work | None:
    match = _PUBLIC_ID.fullmatch(name)
    return Work.objects.filter(id=int(match[1])).first() if match else None


def _by_identifier(name: str) -> Work | None:
    known = Identifier.objects.filter(value=name).select_related("work").first()
    return known.work if known else None


def _by_title(name: str) -> list[Work]:
    """Return the works of that title; else those that are called so too, or so in that year."""
    for found in (_titled, _also_titled):
        works = found(fold(name)) if name else []
        parts = None if works else _title_and_year(name)
        if parts is not None:
            works = [work for work in found(fold(parts[0])) if work.year == parts[1]]
        if works:
            return works
    return []


def _titled(key: str) -> list[Work]:
    return list(Work.objects.filter(key=key).order_by("id"))


def _also_titled(key: str) -> list[Work]:
    return list(Work.objects.filter(aliases__key=key).order_by("id").distinct())


def _title_and_year(name: str) -> tuple[str, int] | None:
    match = _TITLE_YEAR.fullmatch(name.strip())
    return (match["title"], int(match["year"])) if match else None
