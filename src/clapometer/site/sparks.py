"""Small charts of numbers for pages: what is drawn, and what its frame says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from operator import attrgetter

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from clapometer.drawing.sparks import Reading, Spark, draw_spark
from clapometer.instants import start_of_day
from clapometer.signals.counters import Counter
from clapometer.signals.measures import PERIOD_DAYS
from clapometer.signals.points import DAY, Point

from . import words

BOUNDED: dict[str, Promise] = {
    "≥": gettext_lazy("at least %(number)s"),
    "~": gettext_lazy("about %(number)s"),
    "≤": gettext_lazy("at most %(number)s"),
}


@dataclass(frozen=True, slots=True)
class Framed:
    """A drawing with the words of its frame: the highest and lowest number, the two ends."""

    spark: Spark
    head: str
    foot: str
    first: str
    last: str


def number_of(value: Decimal | int) -> str:
    """Return a number with its thousands marked."""
    return f"{value:,}"


def bounded(point: Point) -> str:
    """Return the number of a point with its bound in words: at least 4,300,000,000."""
    return with_bound(number_of(point.value), point.bound)


def with_bound(number: str, bound: str) -> str:
    """Return a number with what its bound says in front of it."""
    form = BOUNDED.get(bound)
    return str(form) % {"number": number} if form else number


def day_word(day: date) -> str:
    """Return a day, which is of no time zone, as pages write days."""
    return words.day_of(start_of_day(day, timezone.get_default_timezone()))


def as_of(point: Point) -> str:
    """Return the day of a point, or its moment."""
    return day_word(point.day) if point.whole_day else words.moment_of(point.at)


def spark_of(counter: Counter, until: int | None = None) -> Framed | None:
    """Return the chart of a counter; no line joins two definitions. `until`: how far time is told.

    A definition that ends the numbers after the last of them is drawn as a break at the end.
    """
    segments = [[Reading(one.at, one.number) for one in part.points] for part in counter.segments]
    starts = [one.since for one in counter.measure.definitions if one.since is not None]
    if until is not None:
        starts = [since for since in starts if since <= until]
    last = counter.last
    later = [since for since in starts if last is not None and since > last.at]
    step = PERIOD_DAYS[counter.measure.period]
    spark = draw_spark(
        segments,
        starts,
        longest_step=(step + max(step // 2, 1)) * DAY if step else None,
        until=min(later, default=None),
    )
    if spark is None:
        return None
    highest = max(counter.points, key=attrgetter("number"))
    return _framed(spark, number_of(highest.value), "0")


def ranks_spark(weeks: Sequence[tuple[date, int]], breaks: Sequence[date]) -> Framed | None:
    """Return the chart of places on a list, the best at the head; an absent week leaves a gap."""
    best: dict[date, int] = {}
    for sunday, rank in weeks:
        best[sunday] = min(rank, best.get(sunday, rank))
    lowest = max([10, *best.values()])
    readings = [Reading(_instant(day), -float(rank)) for day, rank in sorted(best.items())]
    spark = draw_spark(
        [
            [one for one in readings if after <= one.at < before]
            for after, before in _between([_instant(day) for day in sorted(breaks)])
        ],
        [_instant(day) for day in breaks],
        longest_step=7 * DAY,
        span=(-float(lowest), -1.0),
    )
    if spark is None:
        return None
    place = gettext("place %(rank)s")
    return _framed(spark, place % {"rank": 1}, place % {"rank": lowest})


def _between(instants: Sequence[int]) -> list[tuple[float, float]]:
    ends = [float("-inf"), *instants, float("inf")]
    return list(pairwise(ends))


def _instant(day: date) -> int:
    return start_of_day(day, timezone.get_default_timezone())


def _framed(spark: Spark, head: str, foot: str) -> Framed:
    first, last = (words.day_of(at) for at in (spark.first, spark.last))
    return Framed(spark, head, foot, first, last)
