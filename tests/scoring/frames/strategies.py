"""Made-up tables of events about several works, and what the scalar engine says about them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyarrow
from hypothesis import strategies as st

from clapometer.scoring.events import Event
from clapometer.scoring.history import history
from clapometer.scoring.rules import Rule, score
from tests.scoring.strategies import event_lists

Row = tuple[str, Event]
WORKS = ("salt", "road", "bees")


@st.composite
def event_rows(draw: st.DrawFn) -> list[Row]:
    """Events of up to three works, in any order of rows."""
    events = draw(event_lists(most=24))
    return [(draw(st.sampled_from(WORKS)), event) for event in events]


def as_table(rows: Sequence[Row]) -> pyarrow.Table:
    """The rows as a table with every column that is known."""
    columns: dict[str, Any] = {"work": pyarrow.array([work for work, _ in rows], pyarrow.string())}
    kinds = {"kind": pyarrow.string(), "positive": pyarrow.bool_(), "top": pyarrow.bool_()}
    for name in Event._fields:
        values = [getattr(event, name) for _, event in rows]
        columns[name] = pyarrow.array(values, kinds.get(name, pyarrow.int64()))
    return pyarrow.table(columns)


def expected(rows: Sequence[Row], rule: Rule, known: int | None = None) -> list[dict[str, Any]]:
    """What the scalar engine says, in the rows' order; empty where a row does not count."""
    said = {}
    for work in WORKS:
        events = [event for one, event in rows if one == work]
        for step in history(events, counts=rule.counts, versions=rule.versions, known=known):
            read = score(rule, step.tally)
            said[step.event.seq] = {
                "count": step.tally.count,
                "positive": step.tally.positive,
                "share": None if read.value is None else float(read.value),
                "mean": None if read.mean is None else float(read.mean),
                "graded": step.tally.graded,
                "printed": read.printed,
            }
    nothing = dict.fromkeys(("count", "positive", "share", "mean", "graded", "printed"))
    return [
        {"seq": event.seq, "work": work, **said.get(event.seq, nothing)} for work, event in rows
    ]
