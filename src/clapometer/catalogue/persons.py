"""The index of people, as the facts name them now."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from clapometer.facts.reading import facts_numbered
from clapometer.ledger.bulk import execute_rows, insert_rows

from .facts.credits import SEPARATOR
from .folding import fold
from .models import LONGEST

_AT_ONCE = 400


def read_again(facts: Collection[int]) -> None:
    """Read these people again; those who were taken back are gone."""
    wanted = sorted(facts)
    for start in range(0, len(wanted), _AT_ONCE):
        _read(wanted[start : start + _AT_ONCE])


def _read(people: list[int]) -> None:
    told = facts_numbered(people)
    gone = [(one,) for one in people]
    execute_rows("DELETE FROM catalogue_person WHERE id = %s", gone)
    execute_rows("DELETE FROM catalogue_personname WHERE person = %s", gone)
    names = [(number, str(fact.said.get("name") or "")) for number, fact in sorted(told.items())]
    insert_rows(
        "catalogue_person",
        ("id", "name", "key"),
        [(number, name, fold(name)[:LONGEST]) for number, name in names],
    )
    keys = [(number, key) for number, fact in sorted(told.items()) for key in _keys(fact.said)]
    insert_rows("catalogue_personname", ("person", "key"), keys)


def _keys(said: dict[str, Any]) -> list[str]:
    """Return what a person is found by: every name folded, every identifier as it is."""
    names = [said.get("name") or "", *str(said.get("other_names") or "").split(";")]
    identifiers = str(said.get("identifiers") or "").split(SEPARATOR)
    folded = [fold(name.strip())[:LONGEST] for name in names]
    return sorted({key for key in (*folded, *identifiers) if key})
