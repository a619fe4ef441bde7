"""Writing to the ledger: one writer at a time, positions without a gap, recorded_at always growing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.db import connection, transaction

from clapometer.instants import now

from .bulk import insert_rows
from .canonical import Value, check, encode
from .consumers import follow
from .entries import Draft, Entry, canonical_entry, leaf_hash
from .texts import commit, fresh_salt

# Any fixed number that nothing else on the same PostgreSQL database locks.
_LOCK = 0x636C6170
_ENTRY_COLUMNS = ("seq", "kind", "happened_at", "recorded_at", "actor", "subject", "body", "leaf")
_TEXT_COLUMNS = ("seq", "field", "salt", "text")


class Writer:
    """Appends entries while its transaction holds the write lock."""

    def __init__(self, actor: str, seq: int, recorded_at: int, followers: Sequence[str] | None) -> None:
        self.actor = actor
        self.seq = seq
        self.recorded_at = recorded_at
        self._followers = followers

    def append(self, drafts: Sequence[Draft]) -> list[Entry]:
        """Write the drafts in order; return them as entries, already applied to the projections."""
        texts: list[tuple[int, str, bytes, str]] = []
        entries = [self._entry(draft, texts) for draft in drafts]
        insert_rows("ledger_ledgerentry", _ENTRY_COLUMNS, [entry[:8] for entry in entries])
        if texts:
            insert_rows("ledger_ledgertext", _TEXT_COLUMNS, texts)
        follow(entries, self._followers)
        return entries

    def append_one(self, draft: Draft) -> Entry:
        """Write one draft."""
        return self.append([draft])[0]

    def _entry(self, draft: Draft, texts: list[tuple[int, str, bytes, str]]) -> Entry:
        self.seq = seq = self.seq + 1
        body = draft.body
        check(body)
        if draft.texts:
            body = body | self._commitments(draft.texts, texts)
        encoded = encode(body)
        subject = draft.subject if draft.subject[-1] != ":" else f"{draft.subject}{seq}"
        whole = canonical_entry(
            self.actor, encoded, draft.happened_at, draft.kind, self.recorded_at, subject
        )
        return Entry(
            seq,
            draft.kind,
            draft.happened_at,
            self.recorded_at,
            self.actor,
            subject,
            encoded.decode(),
            leaf_hash(whole),
            body,
        )

    def _commitments(
        self, drafted: dict[str, str], texts: list[tuple[int, str, bytes, str]]
    ) -> dict[str, Value]:
        """Put the texts aside with a fresh salt each; return what the body says of them."""
        said: dict[str, Value] = {}
        for field, text in drafted.items():
            salt = fresh_salt()
            texts.append((self.seq, field, salt, text))
            said[field] = {"sha256": commit(salt, text)}
        return said


@contextmanager
def writing(
    actor: str, followers: Sequence[str] | None = None, recorded_at: int | None = None
) -> Iterator[Writer]:
    """Open a transaction that holds the ledger's write lock and yield its Writer.

    All entries of one transaction share one recorded_at, later than any before, so that "as known
    at that instant" names one position of the ledger for ever, even after the clock was set back.
    `followers` names the consumers that follow at once (None: all); the others catch up later.
    `recorded_at` is for a made-up story that is told after the fact, such as the demo's; whatever
    it says, it comes after the entry in front of it.
    """
    with transaction.atomic():
        _lock()
        seq, last = _head()
        yield Writer(actor, seq, max(now() if recorded_at is None else recorded_at, last + 1), followers)


def _lock() -> None:
    # SQLite took the lock when the transaction began (IMMEDIATE).
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def _head() -> tuple[int, int]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT seq, recorded_at FROM ledger_ledgerentry ORDER BY seq DESC LIMIT 1")
        row = cursor.fetchone()
    return (row[0], row[1]) if row else (0, 0)


