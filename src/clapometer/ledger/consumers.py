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
    return _cursors([name]).get(name, 0)


def follow(entries: Sequence[Entry], names: Sequence[str] | None = None) -> None:
    """Feed just-written entries to all consumers, or those named, in the writing transaction.

    All cursors are read in one statement and moved in one, when the last consumer has taken the
    entries in: one by one they were most of what a short writing asked of the database.
    """
    if not entries:
        return
    before, until = entries[0].seq - 1, entries[-1].seq
    fed = [one for one in _consumers.values() if names is None or one.name in names]
    cursors = _cursors([one.name for one in fed])
    for consumer in fed:
        after = cursors.get(consumer.name, 0)
        consumer.advance(Span(after, until, entries if after == before else None))
    _move([one.name for one in fed], until)


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
    cursors = _cursors(list(_consumers))
    return any(cursors.get(name, 0) < until for name in _consumers)


def rebuild() -> int:
    """Throw every projection away and build it again; return the position reached."""
    with transaction.atomic():
        lock()
        for consumer in reversed(_consumers.values()):
            consumer.clear()
            _move([consumer.name], 0)
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
            _move([consumer.name], upper)


def _cursors(names: Sequence[str]) -> dict[str, int]:
    """Return how far those of the consumers have read that have begun."""
    if not names:
        return {}
    wanted = ", ".join(["%s"] * len(names))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT name, seq FROM ledger_ledgercursor WHERE name IN ({wanted})", names)
        return dict(cursor.fetchall())


def _move(names: Sequence[str], seq: int) -> None:
    if not names:
        return
    rows = ", ".join(["(%s, %s)"] * len(names))
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO ledger_ledgercursor (name, seq) VALUES {rows}"
            " ON CONFLICT (name) DO UPDATE SET seq = excluded.seq",
            [value for name in names for value in (name, seq)],
        )
