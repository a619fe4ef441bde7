"""From what a person typed, field by field, to what a fact says; and back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import tzinfo
from typing import NamedTuple

from .days import UNKNOWN, DayRefused, When, read_when, shown_when
from .drafts import Told
from .fields import FieldRefused
from .kinds import WHEN, FactKind


class Problem(NamedTuple):
    """What is wrong with one field, in one sentence; the field "" means the whole."""

    field: str
    sentence: str


class FactRefused(ValueError):
    """What was typed cannot be taken; `problems` says why, field by field."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        super().__init__(" ".join(problem.sentence for problem in problems))


def read_typed(kind: FactKind, typed: Mapping[str, str], zone: tzinfo) -> Told:
    """Return what was typed, read; `typed` has a text for each field and one for WHEN.

    A field that is left out is empty. Raises FactRefused with every problem there is.
    """
    said, problems = {}, []
    for field in kind.every_field:
        try:
            value = field.read(typed.get(field.name, ""))
        except FieldRefused as refused:
            problems.append(Problem(field.name, str(refused)))
            continue
        if value is not None:
            said[field.name] = value
    when = UNKNOWN
    try:
        when = read_when(typed.get(WHEN, ""), zone)
    except DayRefused as refused:
        problems.append(Problem(WHEN, str(refused)))
    problems += [] if problems else [Problem(*one) for one in kind.check(said)]
    if problems:
        raise FactRefused(*problems)
    return Told({**said, "dated": when.dated}, when.happened_at)


def show_typed(kind: FactKind, told: Told, zone: tzinfo) -> dict[str, str]:
    """Return a fact as it would be typed: read_typed() gives it back."""
    typed = {field.name: field.show(told.said.get(field.name)) for field in kind.every_field}
    typed[WHEN] = shown_when(When(told.happened_at, told.said["dated"]), zone)
    return typed
