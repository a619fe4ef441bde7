"""Ranks: equal values share one, the next rank leaves out as many; and who is printed first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple


class Row(NamedTuple):
    """A row before it is ranked.

    `work` is what it is about, `value` what it is ranked by (the largest first), `order` decides
    who of equal rank is printed first, and `cells` are the columns after work and title.
    """

    work: int
    value: Any
    order: tuple[Any, ...]
    cells: dict[str, object]


class Ranked(NamedTuple):
    """A row with its rank."""

    rank: int
    row: Row


def ranked(rows: Sequence[Row], limit: int) -> list[Ranked]:
    """Return the first `limit` rows and all that tie with the last of them, in order of print."""
    found: list[Ranked] = []
    for place, row in enumerate(sorted(rows, key=lambda one: (_down(one.value), one.order)), 1):
        tied = found and found[-1].row.value == row.value
        if place > limit and not tied:
            break
        found.append(Ranked(found[-1].rank if tied else place, row))
    return found


def _down(value: Any) -> Any:
    return tuple(-part for part in value) if isinstance(value, tuple) else -value
