"""Writing to the ledger: one at a time, positions without a gap, recorded_at always growing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.db import connection, transaction

from clapometer.instants import now

from .bulk import insert_rows
from .canonical import check, encode
from .consumers import follow
from .entries import Draft, Entry, canonical_entry, leaf_hash
from .locking import lock

_ENTRY_COLUMNS = ("seq", "kind", "happened_at", "recorded_at", "actor", "subject", "body", "leaf")
_TEXT_COLUMNS = ("seq", "field", "salt", "text")


class Writer:
    """Appends entries while its transaction holds the write lock."""

    def __init__(
        self, actor: str, seq: int, recorded_at: int, followers: Sequence[str] | None
    ) -> None:
        self.actor = actor
        self.seq = seq
        self.recorded_at = recorded_at
        self._followers = followers

    def append(self, drafts: Sequence[Draft]) -> list[Entry]:
        """Write the drafts in order; return them as entries, already applied to the projections."""
        texts: list[tuple[int, str, bytes, str]] = []
        entries = [self._entry(draft, texts) for draft in drafts]
        insert_rows("ledger_ledgerentry", _ENTRY_COLUMNS, entries)
        if texts:
            insert_rows("ledger_ledgertext", _TEXT_COLUMNS, texts)
        follow(entries, self._followers)
        return entries

    def append_one(self, draft: Draft) -> Entry:
        """Write one draft."""
        return self.append([draft])[0]

    def _entry(self, draft: Draft, texts: list[tuple[int, str, bytes, str]]) -> Entry:
        self.seq = seq = self.seq + 1
        kind, subject, body, happened_at = draft.kind, draft.subject, draft.body, draft.happened_at
        check(body)
        for field, sealed in draft.texts.items():
            texts.append((seq, field, sealed.salt, sealed.text))
            body[field] = {"sha256": sealed.commitment}
        encoded = encode(body)
        if subject[-1] == ":":
            subject = f"{subject}{seq}"
        recorded_at, actor = self.recorded_at, self.actor
        whole = canonical_entry(actor, encoded, happened_at, kind, recorded_at, subject)
        return Entry(
            seq, kind, happened_at, recorded_at, actor, subject, encoded.decode(), leaf_hash(whole)
        )


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
        lock()
        seq, last = _head()
        yield Writer(
            actor, seq, max(now() if recorded_at is None else recorded_at, last + 1), followers
        )


def _head() -> tuple[int, int]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT seq, recorded_at FROM ledger_ledgerentry ORDER BY seq DESC LIMIT 1")
        row = cursor.fetchone()
    return (row[0], row[1]) if row else (0, 0)
