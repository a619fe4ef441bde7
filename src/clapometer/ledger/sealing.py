"""Sealing texts that may have to be erased: the log holds a salted commitment, never the words."""

from __future__ import annotations

import os
from hashlib import sha256
from typing import NamedTuple

SALT_BYTES = 16


class Sealed(NamedTuple):
    """A text with its salt, kept beside the log, and the commitment that the log holds."""

    salt: bytes
    text: str
    commitment: str


def seal(text: str) -> Sealed:
    """Return the text sealed with a fresh salt."""
    salt = os.urandom(SALT_BYTES)
    return Sealed(salt, text, commit(salt, text))


def commit(salt: bytes, text: str) -> str:
    """Return the commitment: SHA-256 over salt and UTF-8 text, in hexadecimal.

    The salt keeps a short text from being guessed from its hash once the text is erased.
    """
    return sha256(salt + text.encode()).hexdigest()
