"""The chart of a work's page: its changes as points, and the part of them worth a second chart."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from django.utils.safestring import SafeString, mark_safe

from clapometer.drawing import charts
from clapometer.drawing.charts import PLOT_HEIGHT, PLOT_TOP, Chart, Dated, Point
from clapometer.scoring.rounding import Printing
from clapometer.scoring.rule import PER_CENT

from .changes import Change

__all__ = ["PLOT_HEIGHT", "PLOT_TOP", "Chart", "Dated", "busiest", "draw_chart"]

WINDOW = 60 * 86_400_000_000
# A course this many times as long as the window is drawn twice, if this share of it is within.
LONG = 4
MOST_OF_IT = 0.4
SAYING = {"posted", "revised"}


def draw_chart(
    history: Sequence[Change],
    *,
    threshold: int | None = None,
    asked: int | None = None,
    printing: Printing = PER_CENT,
    dated: Sequence[Dated] = (),
) -> Chart | None:
    """Return the chart of the changes; see drawing.charts.draw_chart."""
    points = [_point(change, printing) for change in history]
    return charts.draw_chart(
        points, threshold=threshold, asked=asked, printing=printing, dated=dated
    )


def drawn_dots(chart: Chart) -> SafeString:
    """Return the dots of the reviews as SVG: a template takes ten times as long for hundreds."""
    drawn = (
        f'<ellipse class="dot-{dot.verdict}" cx="{dot.x}" cy="{dot.y}" rx="2.9" ry="{dot.r}"/>'
        for dot in chart.dots
    )
    return mark_safe("".join(drawn))  # noqa: S308 -- numbers and names made in drawing.charts


def _point(change: Change, printing: Printing) -> Point:
    """Return a change as a point, with each verdict given then, changed ones too."""
    badge = change.rule.badge
    events = [move.step.event for move in change.moves]
    verdicts = tuple(
        event.positive for event in events if event.kind in SAYING and event.positive is not None
    )
    return Point(
        at=change.at,
        printed=_level(change, printing),
        undated=change.undated,
        verdicts=verdicts,
        badge=change.badge,
        badge_label=badge.label if badge else "",
        adopted=change.rule.title if change.was else "",
    )


def _level(change: Change, printing: Printing) -> int | None:
    """Return a printed score in the units of the chart, whatever unit its own rule prints."""
    printed, own = change.after.printed, change.rule.printing
    if printed is None or own.most == printing.most:
        return printed
    return printed * printing.most // own.most


def busiest(history: Sequence[Change]) -> list[Change]:
    """Return the changes of the sixty days with most reviews, where they hardly show in the whole.

    Most works are reviewed within weeks of their release and now and then for years afterwards.
    Empty where the whole course is short, or its reviews are spread over it.
    """
    known = [change for change in history if not change.undated]
    if not known or known[-1].at - known[0].at < LONG * WINDOW:
        return []
    starts = [change.at for change in known]
    ends = [bisect_right(starts, at + WINDOW) for at in starts]
    reviews = [0, *accumulate(len(change.moves) for change in known)]
    most, first = max((reviews[end] - reviews[place], -place) for place, end in enumerate(ends))
    return known[-first : ends[-first]] if most >= MOST_OF_IT * reviews[-1] else []
