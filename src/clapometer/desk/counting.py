"""Numbers of counters taken in: what is new is told, what was restated is corrected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC
from typing import NamedTuple

from clapometer.facts.drafts import fact_added
from clapometer.facts.reading import facts_about
from clapometer.facts.typed import read_typed
from clapometer.ledger.entries import Draft
from clapometer.signals.counters import points_of
from clapometer.signals.definitions import measures_known
from clapometer.signals.facts import COUNTER
from clapometer.signals.points import Point, points_restated, points_told

from .measuring import known_drafts
from .titles import Appender

FOLLOWERS = ("catalogue", "charts", "facts", "points", "imports")
"""Consumers that taking numbers in needs, to read its own writing."""
_AT_ONCE = 500


class Key(NamedTuple):
    """Which counter: of which work, measure, country, and of what as its platform names it."""

    work: int
    measure: str
    of: str
    territory: str = ""

    @property
    def folded(self) -> Key:
        """Return the key without regard to capitals."""
        return self._replace(of=self.of.casefold())


class Reading(NamedTuple):
    """Points of one counter as one source tells them."""

    key: Key
    points: tuple[Point, ...]
    source: str = ""
    link: str = ""


@dataclass(slots=True)
class Taken:
    """What became of points: told + restated + unchanged; `counters` and `definitions` are new."""

    counters: int = 0
    definitions: int = 0
    told: int = 0
    restated: int = 0
    unchanged: int = 0


def known_measures() -> set[str]:
    """Return the names of the measures that a counter may have."""
    return set(measures_known())


def compare_readings(readings: Sequence[Reading]) -> Taken:
    """Return what taking the readings in would do; nothing is written."""
    taken = Taken(definitions=len(list(_definitions(readings))))
    there = _counters(readings)
    taken.counters = len(_keys(readings).difference(there))
    list(_point_drafts(readings, there, taken))
    return taken


def take_readings(readings: Sequence[Reading], append: Appender) -> Taken:
    """Take the readings in, under the write lock that `append` holds; return what became of them.

    Known measures bring their definitions with their first counter. Points that stand already are
    not written again.
    """
    taken = Taken()
    drafts = list(_definitions(readings))
    taken.definitions = len(append(drafts))
    there = _counters(readings)
    missing = {one.key.folded: one for one in readings if one.key.folded not in there}
    opened = append([_opened(one) for one in missing.values()])
    there.update(zip(missing, opened, strict=True))
    taken.counters = len(opened)
    append(list(_point_drafts(readings, there, taken)))
    return taken


def _definitions(readings: Iterable[Reading]) -> Iterator[Draft]:
    """Yield the definitions of known measures that the site has none of."""
    for name in sorted({one.key.measure for one in readings}):
        yield from known_drafts(name)


def _opened(reading: Reading) -> Draft:
    key = reading.key
    typed = {
        "measure": key.measure,
        "of": key.of,
        "territory": key.territory,
        "source": reading.source,
        "link": reading.link,
    }
    return fact_added(COUNTER, key.work, read_typed(COUNTER, typed, UTC))


def _counters(readings: Iterable[Reading]) -> dict[Key, int]:
    """Return the counters there are of the works, by their folded keys."""
    works = sorted({one.key.work for one in readings})
    found: dict[Key, int] = {}
    for start in range(0, len(works), _AT_ONCE):
        for fact in facts_about(works[start : start + _AT_ONCE], "counter"):
            said = fact.said
            key = Key(fact.about, said["measure"], said["of"], said.get("territory", ""))
            found.setdefault(key.folded, fact.id)
    return found


def _keys(readings: Iterable[Reading]) -> set[Key]:
    return {one.key.folded for one in readings}


def _point_drafts(
    readings: Sequence[Reading], there: dict[Key, int], taken: Taken
) -> Iterator[Draft]:
    """Yield the entries that the readings call for; counts what they hold in `taken`."""
    standing = points_of(sorted({there[key] for key in _keys(readings) if key in there}))
    by_key = {key: standing.get(there.get(key, 0), {}) for key in _keys(readings)}
    for reading in readings:
        counter = there.get(reading.key.folded, 0)
        known = by_key[reading.key.folded]
        new, changed, before = [], [], []
        for point in reading.points:
            was = known.get(point.at)
            if was is None:
                new.append(point)
            elif was != point:
                changed.append(point)
                before.append(was)
            else:
                taken.unchanged += 1
            known[point.at] = point
        taken.told += len(new)
        taken.restated += len(changed)
        if new:
            yield points_told(counter, new, reading.source, reading.link)
        if changed:
            source, link = reading.source, reading.link
            yield points_restated(counter, changed, before, source=source, link=link)
