"""The consumer that keeps the charts: entries about charts -> charts, their lines, their titles."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from clapometer.ledger import consumers
from clapometer.ledger.bulk import clear_table, execute_rows, insert_rows
from clapometer.ledger.entries import Entry

from .drafts import Line
from .models import Chart, ChartTitle, Placing

_TABLES = ("signals_placing", "signals_chart", "signals_charttitle")
_CHART_COLUMNS = ("id", "publication", "form", "territory", "category", "week", "days")
_LINE_COLUMNS = ("chart_id", "seq", "film", *Line._fields)
_CLOSE = "UPDATE signals_placing SET until = %s WHERE chart_id = %s AND rank = %s AND until IS NULL"


def register() -> None:
    """Make the consumer known to the ledger."""
    consumers.register(consumers.Consumer("charts", advance, clear))


def clear() -> None:
    """Empty the tables."""
    for table in _TABLES:
        clear_table(table)


def advance(span: consumers.Span) -> None:
    """Take in the entries about charts; runs of new charts are written together."""
    listed: list[Entry] = []
    for entry in span.entries():
        if entry.kind == "chart.listed":
            listed.append(entry)
        elif entry.kind.startswith("chart."):
            _list(listed)
            listed = []
            _APPLY[entry.kind](entry)
    _list(listed)


def is_film(category: str) -> bool:
    """Return whether a list with this name is one of films."""
    return category.casefold().startswith("film")


def _list(entries: list[Entry]) -> None:
    charts, lines = [], []
    for entry in entries:
        told = entry.data
        week = date.fromisoformat(told["week"]) if told["week"] else None
        places = (told["publication"], told["form"], told["territory"], told["category"])
        charts.append((entry.seq, *places, week, told["days"]))
        lines += _rows(entry.seq, entry.seq, is_film(told["category"]), told["lines"])
    insert_rows("signals_chart", _CHART_COLUMNS, charts)
    insert_rows("signals_placing", _LINE_COLUMNS, lines)


def _rows(
    chart: int, seq: int, film: bool, lines: Iterable[list[object]]
) -> list[tuple[object, ...]]:
    return [(chart, seq, film, *Line.told(line)) for line in lines]


def _corrected(entry: Entry) -> None:
    chart = Chart.objects.filter(id=entry.subject_id).first()
    if chart is None:
        return
    told, seq = entry.data, entry.seq
    changed = [line[0] for line in told["lines"]] + told["gone"]
    execute_rows(_CLOSE, [(seq, chart.id, rank) for rank in changed])
    rows = _rows(chart.id, seq, is_film(chart.category), told["lines"])
    insert_rows("signals_placing", _LINE_COLUMNS, rows)


def _undone(entry: Entry) -> None:
    """Take a chart back; what was known of it before stays answerable."""
    chart = entry.subject_id
    Placing.objects.filter(chart_id=chart, until=None).update(until=entry.seq)
    Chart.objects.filter(id=chart).update(undone=entry.seq)


def _matched(entry: Entry) -> None:
    told = entry.data
    title = {name: told[name] for name in ("publication", "show", "season", "film")}
    known = ChartTitle.objects.filter(**title)
    if not known.update(work_id=told["work"]):
        ChartTitle.objects.create(id=entry.seq, **title, work_id=told["work"])


_APPLY = {"chart.corrected": _corrected, "chart.undone": _undone, "chart.matched": _matched}
