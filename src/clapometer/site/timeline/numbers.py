"""Lines of a timeline: the numbers of counters, and those that were restated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from django.utils.translation import ngettext

from clapometer.facts.reading import Fact, facts_about
from clapometer.ledger.reading import read_some
from clapometer.signals.dated import dated_points
from clapometer.signals.definitions import measures_known
from clapometer.signals.measures import Measure
from clapometer.signals.points import Point
from clapometer.site import words
from clapometer.site.addresses import entry_address
from clapometer.site.factwords import spoken_day

from .lines import Line, Scope, Told

_BOUNDS = {"=": "", "≥": "≥ ", "~": "≈ ", "≤": "≤ "}


class _Number(NamedTuple):
    """A point of a counter, or how many points an entry restated."""

    counter: Fact
    measure: Measure | None
    point: Point | None
    restated: int = 0


def find(scope: Scope) -> Iterator[Line]:
    """Yield a line for each number that stands, and for each entry that restated some.

    A number of a period counts from when the period is over.
    """
    counters = {one.id: one for one in facts_about(scope.works, "counter", known=scope.known)}
    if not counters:
        return
    measures = measures_known(known=scope.known)
    ended: Counter[tuple[int, int, int]] = Counter()
    for told in dated_points(counters, scope.position):
        if told.until is not None and told.ended_at is not None and told.until <= scope.position:
            ended[told.counter, told.until, told.ended_at] += 1
            continue
        fact, point = counters[told.counter], told.point
        measure = measures.get(fact.said["measure"])
        happened = point.over if measure and measure.is_flow else point.at
        what = _Number(fact, measure, point)
        yield Line(happened, told.recorded_at, told.seq, "number", fact.about, False, what)
    for (counter, seq, changed), many in ended.items():
        what = _Number(counters[counter], None, None, many)
        yield Line(changed, changed, seq, "correction", what.counter.about, False, what)


def tell(scope: Scope, lines: Sequence[Line]) -> list[Told]:
    """Return the numbers in words, with who says so."""
    # One entry tells thousands of numbers, so each is taken apart once.
    told = {seq: entry.data for seq, entry in read_some({line.seq for line in lines}).items()}
    return [_told(line, line.what, told[line.seq]) for line in lines]


def _told(line: Line, number: _Number, entry: Mapping[str, Any]) -> Told:
    of, point = number.counter.said["of"], number.point
    if point is None:
        text = ngettext(
            "%(of)s: %(n)d number restated", "%(of)s: %(n)d numbers restated", number.restated
        ) % {"of": of, "n": number.restated}
        day = words.moment_of(line.happened)
    else:
        unit = number.measure.unit if number.measure else number.counter.said["measure"]
        text = f"{of}: {_BOUNDS[point.bound]}{point.value:,} {unit}"
        day = spoken_day(point.as_of) if point.whole_day else words.moment_of(point.at)
    url = entry_address(line.seq)
    return Told(line, day, text, url, entry.get("source", ""), entry.get("link", ""))
