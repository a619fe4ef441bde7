"""Other titles that works are found by, as the facts say them now."""

from __future__ import annotations

from collections.abc import Collection

from django.db import connection

from clapometer.facts.reading import facts_numbered
from clapometer.ledger.bulk import clear_table, execute_rows, insert_rows

from .folding import fold
from .labels import label_under
from .models import LONGEST, Alias, Work

_AT_ONCE = 400


def clear() -> None:
    """Empty the tables."""
    clear_table("catalogue_alias")
    if connection.vendor == "sqlite":
        clear_table("catalogue_aliassearch")


def read_again(facts: Collection[int], renamed: Collection[int]) -> None:
    """Read the aliases of these facts again, and those of works that may be named otherwise now."""
    wanted = sorted({*facts, *_aliases_under(renamed)})
    for start in range(0, len(wanted), _AT_ONCE):
        _read(wanted[start : start + _AT_ONCE])


def _aliases_under(renamed: Collection[int]) -> set[int]:
    """Return the aliases of the works and of their parts, which bear the name of the whole."""
    found: set[int] = set()
    works = set(renamed)
    while works:
        found.update(Alias.objects.filter(work_id__in=works).values_list("fact", flat=True))
        works = set(Work.objects.filter(parent_id__in=works).values_list("id", flat=True))
    return found


def _read(facts: list[int]) -> None:
    told = facts_numbered(facts)
    works = Work.objects.select_related("parent").in_bulk({one.about for one in told.values()})
    rows = []
    for number, fact in sorted(told.items()):
        work = works.get(fact.about)
        if work is not None:
            series = work.parent.label if work.parent else ""
            key = fold(label_under(series, str(fact.said["text"])))[:LONGEST]
            rows.append((number, work.id, key))
    _replace(facts, rows)


def _replace(facts: list[int], rows: list[tuple[int, int, str]]) -> None:
    gone = [(one,) for one in facts]
    execute_rows("DELETE FROM catalogue_alias WHERE fact = %s", gone)
    insert_rows("catalogue_alias", ("fact", "work_id", "key"), rows)
    if connection.vendor == "sqlite":
        execute_rows("DELETE FROM catalogue_aliassearch WHERE rowid = %s", gone)
        keys = [(fact, key) for fact, _, key in rows]
        insert_rows("catalogue_aliassearch", ("rowid", "key"), keys)
