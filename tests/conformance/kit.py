"""The kit's files as tests read them: cases with their inputs as the engine takes them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any

import pyarrow

from clapometer.scoring.events import Event
from clapometer.scoring.rules import Rule, preset, presets
from tools.conformance import FOLDER
from tools.kit import reading
from tools.kit.moments import rule_of_the_stories
from tools.kit.writing import rule_data

SUBJECTS = (
    "counting", "rounding", "reading", "badges", "moments", "rollup", "reconcile", "grades",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Vector:
    """One case of the kit, as read from its file."""

    name: str
    how: str
    given: Any
    expected: Any


@cache
def document(subject: str) -> dict[str, Any]:
    """A file of the kit."""
    return json.loads((FOLDER / f"{subject}.json").read_text(encoding="utf-8"))


def cases(subject: str) -> list[Any]:
    """The cases of a file, as parameters of a test."""
    return [
        Vector(one["name"], one["how"], one["given"], one["expected"])
        for one in document(subject)["cases"]
    ]


def named(case: Any) -> str:
    """What a test of the case is called."""
    return case.name


def events_of(rows: list[dict[str, Any]]) -> list[Event]:
    """The events, as our engine takes them."""
    return [Event(**row) for row in rows]


@cache
def _rules() -> dict[str, Rule]:
    filled = chain.from_iterable(reading.filled(rule) for rule in presets())
    known = [*(rule for _, rule in filled), rule_of_the_stories(), preset("steam")]
    return {json.dumps(rule_data(rule)): rule for rule in known}


def rule_of(data: dict[str, Any]) -> Rule:
    """The packaged rule whose data these are, to the last member."""
    return _rules()[json.dumps(data)]


def table_of(rows: list[tuple[str, Event]]) -> pyarrow.Table:
    """(work, event) as a table with every column."""
    kinds = {"kind": pyarrow.string(), "positive": pyarrow.bool_(), "top": pyarrow.bool_()}
    columns = {"work": pyarrow.array([work for work, _ in rows], pyarrow.string())}
    for name in Event._fields:
        values = [getattr(event, name) for _, event in rows]
        columns[name] = pyarrow.array(values, kinds.get(name, pyarrow.int64()))
    return pyarrow.table(columns)
