"""What can be cited of counters: the last number of each, with its bound and its day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from clapometer.catalogue.models import Work
from clapometer.instants import to_datetime
from clapometer.sentences.values import Counted, When
from clapometer.signals.counters import Counter
from clapometer.signals.points import Point

from .days import when
from .items import Item

_EXACT = "="


def counter_items(counters: Iterable[Counter], works: Mapping[int, Work]) -> Iterator[Item]:
    """Yield the last number of each counter that has one."""
    for counter in counters:
        point = counter.last
        if point is not None:
            yield _item(counter, point, works[counter.fact.about])


def _item(counter: Counter, point: Point, about: Work) -> Item:
    measure, said = counter.measure, counter.fact.said
    source = str(said.get("source") or "") or measure.platform
    # Who says so need not be the platform: a streamer may announce what another one counts.
    where = f" ({measure.platform})" if measure.platform not in ("", source) else ""
    number = point.value if point.places else point.digits
    bound = "" if point.bound == _EXACT else point.bound
    what = f"{counter.of}{where}, {measure.title}"
    told = Counted(what, number, bound, measure.unit, source, _day(point))
    link = str(said.get("link") or "")
    key = f"counter-{counter.fact.id}"
    return Item(key, "counter", about, told, point.at, counter.seq, source, link)


def _day(point: Point) -> When:
    """Return the day of the number; days of counters are days of UTC."""
    return When(to_datetime(point.at).date()) if point.whole_day else when(point.at)
