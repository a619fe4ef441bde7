"""The chart of a score over time: its geometry, made here and drawn by a template as SVG.

Positions across are in per cent of the width, so that the drawing fills any screen while its type
keeps its size; positions down are in pixels. All numbers are plain text made here, because a
localised decimal comma would break an SVG.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TypeAlias

from clapometer.scoring.rounding import Printing
from clapometer.scoring.rule import PER_CENT

from .changes import Change

PLOT_TOP, PLOT_HEIGHT = 24, 200
STRIP_HALF = 48
PATH_WIDTH = 1000
# Dots that would lie closer together than this share of the width stand on each other.
COLUMNS = 90
WINDOW = 60 * 86_400_000_000
# A course this many times as long as the window is drawn twice, if this share of it is within.
LONG = 4
MOST_OF_IT = 0.4
Place: TypeAlias = tuple[int, bool]
MARGIN = 0.02


@dataclass(frozen=True, slots=True)
class Line:
    """A line across the plot at a score (in units of its last printed place), with its label."""

    y: str
    score: int
    label: str


@dataclass(frozen=True, slots=True)
class Dot:
    """One review in the strip: positive ones stand above the axis, negative ones hang below.

    `r` is its height halved: where many share a column they are flattened, so that all fit.
    """

    x: str
    y: str
    r: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A point on the line where a badge changed."""

    x: str
    y: str
    moment: str
    at: int


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything the template draws. `now` is where the instant asked for lies, if inside."""

    first: int
    last: int
    lines: tuple[Line, ...]
    path: str
    dots: tuple[Dot, ...]
    marks: tuple[Mark, ...]
    threshold: Line | None
    end: Dot
    asked: str | None
    after: str
    asked_late: bool
    axis: int
    height: int


def draw_chart(
    history: Sequence[Change],
    *,
    threshold: int | None = None,
    asked: int | None = None,
    printing: Printing = PER_CENT,
) -> Chart | None:
    """Return the chart of the dated changes, None where fewer than two instants have a score.

    `threshold`: a share in per cent. `printing`: of the rule that the changes were read by.
    """
    known = [change for change in history if not change.undated]
    scored = [change for change in known if change.after.printed is not None]
    if len(scored) < 2:
        return None
    across = _Across(known[0].at, known[-1].at)
    down = _Down([change.after.printed or 0 for change in scored], threshold, printing)
    placed = _placed(known, across)
    rise, above, below = _strip(placed)
    if threshold is not None and threshold < down.low:
        threshold = None
    axis = PLOT_TOP + PLOT_HEIGHT + 14 + above
    last = scored[-1]
    return Chart(
        first=known[0].at,
        last=known[-1].at,
        lines=tuple(down.line(share) for share in down.ticks()),
        path=_path(scored, across, down),
        dots=tuple(_dots(placed, rise, axis)),
        marks=tuple(_marks(scored, across, down)),
        threshold=None if threshold is None else down.line(threshold),
        end=Dot("100%", _px(down(last.after.printed or 0)), "5", "end"),
        asked=across.percent(asked) if asked is not None and across.holds(asked) else None,
        after=f"{100 - across.share(asked) * 100:.2f}%" if asked is not None else "",
        asked_late=asked is not None and across.share(asked) > 0.5,
        axis=axis,
        height=axis + below + 26,
    )


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


class _Across:
    """From an instant to its place between the first and the last one, with a little air."""

    def __init__(self, first: int, last: int) -> None:
        air = (last - first) * MARGIN
        self.first, self.length = first - air, max(last - first + 2 * air, 1)

    def share(self, at: int) -> float:
        return (at - self.first) / self.length

    def percent(self, at: int) -> str:
        return f"{self.share(at) * 100:.2f}%"

    def holds(self, at: int) -> bool:
        return 0 <= self.share(at) <= 1


class _Down:
    """From a score to its place in the plot. The plot begins at the ten below the lowest score.

    Places are shares of the highest score, in per cent, whatever unit the rule prints.
    """

    def __init__(self, scores: Sequence[int], threshold: int | None, printing: Printing) -> None:
        self.printing = printing
        lowest = min(scores) * 100 // printing.most
        if threshold is not None and lowest - threshold < 20:
            lowest = min(lowest, threshold)
        self.low = max(0, min(lowest // 10 * 10 - 10, 70))

    def __call__(self, score: float) -> float:
        share = score * 100 / self.printing.most
        return PLOT_TOP + PLOT_HEIGHT * (100 - share) / (100 - self.low)

    def line(self, share: int) -> Line:
        score = share * self.printing.most // 100
        number = self.printing.number(score)
        return Line(_px(self(share * self.printing.most / 100)), score, f"{number:g}")

    def ticks(self) -> range:
        step = 10 if self.low >= 50 else 20 if self.low >= 20 else 25
        return range(100, self.low - 1, -step)


def _path(scored: Sequence[Change], across: _Across, down: _Down) -> str:
    """Return the step line: level until the next change, then straight up or down."""
    parts: list[str] = []
    for change in scored:
        x = across.share(change.at) * PATH_WIDTH
        y = down(change.after.printed or 0) - PLOT_TOP
        parts.append(f"H{x:.1f}V{y:.1f}" if parts else f"M{x:.1f} {y:.1f}")
    return "".join(parts) + f"H{PATH_WIDTH}"


def _marks(scored: Sequence[Change], across: _Across, down: _Down) -> list[Mark]:
    return [
        Mark(across.percent(one.at), _px(down(one.after.printed or 0)), one.badge, one.at)
        for one in scored
        if one.badge
    ]


def _placed(known: Sequence[Change], across: _Across) -> list[Place]:
    """Return column and verdict of each verdict given at a known time, changed ones too."""
    return [
        (round(across.share(change.at) * COLUMNS), bool(move.step.event.positive))
        for change in known
        for move in change.moves
        if move.step.event.kind in {"posted", "revised"} and move.step.event.positive is not None
    ]


def _strip(placed: Sequence[Place]) -> tuple[float, int, int]:
    """Return how far dots stand from each other, and their room above and below the axis."""
    counts = Counter(placed)
    high = max((count for (_, positive), count in counts.items() if positive), default=0)
    low = max((count for (_, positive), count in counts.items() if not positive), default=0)
    rise = min(7.0, STRIP_HALF / max(high, low, 1))
    return rise, round(high * rise) + 6, round(low * rise) + 6


def _dots(placed: Sequence[Place], rise: float, axis: int) -> list[Dot]:
    """Return a dot for each verdict, those of one column stacked away from the axis."""
    stacked: Counter[Place] = Counter()
    dots = []
    for column, positive in placed:
        level = stacked[column, positive]
        stacked[column, positive] += 1
        offset = (level + 0.5) * rise + 3
        dots.append(
            Dot(
                f"{column / COLUMNS * 100:.2f}%",
                _px(axis - offset if positive else axis + offset),
                f"{rise * 0.42:.2f}",
                "positive" if positive else "negative",
            )
        )
    return dots


def _px(y: float) -> str:
    return f"{y:.1f}"
