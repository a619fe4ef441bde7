"""From identifiers and titles in files to works of the catalogue; unknown ones are added."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from clapometer.catalogue.drafts import work_added, work_corrected
from clapometer.catalogue.folding import fold
from clapometer.catalogue.models import Identifier, Work
from clapometer.ledger.bulk import look_up
from clapometer.ledger.canonical import Value
from clapometer.ledger.entries import Draft
from clapometer.readers.records import WorkRecord

from .preparing import WorkName

_AT_ONCE = 500
Appender = Callable[[list[Draft]], list[int]]


class Ambiguous(NamedTuple):
    """Several works answer to a name; a person has to say which."""

    candidates: tuple[str, ...]


class TitleBook:
    """The ids of works, by how a file names them."""

    def __init__(self) -> None:
        self.ids: dict[WorkName, int | Ambiguous] = {}
        # Identifiers that are not in the catalogue yet, as a preview numbers them.
        self.known: dict[str, int] = {}
        self.added = 0

    def learn(self, names: Iterable[WorkName], append: Appender) -> set[int]:
        """Make sure that `ids` has every one of the names; append works new to the site.

        Returns the new ones.
        """
        unknown = sorted(set(names).difference(self.ids), key=str)
        by_identifier = known_identifiers(name.identifier for name in unknown)
        by_title = _by_title(name for name in unknown if not name.identifier)
        fresh: list[WorkName] = []
        for name in unknown:
            found = (
                by_identifier.get(name.identifier) or self.known.get(name.identifier)
                if name.identifier
                else by_title.get(name)
            )
            if found is None:
                fresh.append(name)
            else:
                self.ids[name] = found
        groups = _grouped(fresh)
        ids = append([_draft(group[0]) for group in groups])
        self.added += len(groups)
        for group, work in zip(groups, ids, strict=True):
            self.ids.update((name, work) for name in group)
        return set(ids)


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


def _by_title(names: Iterable[WorkName]) -> dict[WorkName, int | Ambiguous]:
    """Return what the catalogue has under the titles, of the years where the file names one."""
    wanted = {name: fold(name.title) for name in names}
    rows = look_up(
        ("title_key",),
        [(key,) for key in sorted(set(wanted.values()))],
        "SELECT key, id, year, label FROM wanted JOIN catalogue_work ON key = title_key"
        " ORDER BY id",
    )
    by_key: dict[str, list[tuple[str, int, int | None, str]]] = {}
    for row in rows:
        by_key.setdefault(row[0], []).append(row)
    found: dict[WorkName, int | Ambiguous] = {}
    for name, key in wanted.items():
        same = [row for row in by_key.get(key, ()) if name.year in (None, row[2])]
        if len(same) == 1:
            found[name] = same[0][1]
        elif same:
            found[name] = Ambiguous(
                tuple(f"{label} ({year}) w{id_}" for _, id_, year, label in same)
            )
    return found
