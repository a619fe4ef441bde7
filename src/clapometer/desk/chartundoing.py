"""Counter-entries to entries about charts."""

from __future__ import annotations

from collections.abc import Iterator

from clapometer.ledger.entries import Draft, Entry
from clapometer.signals.drafts import (
    Line,
    TitleKey,
    chart_matched,
    chart_undone,
    correction_undone,
)
from clapometer.signals.models import Chart, ChartTitle, Placing

_REASON = "the import that brought it was taken back"


def chart_counters(entry: Entry) -> Iterator[Draft]:
    """Yield the counter-entry to an entry that told lines, unless they read otherwise by now."""
    if entry.kind not in ("chart.listed", "chart.corrected"):
        return
    chart, told = entry.subject_id, entry.data
    lines = Placing.objects.filter(chart_id=chart, until=None)
    there = {line[0]: Line._make(line) for line in lines.values_list(*Line._fields)}
    as_told = all(there.get(line[0]) == Line.told(line) for line in told["lines"])
    if not as_told or not Chart.objects.filter(id=chart, undone=None).exists():
        return
    if entry.kind == "chart.corrected":
        yield correction_undone(chart, told, there)
    elif len(there) == len(told["lines"]):
        yield chart_undone(chart, _REASON)


def match_counters(entry: Entry) -> Iterator[Draft]:
    """Yield the counter-entry to a match, unless a chart that stands still needs it."""
    title = TitleKey(*(entry.data[name] for name in TitleKey._fields))
    names = {"show": title.show, "season": title.season, "film": title.film}
    if Placing.objects.filter(**names, until=None).exists():
        return
    if ChartTitle.objects.filter(**title._asdict(), work_id=entry.data["work"]).exists():
        yield chart_matched(title, None)
