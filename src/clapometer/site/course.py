"""The section of the score over time: its chart, the same in numbers, what changed it, moments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .addresses import work_address
from .asking import query_of
from .changes import Change
from .charts import Chart, busiest, draw_chart
from .distribution import spread
from .milestones import told_moments
from .telling import Told, told_changes
from .workpage import WorkRecord

# So many changes are shown at once; the others are in the table.
CHANGES_SHOWN = 8


def read_course(record: WorkRecord) -> Mapping[str, object] | None:
    """Return what the section prints; None for a work that is reviewed in its parts alone."""
    if not record.has_own_page:
        return None
    told, asked = told_changes(record), record.asked
    bands = asked.rule.bands
    return {
        "chart": _chart(record, record.history),
        "busy": _chart(record, busiest(record.history)),
        "band": bands[0] if len(bands) > 1 else None,
        "table": told,
        "bars": spread(said.value for said in record.standing if said.value is not None),
        "moments": told_moments(record),
        "now_address": work_address(
            record.work, query_of(rule=asked.rule.name if asked.rule_named else "")
        ),
        **_changes(told),
    }


def _changes(told: Sequence[Told]) -> dict[str, object]:
    """Return the last changes until the instant shown, and how many there are besides."""
    moved = [one for one in reversed(told) if one.moved]
    until = [one for one in moved if not one.later]
    return {
        "changes": until[:CHANGES_SHOWN],
        "changes_more": max(0, len(until) - CHANGES_SHOWN),
        "changes_later": len(moved) - len(until),
    }


def _chart(record: WorkRecord, history: Sequence[Change]) -> Chart | None:
    """Return the chart with the lower end of the highest band, if there are several."""
    asked = record.asked
    bands = asked.rule.bands
    threshold = round(float(bands[0].at_least) * 100) if len(bands) > 1 else None
    return draw_chart(history, threshold=threshold, asked=asked.at, printing=asked.rule.printing)
