"""Texts beside the log: a salted commitment in the entry, the words in a table of their own."""

from __future__ import annotations

import os
from collections.abc import Iterable
from hashlib import sha256

from django.db import connection

SALT_BYTES = 16


def commit(salt: bytes, text: str) -> str:
    """Return the commitment: SHA-256 over salt and UTF-8 text, in hexadecimal.

    The salt keeps a short text from being guessed from its hash once the text is erased.
    """
    return sha256(salt + text.encode()).hexdigest()


def fresh_salt() -> bytes:
    """Return a new salt."""
    return os.urandom(SALT_BYTES)


def read_texts(seqs: Iterable[int], field: str) -> dict[int, str]:
    """Return the texts of a field by the position of their entry; erased ones are missing."""
    wanted = list(seqs)
    found: dict[int, str] = {}
    with connection.cursor() as cursor:
        for start in range(0, len(wanted), 900):
            part = wanted[start : start + 900]
            marks = ",".join(["%s"] * len(part))
            cursor.execute(
                f"SELECT seq, text FROM ledger_ledgertext WHERE field = %s AND seq IN ({marks})",
                [field, *part],
            )
            found.update(cursor.fetchall())
    return found
