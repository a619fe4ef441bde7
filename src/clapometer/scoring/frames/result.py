"""Moments as an Arrow table, whichever engine told them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyarrow

from clapometer.scoring.moments import Moment
from clapometer.scoring.rules import Rule

from .plain import printed_type


def moment_table(
    found: Sequence[tuple[int, Moment]], firsts: Sequence[int], work: Any, rule: Rule
) -> pyarrow.Table:
    """Return the columns of columns.MOMENTS of (work, moment).

    `firsts` has a row of each work, `work` is the table's column of that name.
    """
    told = [moment for _, moment in found]

    def column(name: str, kind: Any) -> Any:
        return pyarrow.array([getattr(one, name) for one in told], kind)

    def printed(name: str) -> Any:
        numbers = (getattr(one, name) for one in told)
        units = [None if one is None else rule.printing.number(one) for one in numbers]
        return pyarrow.array(units, printed_type(rule))

    stamp, whole = pyarrow.timestamp("us", "UTC"), pyarrow.int32()
    rows = pyarrow.array([firsts[number] for number, _ in found], pyarrow.int64())
    return pyarrow.table(
        {
            "work": work.take(rows),
            "id": column("id", pyarrow.string()),
            "kind": column("kind", pyarrow.string()),
            "at": column("happened_at", pyarrow.int64()).cast(stamp),
            "undated": column("undated", pyarrow.bool_()),
            "recorded_at": column("recorded_at", pyarrow.int64()).cast(stamp),
            "text": column("text", pyarrow.string()),
            "before": printed("before"),
            "after": printed("after"),
            "positive": column("positive", whole),
            "count": column("count", whole),
            "about": pyarrow.array([one.about or None for one in told], pyarrow.string()),
            "cause": column("cause", pyarrow.int64()),
        }
    )
