"""Works to compare with, kept so that the few that can be meant are found among many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rapidfuzz import fuzz, process

from .forms import Form, forms
from .points import NEAR_FROM, NEAR_LETTERS, YEAR_POINTS


class Known(NamedTuple):
    """A work of the catalogue: what it is called, first the title it has here."""

    work: int
    titles: tuple[str, ...]
    year: int | None
    kind: str
    identifiers: frozenset[str] = frozenset()


class Incoming(NamedTuple):
    """A work as a source tells it. `kind` "" and year None: the source does not say."""

    titles: tuple[str, ...]
    year: int | None = None
    kind: str = ""
    identifiers: frozenset[str] = frozenset()


class Shelf:
    """Works by the forms of their titles, by year and by identifier."""

    def __init__(self, works: Iterable[Known] = ()) -> None:
        self._by_key: dict[str, dict[int, Known]] = defaultdict(dict)
        self._by_year: dict[int | None, dict[str, list[Known]]] = defaultdict(dict)
        self._by_identifier: dict[str, Known] = {}
        for work in works:
            self.put(work)

    def put(self, work: Known) -> None:
        """Put a work on the shelf."""
        for form in all_forms(work.titles):
            self._by_key[form.key][work.work] = work
            if form.way != "main":
                self._by_year[work.year].setdefault(form.key, []).append(work)
        for identifier in work.identifiers:
            self._by_identifier.setdefault(identifier, work)

    def identified(self, incoming: Incoming) -> list[Known]:
        """Return the works that have one of the identifiers, each once."""
        found = (self._by_identifier.get(one) for one in sorted(incoming.identifiers))
        return list({work.work: work for work in found if work}.values())

    def has_form_of(self, incoming: Incoming) -> bool:
        """Return whether some work has a form of one of the titles: told quickly, for long lists,
        without looking for titles that are only near."""
        return any(form.key in self._by_key for form in all_forms(incoming.titles))

    def candidates(self, incoming: Incoming) -> list[Known]:
        """Return the works that may be meant: a form of the title is the same, or nearly so."""
        found: dict[int, Known] = {}
        for form in all_forms(incoming.titles):
            found.update(self._by_key.get(form.key, {}))
            if form.way != "main" and len(form.key) >= NEAR_LETTERS:
                found.update((work.work, work) for work in self._near(form.key, incoming.year))
        return [work for _, work in sorted(found.items())]

    def _near(self, key: str, year: int | None) -> Iterator[Known]:
        if year is None:
            return
        reach = max(YEAR_POINTS)
        for one in (*range(year - reach, year + reach + 1), None):
            shelved = self._by_year.get(one)
            if not shelved:
                continue
            near = process.extract(key, shelved.keys(), scorer=fuzz.ratio, score_cutoff=NEAR_FROM)
            for other, _, _ in near:
                yield from shelved[other]


def all_forms(titles: Iterable[str]) -> tuple[Form, ...]:
    """Return the forms of all the titles."""
    return tuple(form for title in titles for form in forms(title))
