"""Which facts this site has, so that a file that is taken in again adds nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import Any

import orjson

from clapometer.facts.kinds import FactKind, kind_named
from clapometer.facts.models import FactVersion
from clapometer.ledger.reading import read_some

_AT_ONCE = 400
_COLUMNS = ("fact", "seq", "until", "kind", "about", "happened_at", "said")
# What takes a whole import back writes under this name, and what it took back may come again.
_WHOLE = "undo:"


def digest_of(
    kind: FactKind, about: int, said: Mapping[str, Any], happened_at: int | None
) -> bytes:
    """Return the fingerprint of what a fact says: of everything that somebody typed."""
    names = ("dated", *(field.name for field in kind.every_field))
    told = [kind.name, about, happened_at, *(said.get(name) for name in names)]
    return blake2b(orjson.dumps(told), digest_size=12).digest()


class KnownFacts:
    """The fingerprints of all versions of the facts about the works (or of the kinds) looked up.

    A fact that a person took back is known too: a file does not bring it in again. One that went
    with its whole import is not.
    """

    def __init__(self) -> None:
        self._digests: dict[tuple[str, int], set[bytes]] = {}

    def forget(self) -> None:
        """Forget what the site has."""
        self._digests.clear()

    def learn(self, pairs: Iterable[tuple[str, int]]) -> None:
        """Look up the facts of each kind about each work."""
        wanted = {pair for pair in pairs if pair not in self._digests}
        for pair in wanted:
            self._digests[pair] = set()
        works = sorted({about for _, about in wanted if about > 0})
        for start in range(0, len(works), _AT_ONCE):
            self._read(
                wanted, FactVersion.objects.filter(about__in=works[start : start + _AT_ONCE])
            )
        alone = sorted({kind for kind, about in wanted if about == 0})
        if alone:
            self._read(wanted, FactVersion.objects.filter(about=0, kind__in=alone))

    def note(self, kind: str, about: int, digest: bytes) -> bool:
        """Keep a fingerprint; return whether it is new."""
        known = self._digests.setdefault((kind, about), set())
        new = digest not in known
        known.add(digest)
        return new

    def _read(self, wanted: set[tuple[str, int]], found: Any) -> None:
        rows = list(found.order_by("fact", "seq").values_list(*_COLUMNS))
        last = {row[0]: row[2] for row in rows}
        gone = _gone_with_import(last)
        for fact, _seq, _until, name, about, happened_at, said in rows:
            kind = kind_named(name)
            if kind and (name, about) in wanted and fact not in gone:
                digest = digest_of(kind, about, orjson.loads(said), happened_at)
                self._digests[name, about].add(digest)


def _gone_with_import(last: Mapping[int, int | None]) -> set[int]:
    """Return the facts whose last version ended when the import that brought it was undone."""
    ends: Sequence[int] = [until for until in last.values() if until is not None]
    entries = read_some(ends)
    return {
        fact
        for fact, until in last.items()
        if until is not None and entries[until].actor.startswith(_WHOLE)
    }
