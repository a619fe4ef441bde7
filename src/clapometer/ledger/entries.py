"""Entries: a draft before it is written, the entry after, and its leaf hash."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from typing import Any, NamedTuple, TypeAlias

import orjson

from clapometer.instants import format_instant

from .canonical import Value
from .sealing import Sealed

LEAF_PREFIX = b"\x00"
Texts: TypeAlias = dict[str, Sealed]


@dataclass(slots=True)
class Draft:
    """A fact to be written.

    `subject` is what it is about (`work:17`); a draft that brings a thing into being leaves the
    number out (`work:`), because the thing is named after the position its entry will get.
    `texts` are kept beside the log; the body gets their commitments under the same names.
    """

    kind: str
    subject: str
    body: dict[str, Value]
    happened_at: int | None = None
    texts: Texts = field(default_factory=dict)


class Entry(NamedTuple):
    """A fact as written. `body` is canonical JSON text; `data` the same, read.

    A NamedTuple, because imports of millions of rows make one of each.
    """

    seq: int
    kind: str
    happened_at: int | None
    recorded_at: int
    actor: str
    subject: str
    body: str
    leaf: bytes

    @property
    def data(self) -> dict[str, Any]:
        """Return the body as a dictionary."""
        loaded: dict[str, Any] = orjson.loads(self.body)
        return loaded

    @property
    def subject_id(self) -> int:
        """Return the number in the subject (17 of `work:17`)."""
        return int(self.subject[self.subject.index(":") + 1 :])


def canonical_entry(
    actor: str, body: bytes, happened_at: int | None, kind: str, recorded_at: int, subject: str
) -> bytes:
    """Return the bytes a leaf is made from: the RFC 8785 object of these six members.

    The position is not among them: the tree over the leaves commits to it.
    """
    return b'{"actor":%b,"body":%b,"happened_at":%b,"kind":%b,"recorded_at":%b,"subject":%b}' % (
        _quoted(actor),
        body,
        _dated(happened_at),
        _quoted(kind),
        _dated(recorded_at),
        orjson.dumps(subject),
    )


@lru_cache(maxsize=65_536)
def _dated(instant: int | None) -> bytes:
    return b"null" if instant is None else b'"%b"' % format_instant(instant).encode()


@lru_cache(maxsize=1024)
def _quoted(text: str) -> bytes:
    return orjson.dumps(text)


def leaf_hash(entry: bytes) -> bytes:
    """Return the leaf of an entry as RFC 9162, section 2.1.1, defines it."""
    return sha256(LEAF_PREFIX + entry).digest()
