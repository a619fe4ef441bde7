"""Finding works by words, and the one work a person names."""

from __future__ import annotations

import re
from collections.abc import Sequence

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
    """Return the works whose label holds every word, best first.

    An exact label comes first, then those that begin with the words; among equals the shortest
    label, then the newest work. Where no label holds a year that stands at the end of the words,
    it is taken for the year of the work.
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
    clauses, values = _clauses(list(dict.fromkeys(key.split())))
    if year is not None:
        clauses.append("w.year = %s")
        values.append(year)
    # The order is the database's work: a short word is in more titles than are worth fetching.
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT w.id FROM catalogue_work w WHERE {' AND '.join(clauses)}"
            " ORDER BY w.key <> %s, substr(w.key, 1, %s) <> %s, length(w.key),"
            " coalesce(w.year, 0) DESC, w.id LIMIT %s",
            [*values, key, len(key), key, limit],
        )
        return [row[0] for row in cursor.fetchall()]


def _clauses(words: list[str]) -> tuple[list[str], list[str | int]]:
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
        clauses.append("w.id IN (SELECT rowid FROM catalogue_search WHERE key MATCH %s)")
        values.append(" AND ".join(phrases))
        words = [word for word in words if len(word) < _TRIGRAM]
    for word in words:
        literal = re.sub(r"([!%_])", r"!\1", word)
        begins = len(word) < _TRIGRAM
        patterns = [f"{literal}%", f"% {literal}%"] if begins else [f"%{literal}%"]
        clauses.append(f"({' OR '.join(['w.key LIKE %s ESCAPE %s'] * len(patterns))})")
        values += [value for pattern in patterns for value in (pattern, "!")]
    return clauses, values


def resolve_work(name: str) -> Work:
    """Return the work a person names.

    A name is an id, an outside identifier, or an exact title with a year or without.
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
    works = list(Work.objects.filter(key=fold(name)).order_by("id")) if name else []
    parts = None if works else _title_and_year(name)
    if parts is None:
        return works
    return list(Work.objects.filter(key=fold(parts[0]), year=parts[1]).order_by("id"))


def _title_and_year(name: str) -> tuple[str, int] | None:
    match = _TITLE_YEAR.fullmatch(name.strip())
    return (match["title"], int(match["year"])) if match else None
