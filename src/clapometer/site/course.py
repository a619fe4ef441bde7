"""The section of the score over time: its chart, the same in numbers, what changed it, moments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .addresses import work_address
from .asking import query_of
from .changes import Change
from .chartmarks import ChartMark, chart_marks
from .charts import Chart, Dated, busiest, draw_chart
from .distribution import spread
from .milestones import told_moments
from .telling import told_changes
from .workpage import WorkRecord


def read_course(record: WorkRecord) -> Mapping[str, object] | None:
    """Return what the section prints; None for a work that is reviewed in its parts alone."""
    if not record.has_own_page:
        return None
    asked = record.asked
    bands = asked.rule.bands
    marks = chart_marks(record)
    chart = _chart(record, record.history, marks)
    drawn = {flag.number for flag in chart.flags} if chart else set()
    return {
        "chart": chart,
        "busy": _chart(record, busiest(record.history), marks),
        "marks": [one for one in marks if one.number in drawn],
        "band": bands[0] if len(bands) > 1 else None,
        "table": told_changes(record, record.table),
        "all_changes": len(record.history),
        "numbers": _all_numbers(record),
        "bars": spread(one.grade for one in record.standing if one.grade is not None),
        "moments": told_moments(record),
        "now_address": work_address(
            record.work, query_of(rule=asked.rule.name if asked.rule_named else "")
        ),
        "changes": told_changes(record, record.moved),
        "changes_more": record.moved_before,
        "changes_later": record.moved_later,
    }


def _all_numbers(record: WorkRecord) -> str:
    """Return the address of all numbers, where the page does not hold them."""
    if len(record.table) == len(record.history):
        return ""
    return work_address(record.work, record.asked.query(), "work_numbers")


def _chart(
    record: WorkRecord, history: Sequence[Change], marks: Sequence[ChartMark]
) -> Chart | None:
    """Return the chart with the lower end of the highest band, if there are several."""
    asked = record.asked
    bands = asked.rule.bands
    threshold = round(float(bands[0].at_least) * 100) if len(bands) > 1 else None
    dated = [Dated(one.at, one.number) for one in marks]
    return draw_chart(
        history,
        threshold=threshold,
        asked=asked.at,
        printing=asked.rule.printing,
        dated=dated,
    )
