"""From identifiers and titles in files to works of the catalogue; unknown ones are added."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from clapometer.catalogue.drafts import work_added
from clapometer.catalogue.folding import fold
from clapometer.catalogue.models import Identifier
from clapometer.ledger.bulk import look_up
from clapometer.ledger.entries import Draft

from .preparing import WorkName

_AT_ONCE = 500
Appender = Callable[[list[Draft]], list[int]]


class Ambiguous(NamedTuple):
    """Several works answer to a name; a person has to say which."""

    candidates: tuple[str, ...]


class Titled(NamedTuple):
    """A work under its folded title."""

    key: str
    work: int
    year: int | None
    label: str
    kind: str

    def __str__(self) -> str:
        dated = f"{self.label} ({self.year})" if self.year else self.label
        return f"{dated} w{self.work}"


class TitleBook:
    """The ids of works, by how a file names them."""

    def __init__(self, may_add: Callable[[WorkName], bool] = lambda _: True) -> None:
        self._may_add = may_add
        # Names that are unknown and may not be added are missing.
        self.ids: dict[WorkName, int | Ambiguous] = {}
        # Identifiers that are not in the catalogue yet, as a preview numbers them.
        self.known: dict[str, int] = {}
        self._titled: dict[str, list[Titled]] = {}
        self.added = 0

    def forget(self) -> None:
        """Forget what the catalogue knows: somebody else may have changed it."""
        self.ids.clear()

    def learn(self, names: Iterable[WorkName], append: Appender) -> set[int]:
        """Make sure that `ids` has every one of the names; append works new to the site.

        Returns the new ones. The names that say most come first, so that a title without a year
        means the work that another row of the same file dates, wherever in the file that row is.
        """
        unknown = sorted(set(names).difference(self.ids), key=str)
        stages: tuple[list[WorkName], ...] = ([], [], [])
        for name in unknown:
            stages[0 if name.identifier else 1 if name.year is not None else 2].append(name)
        return {work for stage in stages if stage for work in self._learn(stage, append)}

    def _learn(self, unknown: list[WorkName], append: Appender) -> list[int]:
        by_identifier = known_identifiers(name.identifier for name in unknown)
        by_title = self._by_title([name for name in unknown if not name.identifier])
        fresh: list[WorkName] = []
        for name in unknown:
            found = (
                by_identifier.get(name.identifier) or self.known.get(name.identifier)
                if name.identifier
                else by_title.get(name)
            )
            if found is not None:
                self.ids[name] = found
            elif self._may_add(name):
                fresh.append(name)
        groups = _grouped(fresh)
        ids = append([_draft(group[0]) for group in groups])
        self.added += len(groups)
        for group, work in zip(groups, ids, strict=True):
            self.ids.update((name, work) for name in group)
            if work < 0:
                self._remember(group[0], work)
        return ids

    def _remember(self, name: WorkName, work: int) -> None:
        """Keep a work that only a preview has, where later rows look for it."""
        if name.identifier:
            self.known[name.identifier] = work
        draft = _draft(name).body
        titled = Titled(fold(str(draft["title"])), work, name.year, str(draft["title"]),
                        str(draft["kind"]))  # fmt: skip
        self._titled.setdefault(titled.key, []).append(titled)

    def _by_title(self, names: list[WorkName]) -> dict[WorkName, int | Ambiguous]:
        """Return what is known under the titles, of the year and kind where the file names them."""
        wanted = {name: fold(name.title) for name in names}
        keys = sorted(set(wanted.values()))
        by_key, also = titled_works(keys), also_titled_works(keys)
        found: dict[WorkName, int | Ambiguous] = {}
        for name, key in wanted.items():
            titled = _meant(name, (*by_key.get(key, ()), *self._titled.get(key, ())))
            same = titled or _meant(name, also.get(key, ()))
            if len(same) == 1:
                found[name] = same[0].work
            elif same:
                found[name] = Ambiguous(tuple(map(str, same)))
        return found


def _meant(name: WorkName, works: Iterable[Titled]) -> list[Titled]:
    """Return those of the works that are of the year and kind which the file names, if it does."""
    return [one for one in works if name.year in (None, one.year) and name.kind in ("", one.kind)]


def _grouped(names: list[WorkName]) -> list[list[WorkName]]:
    """Return the names put together that mean one work, so that no work is added twice."""
    groups: dict[object, list[WorkName]] = {}
    for name in names:
        groups.setdefault(name.identifier or (fold(name.title), name.year), []).append(name)
    return list(groups.values())


def _draft(name: WorkName) -> Draft:
    return work_added(
        kind=name.kind or "film",
        title=name.title or name.identifier,
        year=name.year,
        identifiers=(name.identifier,) if name.identifier else (),
    )


def known_identifiers(identifiers: Iterable[str]) -> dict[str, int]:
    """Return identifier -> work for those the catalogue knows."""
    wanted = sorted({value for value in identifiers if value})
    found: dict[str, int] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        part = wanted[start : start + _AT_ONCE]
        found.update(Identifier.objects.filter(value__in=part).values_list("value", "work_id"))
    return found


def titled_works(keys: list[str]) -> dict[str, list[Titled]]:
    """Return what the catalogue has under the folded titles."""
    return _looked_up(
        keys,
        "SELECT key, id, year, label, kind FROM wanted JOIN catalogue_work ON key = title_key"
        " ORDER BY id",
    )


def also_titled_works(keys: list[str]) -> dict[str, list[Titled]]:
    """Return what the catalogue has by another title under the folded titles."""
    return _looked_up(
        keys,
        "SELECT DISTINCT a.key, w.id, w.year, w.label, w.kind FROM wanted"
        " JOIN catalogue_alias a ON a.key = title_key JOIN catalogue_work w ON w.id = a.work_id"
        " ORDER BY w.id",
    )


def _looked_up(keys: list[str], query: str) -> dict[str, list[Titled]]:
    rows = look_up(("title_key",), [(key,) for key in keys], query)
    by_key: dict[str, list[Titled]] = {}
    for row in rows:
        by_key.setdefault(row[0], []).append(Titled(*row))
    return by_key
