"""The consumer that keeps which rules the site has adopted, and which of them is in force when."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import Any, NamedTuple

from django.db import connection

from clapometer.ledger import consumers
from clapometer.ledger.bulk import clear_table
from clapometer.ledger.entries import Entry
from clapometer.scoring.keys import is_identifier
from clapometer.scoring.rules import Rule, rule_from
from clapometer.scoring.timetable import Adoption, Timetable

from . import models

NAME = "rules"
_COLUMNS = "seq, since, recorded_at, undone_at, digest"
_held: ContextVar[dict[int | None, Timetable] | None] = ContextVar("timetables", default=None)


class Kept(NamedTuple):
    """A row of the table of adoptions, without the rule."""

    seq: int
    since: int | None
    recorded_at: int
    undone_at: int | None
    digest: str

    def counts(self, known: int | None) -> bool:
        """Return whether the adoption is recorded and not taken back, as known at the instant."""
        if known is None:
            return self.undone_at is None
        return self.recorded_at <= known and (self.undone_at is None or self.undone_at > known)


def register() -> None:
    """Make the consumer known to the ledger, before those that score by its rules."""
    consumers.register(consumers.Consumer(NAME, advance, clear))


def clear() -> None:
    """Empty the table."""
    clear_table("reviews_adoption")


def advance(span: consumers.Span) -> None:
    """Take in the entries about rules."""
    for entry in span.entries():
        if entry.kind == "rule.adopted":
            _adopted(entry)
        elif entry.kind == "rule.undone":
            models.Adoption.objects.filter(seq=entry.subject_id, undone_by=None).update(
                undone_by=entry.seq, undone_at=entry.recorded_at
            )


def _adopted(entry: Entry) -> None:
    data = entry.data
    models.Adoption.objects.create(
        seq=entry.seq,
        since=entry.happened_at,
        recorded_at=entry.recorded_at,
        name=data["name"],
        digest=data["digest"],
        data=json.dumps(data["data"]),
        reason=data["reason"],
    )


def timetable(
    fallback: Callable[[], Rule], known: int | None = None, but: int | None = None
) -> Timetable:
    """Return which adopted rule is in force when, as known at the instant (None: all there is).

    Before the first adoption was recorded its rule holds. Where every adoption was taken back, and
    where none was made, the rule that `fallback` returns has always been in force. `but`: without
    the adoption at this position.
    """
    memory = _held.get()
    if memory is None or but is not None:
        return _read(fallback, known, but)
    if known not in memory:
        memory[known] = _read(fallback, known, None)
    return memory[known]


def _read(fallback: Callable[[], Rule], known: int | None, but: int | None) -> Timetable:
    kept = [one for one in adoptions() if one.seq != but]
    counting = [one for one in kept if one.counts(known)]
    if not counting and known is not None and kept and kept[0].recorded_at > known:
        counting = [kept[0]]
    if not counting:
        return Timetable([Adoption(None, fallback())])
    return _timetable(tuple(counting))


def adoptions() -> list[Kept]:
    """Return every adoption, in the order in which they were recorded."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {_COLUMNS} FROM reviews_adoption ORDER BY seq")
        return [Kept._make(row) for row in cursor.fetchall()]


def changed_since(seq: int) -> bool:
    """Return whether a rule was adopted or taken back after the position."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT 1 FROM reviews_adoption WHERE seq > %s OR undone_by > %s LIMIT 1", [seq, seq]
        )
        return cursor.fetchone() is not None


@contextmanager
def read_once() -> Iterator[None]:
    """Read each timetable once within: a page asks for it many times."""
    token = _held.set({})
    try:
        yield
    finally:
        _held.reset(token)


def adopted_data(name: str) -> dict[str, Any] | None:
    """Return the data of the rule of this name that was adopted last, None if none was."""
    if not is_identifier(name):
        return None  # PostgreSQL would not even take every text for a question.
    found = models.Adoption.objects.filter(name=name).order_by("-seq").first()
    data: dict[str, Any] | None = None if found is None else json.loads(found.data)
    return data


@lru_cache(maxsize=64)
def _timetable(kept: tuple[Kept, ...]) -> Timetable:
    # The digest is part of each row, so that what is remembered holds for every database.
    rules = _rules([one.seq for one in kept])
    return Timetable(Adoption(o.since, rules[o.seq], o.seq, o.recorded_at) for o in kept)


def _rules(seqs: list[int]) -> dict[int, Rule]:
    rows = models.Adoption.objects.filter(seq__in=seqs).values_list("seq", "data")
    return {seq: _rule(data) for seq, data in rows}


@lru_cache(maxsize=256)
def _rule(data: str) -> Rule:
    return rule_from(json.loads(data))
