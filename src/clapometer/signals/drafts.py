"""Drafts of entries about charts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date
from typing import Any, NamedTuple

from clapometer.instants import end_of_day
from clapometer.ledger.canonical import Value
from clapometer.ledger.entries import Draft


class ChartKey(NamedTuple):
    """Which chart: of which publication, form, territory, list and week (None: of no week).

    `days`: over how many first days its numbers run. A list over 91 days is another one than that
    over 28, and restates nothing of it.
    """

    publication: str
    form: str
    territory: str
    category: str
    week: date | None
    days: int | None = None


class Line(NamedTuple):
    """One line of a chart, in the order of the table LINE; the runtime in 1/10,000 hours."""

    rank: int
    show: str
    season: str = ""
    hours: int | None = None
    views: int | None = None
    runtime: int | None = None
    weeks: int | None = None
    staggered: bool | None = None

    @classmethod
    def told(cls, line: Sequence[Any]) -> Line:
        """Return the line that an entry tells; entries of before lack its last members."""
        return cls(*line)


class TitleKey(NamedTuple):
    """A title as a publication prints it."""

    publication: str
    show: str
    season: str
    film: bool


def chart_listed(key: ChartKey, lines: Sequence[Line]) -> Draft:
    """Return the draft that tells a chart; it happened when its week was over."""
    body: dict[str, Value] = {
        **key._asdict(),
        "week": key.week.isoformat() if key.week else "",
        "lines": [list(line) for line in lines],
    }
    return Draft("chart.listed", "chart:", body, end_of_day(key.week, UTC) if key.week else None)


def chart_corrected(
    chart: int, lines: Sequence[Line], before: Sequence[Line], gone: Sequence[int] = ()
) -> Draft:
    """Return the draft that restates lines of a chart; when its publisher did so is not known."""
    body: dict[str, Value] = {
        "lines": [list(line) for line in lines],
        "before": [list(line) for line in before],
        "gone": list(gone),
    }
    return Draft("chart.corrected", f"chart:{chart}", body)


def correction_undone(chart: int, told: Mapping[str, Any], there: Mapping[int, Line]) -> Draft:
    """Return the counter-entry to a correction, given its body and the lines that stand now."""
    before = [Line.told(line) for line in told["before"]]
    back = {line.rank for line in before}
    ranks = [line[0] for line in told["lines"]]
    now = [there[rank] for rank in ranks if rank in there]
    return chart_corrected(chart, before, now, [rank for rank in ranks if rank not in back])


def chart_undone(chart: int, reason: str) -> Draft:
    """Return the counter-entry that takes a chart back."""
    return Draft("chart.undone", f"chart:{chart}", {"reason": reason})


def chart_matched(title: TitleKey, work: int | None) -> Draft:
    """Return the draft that says which work a title on the charts is; None takes it back."""
    body: dict[str, Value] = {**title._asdict(), "work": work}
    return Draft("chart.matched", "chart:", body)
