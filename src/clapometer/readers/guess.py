"""A guess of the mapping from the names of the columns and a sample of their values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .dates import day_order
from .fields import FIELDS, Field, header_key
from .looks import LOOKS, column_values, share, telling
from .mapping import Choice, Mapping, Settings

ENOUGH = 0.5
"""Share of values with the right look below which a well-named column is not taken."""
_DOUBTED = frozenset({"verdict", "grade", "date"})
NEARLY_ALL = 0.95
"""Share from which the values confirm the name."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    score: float
    place: int
    choice: Choice


def guess(
    columns: Sequence[str],
    sample_rows: Sequence[Sequence[str]],
    fields: tuple[Field, ...] = FIELDS,
    settings: Settings | None = None,
) -> Mapping:
    """Return the likeliest mapping; each choice says how sure it is and why.

    A column goes to at most one field: first those whose name is known, the clearest name first,
    then those whose values give them away.
    """
    values = [column_values(sample_rows, place) for place in range(len(columns))]
    found = [
        candidate
        for known in fields
        for place, column in enumerate(columns)
        if (candidate := _candidate(known, place, column, values[place]))
    ]
    found.sort(key=lambda candidate: -candidate.score)
    taken: dict[str, _Candidate] = {}
    places: set[int] = set()
    for candidate in found:
        if candidate.choice.field not in taken and candidate.place not in places:
            taken[candidate.choice.field] = candidate
            places.add(candidate.place)
    choices = tuple(taken[known.name].choice for known in fields if known.name in taken)
    mapping = Mapping(tuple(columns), choices, settings or Settings(), fields)
    return _with_dates(mapping, taken, values)


def _candidate(known: Field, place: int, column: str, values: list[str]) -> _Candidate | None:
    keys = [header_key(synonym) for synonym in known.synonyms]
    part = share(known.looks, values)
    name = header_key(column)
    if name in keys:
        if part is not None and part < ENOUGH:
            return _doubted(known, place, column, part)
        score = 2 - keys.index(name) / len(keys) + (part or 0) / 100
        sure, why = _by_name(known, column, part)
        return _Candidate(score, place, Choice(known.name, column, sure, why))
    if telling(known.looks, values):
        why = f"its values are {LOOKS[known.looks][0]}, like “{values[0][:30]}”"
        return _Candidate((part or 0) / 2, place, Choice(known.name, column, "guessed", why))
    return None


def _doubted(known: Field, place: int, column: str, part: float) -> _Candidate | None:
    """Return the candidate of a column that can hardly be anything else by its name.

    Its rows will be refused with their reasons; left out, its dates or verdicts would silently be
    lost. It gives way to every other candidate.
    """
    plain = {header_key(name) for name in (known.name, *known.synonyms[:3])}
    if known.looks not in _DOUBTED or header_key(column) not in plain:
        return None
    why = (
        f"the name “{column}” is known for it, but only {part:.0%} of the values are "
        + (LOOKS[known.looks][0])
    )
    return _Candidate(part / 10, place, Choice(known.name, column, "doubtful", why))


def _by_name(known: Field, column: str, part: float | None) -> tuple[str, str]:
    why = f"the name “{column}” is known for it"
    if part is None:
        return "likely", f"{why}, but the sample has no values"
    what = LOOKS[known.looks][0]
    if part < NEARLY_ALL:
        return "likely", f"{why}, and {part:.0%} of the values are {what}"
    return "sure", f"{why}, and the values are {what}"


def _with_dates(mapping: Mapping, taken: dict[str, _Candidate], values: list[list[str]]) -> Mapping:
    """Return the mapping with what the dates of the sample tell about their order and zone."""
    chosen = taken.get("date") or taken.get("released")
    if chosen is None:
        return mapping
    settings = mapping.settings
    order = settings.date_order or day_order(values[chosen.place])
    utc = header_key(chosen.choice.column).endswith(("utc", "gmt"))
    return replace(
        mapping,
        settings=replace(settings, date_order=order, times="utc" if utc else settings.times),
    )
