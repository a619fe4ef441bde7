"""Consumers: whatever is derived from the ledger, each with a cursor over its positions.

A consumer can be thrown away and built again from the first entry. It never appends.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from django.db import connection, transaction

from .entries import Entry
from .locking import lock
from .reading import head, read_entries


class Span:
    """The entries a consumer has to take in: after < seq <= until."""

    def __init__(self, after: int, until: int, entries: Sequence[Entry] | None = None) -> None:
        self.after = after
        self.until = until
        self._entries = entries

    def entries(self) -> Iterator[Entry]:
        """Yield the entries, from memory when they were just written."""
        return (
            read_entries(self.after, self.until) if self._entries is None else iter(self._entries)
        )


@dataclass(frozen=True, slots=True)
class Consumer:
    """A named reader of the ledger; `step` bounds how many entries it takes in at once (0: all)."""

    name: str
    advance: Callable[[Span], None]
    clear: Callable[[], None]
    step: int = 10_000


_consumers: dict[str, Consumer] = {}


def register(consumer: Consumer) -> None:
    """Add a consumer; those registered first are fed first."""
    _consumers[consumer.name] = consumer


def cursor_of(name: str) -> int:
    """Return how far the consumer has read."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT seq FROM ledger_ledgercursor WHERE name = %s", [name])
        row = cursor.fetchone()
    return row[0] if row else 0


def follow(entries: Sequence[Entry], names: Sequence[str] | None = None) -> None:
    """Feed just-written entries to all consumers, or those named, in the writing transaction."""
    if not entries:
        return
    before, until = entries[0].seq - 1, entries[-1].seq
    for consumer in _consumers.values():
        if names is not None and consumer.name not in names:
            continue
        after = cursor_of(consumer.name)
        consumer.advance(Span(after, until, entries if after == before else None))
        _move(consumer.name, until)


def catch_up(names: Sequence[str] | None = None) -> int:
    """Bring every consumer (or those named) to the end of the ledger; return how far that is."""
    until = head()[0]
    for consumer in _consumers.values():
        if names is None or consumer.name in names:
            _run(consumer, until)
    return until


def is_behind() -> bool:
    """Return whether some consumer has not read the whole ledger."""
    until = head()[0]
    return any(cursor_of(name) < until for name in _consumers)


def rebuild() -> int:
    """Throw every projection away and build it again; return the position reached."""
    with transaction.atomic():
        lock()
        for consumer in reversed(_consumers.values()):
            consumer.clear()
            _move(consumer.name, 0)
        return catch_up()


def _run(consumer: Consumer, until: int) -> None:
    while True:
        with transaction.atomic():
            lock()
            after = cursor_of(consumer.name)
            if after >= until:
                return
            upper = min(after + consumer.step, until) if consumer.step else until
            consumer.advance(Span(after, upper))
            _move(consumer.name, upper)


def _move(name: str, seq: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO ledger_ledgercursor (name, seq) VALUES (%s, %s)"
            " ON CONFLICT (name) DO UPDATE SET seq = excluded.seq",
            [name, seq],
        )
