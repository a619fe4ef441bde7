"""The geometry of the chart of a score over time, to be drawn as SVG.

Positions across are in per cent of the width, so that the drawing fills any screen while its type
keeps its size; positions down are in pixels. All numbers are plain text made here, because a
localised decimal comma would break an SVG.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from clapometer.scoring.rounding import Printing
from clapometer.scoring.rule import PER_CENT

PLOT_TOP, PLOT_HEIGHT = 24, 200
STRIP_HALF = 48
PATH_WIDTH = 1000
# Dots that would lie closer together than this share of the width stand on each other.
COLUMNS = 90
Place: TypeAlias = tuple[int, bool]
MARGIN = 0.02
# Numbers above the plot that are nearer than this share of the width stand in several rows.
APART, MOST_ROWS = 0.07, 3


class Point(NamedTuple):
    """What is known after one instant.

    `printed`: the score in units of its last printed place, None where none is printed. `undated`:
    the time is unknown, so the point is not drawn. `verdicts`: those given then, in order. `badge`:
    won, lost, regained, or "", and `badge_label` its name. `adopted`: the title of the rule that
    came into force then, or "".
    """

    at: int
    printed: int | None
    undated: bool = False
    verdicts: tuple[bool, ...] = ()
    badge: str = ""
    badge_label: str = ""
    adopted: str = ""


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
    label: str = ""


class Adopted(NamedTuple):
    """A line down the plot where another rule came into force, with the title of the rule."""

    x: str
    title: str
    at: int


class Gap(NamedTuple):
    """A stretch of the width, in per cent, over which no score is printed."""

    x: str
    width: str


class Dated(NamedTuple):
    """Something to be marked by its number, such as a release: when it was."""

    at: int
    number: int


class Flag(NamedTuple):
    """A number above the plot, with a line down it; those that would touch stand in rows."""

    x: str
    number: int
    row: int


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything there is to draw. `asked` is where the instant asked for lies, if inside.

    `path` runs from the first printed score to the end, `broken` is the same with the `gaps` left
    out in which none is printed.
    """

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
    broken: str
    gaps: tuple[Gap, ...]
    adoptions: tuple[Adopted, ...]
    flags: tuple[Flag, ...] = ()


def draw_chart(
    history: Sequence[Point],
    *,
    threshold: int | None = None,
    asked: int | None = None,
    printing: Printing = PER_CENT,
    dated: Sequence[Dated] = (),
) -> Chart | None:
    """Return the chart of the dated points, None where fewer than two instants have a score.

    `threshold`: a share in per cent. `printing`: of the rule that the scores were read by. `dated`:
    what is marked by numbers; the chart is made up to twice as long for them, and what lies
    further off is left out.
    """
    known = [point for point in history if not point.undated]
    scored = [point for point in known if point.printed is not None]
    if len(scored) < 2:
        return None
    across, marked = _spanned(known, dated)
    down = _Down([point.printed or 0 for point in scored], threshold, printing)
    placed = _placed(known, across)
    rise, above, below = _strip(placed)
    if threshold is not None and threshold < down.low:
        threshold = None
    axis = PLOT_TOP + PLOT_HEIGHT + 14 + above
    last = scored[-1]
    return Chart(
        first=across.start,
        last=across.end,
        lines=tuple(down.line(share) for share in down.ticks()),
        path=_path(scored, across, down),
        dots=tuple(_dots(placed, rise, axis)),
        marks=tuple(_marks(scored, across, down)),
        threshold=None if threshold is None else down.line(threshold),
        end=Dot("100%", _px(down(last.printed or 0)), "5", "end"),
        asked=across.percent(asked) if asked is not None and across.holds(asked) else None,
        after=f"{100 - across.share(asked) * 100:.2f}%" if asked is not None else "",
        asked_late=asked is not None and across.share(asked) > 0.5,
        axis=axis,
        height=axis + below + 26,
        broken=_broken(known, across, down),
        gaps=tuple(_gaps(known, across)),
        adoptions=tuple(_adoptions(known, across)),
        flags=tuple(_flags(marked, across)),
    )


def _adoptions(known: Sequence[Point], across: _Across) -> list[Adopted]:
    return [Adopted(across.percent(one.at), one.adopted, one.at) for one in known if one.adopted]


def _spanned(known: Sequence[Point], dated: Sequence[Dated]) -> tuple[_Across, list[Dated]]:
    """Return the width of the chart in time, and what can be marked in it."""
    first, last = known[0].at, known[-1].at
    room = (last - first) // 2
    marked = [one for one in dated if first - room <= one.at <= last + room]
    instants = [one.at for one in marked]
    return _Across(min([first, *instants]), max([last, *instants])), marked


def _flags(marked: Sequence[Dated], across: _Across) -> Iterator[Flag]:
    """Yield the numbers in order of time, each in the lowest row where it touches no other."""
    taken: list[float] = []
    for one in sorted(marked):
        share = across.share(one.at)
        row = next((row for row, end in enumerate(taken) if share - end >= APART), len(taken))
        row = min(row, MOST_ROWS - 1)
        taken[row : row + 1] = [share]
        yield Flag(across.percent(one.at), one.number, row)


class _Across:
    """From an instant to its place between the first and the last one, with a little air."""

    def __init__(self, first: int, last: int) -> None:
        self.start, self.end = first, last
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


def _path(scored: Sequence[Point], across: _Across, down: _Down) -> str:
    """Return the step line: level until the next change, then straight up or down."""
    parts: list[str] = []
    for point in scored:
        x = across.share(point.at) * PATH_WIDTH
        y = down(point.printed or 0) - PLOT_TOP
        parts.append(f"H{x:.1f}V{y:.1f}" if parts else f"M{x:.1f} {y:.1f}")
    return "".join(parts) + f"H{PATH_WIDTH}"


def _broken(known: Sequence[Point], across: _Across, down: _Down) -> str:
    """Return the step line with nothing drawn while nothing is printed."""
    parts: list[str] = []
    drawing = False
    for point in known:
        x = across.share(point.at) * PATH_WIDTH
        if point.printed is None:
            parts += [f"H{x:.1f}"] if drawing else []
        else:
            y = down(point.printed) - PLOT_TOP
            parts.append(f"H{x:.1f}V{y:.1f}" if drawing else f"M{x:.1f} {y:.1f}")
        drawing = point.printed is not None
    return "".join(parts) + (f"H{PATH_WIDTH}" if drawing else "")


def _gaps(known: Sequence[Point], across: _Across) -> list[Gap]:
    """Return where nothing is printed: before the first score, and wherever one is gone."""
    gaps, start = [], 0.0
    printed = False
    for point in known:
        x = across.share(point.at)
        if point.printed is not None and not printed:
            gaps.append((start, x))
        elif point.printed is None and printed:
            start = x
        printed = point.printed is not None
    if not printed:
        gaps.append((start, 1.0))
    return [Gap(f"{a * 100:.2f}%", f"{(b - a) * 100:.2f}%") for a, b in gaps]


def _marks(scored: Sequence[Point], across: _Across, down: _Down) -> list[Mark]:
    return [
        Mark(
            across.percent(one.at), _px(down(one.printed or 0)), one.badge, one.at, one.badge_label
        )
        for one in scored
        if one.badge
    ]


def _placed(known: Sequence[Point], across: _Across) -> list[Place]:
    """Return column and verdict of each verdict given at a known time, changed ones too."""
    return [
        (round(across.share(point.at) * COLUMNS), positive)
        for point in known
        for positive in point.verdicts
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
