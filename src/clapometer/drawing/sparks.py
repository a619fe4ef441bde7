"""The geometry of a small chart of numbers over time, to be drawn as SVG.

Positions across are in thousandths of the width, down in pixels. A line is drawn within one
definition only: where the meaning of the numbers changes there is a break, and nothing joins the
two sides. Of very many numbers each narrow column keeps its first, last, lowest and highest (the M4
aggregation of Jugel and others, VLDB 2014), so that the line looks the same and stays small.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import attrgetter
from typing import NamedTuple

WIDTH = 1000
HEIGHT = 72
TOP = 4
COLUMNS = 150
# With so many numbers each is marked by a dot, so that one alone can be seen too.
MOST_DOTS = 40


class Reading(NamedTuple):
    """A number and its instant."""

    at: int
    value: float


class Dot(NamedTuple):
    """A single number: place across in per cent, down in pixels."""

    x: str
    y: str


class Break(NamedTuple):
    """Where the meaning changes: the place across in per cent, and the instant."""

    x: str
    at: int


@dataclass(frozen=True, slots=True)
class Spark:
    """Everything there is to draw: lines that nothing joins, dots, breaks; and what it spans.

    `lowest` and `highest` are the values at the foot and the head.
    """

    paths: tuple[str, ...]
    dots: tuple[Dot, ...]
    breaks: tuple[Break, ...]
    first: int
    last: int
    lowest: float
    highest: float
    height: int = HEIGHT


def draw_spark(
    segments: Sequence[Sequence[Reading]],
    breaks: Iterable[int] = (),
    *,
    longest_step: int | None = None,
    span: tuple[float, float] | None = None,
    until: int | None = None,
) -> Spark | None:
    """Return the drawing of the segments, None where there is no number.

    `breaks` are the instants at which the meaning changes; those outside of what is drawn are left
    out. A line is left open where two numbers are further apart than `longest_step` microseconds.
    `span`: the values at foot and head; else from nought to the highest. `until`: the instant that
    the width reaches at least, such as that of a last break.
    """
    every = [one for segment in segments for one in segment]
    if not every:
        return None
    first = min(one.at for one in every)
    last = max(until or first, *(one.at for one in every))
    low, high = span or (min(0.0, *(one.value for one in every)), max(one.value for one in every))
    frame = _Frame(first, last, low, high)
    runs = [run for segment in segments for run in _runs(segment, longest_step)]
    return Spark(
        tuple(frame.path(run) for run in runs if len(run) > 1),
        tuple(frame.dot(one) for one in _dotted(runs, len(every))),
        tuple(Break(frame.across(at), at) for at in breaks if first < at <= last),
        first,
        last,
        low,
        high,
    )


_value = attrgetter("value")


class _Frame:
    """From instants and values to places."""

    def __init__(self, first: int, last: int, low: float, high: float) -> None:
        self._first, self._length = first, max(last - first, 1)
        self._alone = first == last
        self._low, self._height = low, (high - low) or 1.0

    def _share(self, at: int) -> float:
        return 0.5 if self._alone else (at - self._first) / self._length

    def across(self, at: int) -> str:
        return f"{self._share(at) * 100:.2f}%"

    def down(self, value: float) -> float:
        return TOP + (HEIGHT - 2 * TOP) * (1 - (value - self._low) / self._height)

    def dot(self, one: Reading) -> Dot:
        return Dot(self.across(one.at), f"{self.down(one.value):.1f}")

    def path(self, run: Sequence[Reading]) -> str:
        """Return the line through a run, thinned to what can be seen."""
        kept = self._thinned(run) if len(run) > 2 * COLUMNS else run
        places = (f"{self._share(one.at) * WIDTH:.1f} {self.down(one.value):.1f}" for one in kept)
        return "M" + "L".join(places)

    def _thinned(self, run: Sequence[Reading]) -> Iterator[Reading]:
        first, width = self._first, self._length / COLUMNS
        for _, column in groupby(run, lambda one: int((one.at - first) / width)):
            those = list(column)
            lowest = min(those, key=_value)
            highest = max(those, key=_value)
            yield from sorted({those[0], lowest, highest, those[-1]})


def _runs(segment: Sequence[Reading], longest_step: int | None) -> Iterator[Sequence[Reading]]:
    """Yield the numbers of a segment parted where a step is too long to be drawn as a line."""
    begun = 0
    if longest_step is not None:
        for place, (one, after) in enumerate(pairwise(segment), 1):
            if after.at - one.at > longest_step:
                yield segment[begun:place]
                begun = place
    if segment:
        yield segment[begun:]


def _dotted(runs: Sequence[Sequence[Reading]], count: int) -> Iterator[Reading]:
    """Yield the numbers that get a dot: all where there are few, else those that stand alone."""
    for run in runs:
        if count <= MOST_DOTS or len(run) == 1:
            yield from run
