"""From names as printed to the ids of outlets and critics; those nobody knows yet are added.

A name that was corrected still means the one it was corrected for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.db import connection

from clapometer.catalogue.folding import fold
from clapometer.reviews.models import NOBODY
from clapometer.reviews.renaming import formerly

_AT_ONCE = 900
# Names kept in memory; beyond it the book starts afresh, so that memory stays flat.
_KEPT = 200_000

Adder = Callable[[list[str]], list[int]]


class NameBook:
    """The ids of outlets or critics, by name as printed. Spellings that fold alike are one."""

    def __init__(self, kind: str) -> None:
        self._kind, self._table = kind, f"reviews_{kind}"
        self.ids: dict[str, int] = {"": NOBODY}
        # Those that only a preview has, by folded name: no table knows them.
        self._made: dict[str, int] = {}
        self.added = 0

    def forget(self) -> None:
        """Forget what the tables know: somebody else may have taken it back."""
        self.ids = {"": NOBODY}

    def learn(self, names: Iterable[str], add: Adder) -> None:
        """Make sure that `ids` has every one of the names; `add` is given those new to the site."""
        if len(self.ids) > _KEPT:
            self.forget()
        by_key: dict[str, list[str]] = {}
        for name in set(names).difference(self.ids):
            by_key.setdefault(fold(name), []).append(name)
        known = self._look_up(list(by_key))
        known.update((key, self._made[key]) for key in by_key.keys() & self._made.keys())
        # Sorted, so that the same file gives the same ids on every machine.
        fresh = sorted(set(by_key).difference(known))
        known.update(zip(fresh, add([min(by_key[key]) for key in fresh]), strict=True))
        self._made.update((key, known[key]) for key in fresh if known[key] < 0)
        self.added += len(fresh)
        for key, names_of_key in by_key.items():
            self.ids.update((name, known[key]) for name in names_of_key)

    def _look_up(self, keys: list[str]) -> dict[str, int]:
        found: dict[str, int] = {}
        with connection.cursor() as cursor:
            for start in range(0, len(keys), _AT_ONCE):
                part = keys[start : start + _AT_ONCE]
                marks = ",".join(["%s"] * len(part))
                cursor.execute(f"SELECT key, id FROM {self._table} WHERE key IN ({marks})", part)
                found.update(cursor.fetchall())
        return formerly(self._kind, set(keys).difference(found)) | found


def id_named(kind: str, name: str) -> int:
    """Return the outlet or critic of this name; NOBODY where nobody is called so."""
    book = NameBook(kind)
    book.learn({name}, lambda unknown: [NOBODY] * len(unknown))
    return book.ids[name]
