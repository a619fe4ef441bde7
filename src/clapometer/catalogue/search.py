"""Finding works by words, and the one work a person names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from django.db import connection

from .folding import fold
from .models import Identifier, Work

_PUBLIC_ID = re.compile(r"w(\d{1,15})", re.IGNORECASE)
_TITLE_YEAR = re.compile(r"(?P<title>.+?)[ ,]+\(?(?P<year>\d{4})\)?")
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
    label, then the newest work.
    """
    key = fold(words)
    if not key:
        return []
    ids = _matching(key.split())
    works = list(Work.objects.filter(id__in=ids).select_related("parent"))
    works.sort(key=lambda work: _nearness(work, key))
    return works[:limit]


def _nearness(work: Work, key: str) -> tuple[bool, bool, int, int, int]:
    return (
        work.key != key,
        not work.key.startswith(key),
        len(work.key),
        -(work.year or 0),
        work.id,
    )


def _matching(words: list[str], limit: int = 500) -> list[int]:
    long = [word for word in words if len(word) >= _TRIGRAM]
    short = [word for word in words if len(word) < _TRIGRAM]
    if connection.vendor == "sqlite" and long:
        # A phrase in quotes is taken literally by FTS5, so no character in it is an operator.
        table, clauses = "catalogue_search", ["key MATCH %s"]
        values = [" AND ".join('"' + word.replace('"', '""') + '"' for word in long)]
        column = "rowid"
    else:
        table, clauses, values, column, short = "catalogue_work", [], [], "id", words
    for word in short:
        clauses.append(
            "(key LIKE %s ESCAPE '!' OR key LIKE %s ESCAPE '!')"
            if len(word) < _TRIGRAM
            else "key LIKE %s ESCAPE '!'"
        )
        escaped = re.sub(r"([!%_])", r"!\1", word)
        values += [f"{escaped}%", f"% {escaped}%"] if len(word) < _TRIGRAM else [f"%{escaped}%"]
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {column} FROM {table} WHERE {' AND '.join(clauses)} LIMIT {limit}", values
        )
        return [row[0] for row in cursor.fetchall()]


def resolve_work(name: str) -> Work:
    """Return the work a person names.

    A name is an id, an outside identifier, or an exact title with a year or without.

    Raises WorkUnknown with candidates when none or several answer to the name.
    """
    found = _by_id(name) or _by_identifier(name)
    if found:
        return found
    titled = _by_title(name)
    if len(titled) == 1:
        return titled[0]
    if titled:
        raise WorkUnknown(name, titled, ambiguous=True)
    raise WorkUnknown(name, find_works(name, 10), ambiguous=False)


def _by_id(name: str) -> Work | None:
    match = _PUBLIC_ID.fullmatch(name.strip())
    return Work.objects.filter(id=int(match[1])).first() if match else None


def _by_identifier(name: str) -> Work | None:
    known = Identifier.objects.filter(value=name.strip()).select_related("work").first()
    return known.work if known else None


def _by_title(name: str) -> list[Work]:
    works = list(Work.objects.filter(key=fold(name)))
    match = _TITLE_YEAR.fullmatch(name.strip())
    if works or not match:
        return works
    return list(Work.objects.filter(key=fold(match["title"]), year=int(match["year"])))
