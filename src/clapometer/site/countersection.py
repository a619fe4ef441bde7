"""The section of numbers that were counted: small charts with definitions, uplifts, streaks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext

from clapometer.facts.days import When, shown_day
from clapometer.facts.kinds import kind_named
from clapometer.facts.places import territories
from clapometer.facts.reading import Fact, facts_about
from clapometer.signals.comparing import compare
from clapometer.signals.counters import Counter, Segment, counters_from
from clapometer.signals.growth import rounded, shown_per_cent, shown_times
from clapometer.signals.measures import Definition
from clapometer.signals.points import Point

from . import words
from .addresses import fact_address
from .asking import query_of, text_of
from .factwords import spoken_day
from .sparks import Framed, as_of, bounded, number_of, spark_of, with_bound
from .workpage import WorkRecord

ROWS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Meaning:
    """A definition as pages tell it: what numbers mean, and from when to when."""

    means: str
    span: str
    source: str
    link: str
    url: str


class PointRow(NamedTuple):
    """A number in a table. `changed`: its meaning is another than that of the older one below."""

    as_of: str
    number: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Block:
    """A counter on a page: its names, its last number, its chart, its definitions, some numbers.

    `compared` tells the last number of levels beside the first of the same definition.
    """

    id: int
    of: str
    title: str
    platform: str
    unit: str
    last: str
    as_of: str
    highest: str
    compared: str
    spark: Framed | None
    meanings: list[Meaning]
    broken: bool
    rows: list[PointRow]
    count: int
    source: str
    link: str
    url: str
    fact_url: str


def read_counted(record: WorkRecord) -> Mapping[str, object] | None:
    """Return what the section prints; None for a work of which nothing was counted."""
    asked = record.asked
    works = [one.id for one in record.kin.family]
    facts = facts_about(works, "counter", "uplift", "streak", known=asked.known)
    begun = [fact for fact in facts if fact.kind == "counter"]
    counters = counters_from(begun, at=asked.at, known=asked.known)
    told = [
        fact
        for fact in facts
        if fact.kind != "counter" and (asked.at is None or fact.at <= asked.at)
    ]
    if asked.at is not None:
        counters = [one for one in counters if one.segments]
    if not counters and not told:
        return None
    return {
        "counters": [block_of(one, asked.at, _query(record)) for one in counters if one.segments],
        "empty": [one for one in counters if not one.segments],
        "announced": [announced(fact) for fact in reversed(told)],
    }


def _query(record: WorkRecord) -> str:
    asked = record.asked
    at, known = asked.day or text_of(asked.at), asked.known_day or text_of(asked.known)
    return query_of(at=at, known=known)


def block_of(counter: Counter, at: int | None = None, query: str = "") -> Block:
    """Return a counter as a page tells it."""
    measure, last = counter.measure, counter.last
    assert last is not None
    segment = counter.segments[-1]
    said = counter.fact.said
    address = reverse("counter", args=[counter.fact.id])
    spark = spark_of(counter, at)
    highest = max(segment.points, key=attrgetter("number"))
    return Block(
        counter.fact.id,
        counter.of,
        measure.title,
        measure.platform,
        measure.unit,
        bounded(last),
        as_of(last),
        _highest(highest) if measure.is_flow and len(segment.points) > 1 else "",
        "" if measure.is_flow else compared(segment),
        spark,
        meanings(counter, at),
        bool(spark and spark.spark.breaks),
        point_rows(counter.segments, ROWS_SHOWN),
        sum(len(one.points) for one in counter.segments),
        str(said.get("source", "")),
        str(said.get("link", "")),
        f"{address}?{query}" if query else address,
        fact_address(counter.fact.id),
    )


def _highest(point: Point) -> str:
    return gettext("%(number)s on %(day)s") % {"number": bounded(point), "day": as_of(point)}


def compared(segment: Segment) -> str:
    """Return how the last number stands to the first of the same definition, in both ways.

    Nothing is said where there is one only, or the first is nought.
    """
    first, last = segment.points[0], segment.points[-1]
    found = None if first is last else compare(first, last)
    if found is None:
        return ""
    times = rounded(found.times)
    told = {
        "times": with_bound(shown_times(times), found.bound),
        "per_cent": shown_per_cent(rounded(found.times - 1) * 100),
        "number": number_of(first.value),
        "day": as_of(first),
    }
    return gettext("%(times)s times the %(number)s of %(day)s (%(per_cent)s)") % told


def meanings(counter: Counter, at: int | None = None) -> list[Meaning]:
    """Return the definitions that matter to the numbers: those of each, and what came after."""
    used = [one.definition for one in counter.segments]
    last = used[-1] if used else None
    every = [one for one in counter.measure.definitions if _holds(one, at)]
    after = every[every.index(last) + 1 :] if last in every else []
    ends = dict(pairwise(every))
    return [
        Meaning(
            one.means,
            _span_of(one, ends.get(one)),
            one.source,
            one.link,
            fact_address(one.fact) if one.fact else "",
        )
        for one in every
        if one in used or one in after
    ]


def _span_of(definition: Definition, after: Definition | None) -> str:
    """Return from when to when a definition holds, as exactly as it is known; "" for ever."""
    until = None if after is None else _since(after)
    if definition.since is None:
        return gettext("before %(day)s") % {"day": until} if until else ""
    since = _since(definition)
    if not until:
        return gettext("from %(day)s") % {"day": since}
    return gettext("from %(day)s until %(end)s") % {"day": since, "end": until}


def _since(definition: Definition) -> str:
    """Return the day, month or year from which a definition holds."""
    return spoken_day(shown_day(When(definition.since, definition.dated), UTC))


def _holds(definition: Definition, at: int | None) -> bool:
    return at is None or definition.since is None or definition.since <= at


def point_rows(
    segments: Sequence[Segment], most: int | None = None, start: int = 0
) -> list[PointRow]:
    """Return rows of numbers, the newest first, `most` of them from the place `start` on."""
    rows: list[PointRow] = []
    before, end = 0, None if most is None else start + most
    for place in range(len(segments) - 1, -1, -1):
        points = segments[place].points
        newest = points[::-1][max(0, start - before) : None if end is None else end - before]
        rows += [PointRow(as_of(one), bounded(one), False) for one in newest]
        before += len(points)
        if end is not None and before >= end:
            return rows
        if newest and place:
            rows[-1] = rows[-1]._replace(changed=True)
    return rows


@dataclass(frozen=True, slots=True)
class Told:
    """An uplift or a streak as it was announced."""

    title: str
    line: str
    when: str
    windows: str
    source: str
    link: str
    url: str


def announced(fact: Fact) -> Told:
    """Return an announced uplift or streak as a page tells it."""
    kind = kind_named(fact.kind)
    assert kind is not None
    said = fact.said
    return Told(
        gettext(kind.title),
        kind.line(said),
        "" if fact.happened_at is None else words.day_of(fact.happened_at),
        _windows(said) if fact.kind == "uplift" else "",
        str(said.get("source", "")),
        str(said.get("link", "")),
        fact_address(fact.id),
    )


def _windows(said: Mapping[str, object]) -> str:
    """Return which time is set against which, as far as that was told, and on which market."""
    after = _span(said.get("first"), said.get("last"))
    before = str(said.get("baseline", "")) or _span(
        said.get("baseline_first"), said.get("baseline_last")
    )
    parts = [
        gettext("time: %(span)s") % {"span": after or gettext("not told")},
        gettext("against: %(span)s") % {"span": before or gettext("not told")},
    ]
    if said.get("market"):
        parts.append(
            gettext("market: %(country)s") % {"country": territories().get(str(said["market"]), "")}
        )
    if said.get("measured_by"):
        parts.append(gettext("measured by %(who)s") % {"who": said["measured_by"]})
    return "; ".join(parts)


def _span(first: object, last: object) -> str:
    days = [spoken_day(str(day)) for day in (first, last) if day]
    if len(days) == 2 and first != last:
        return gettext("%(first)s to %(last)s") % {"first": days[0], "last": days[1]}
    return days[0] if days else ""
