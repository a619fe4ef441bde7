"""Counter-entries to entries about counters: their points, themselves, their definitions."""

from __future__ import annotations

from collections.abc import Iterator

from clapometer.facts.drafts import fact_undone
from clapometer.facts.reading import fact_numbered, facts_of_kind
from clapometer.ledger.entries import Draft, Entry
from clapometer.signals.facts import COUNTER, DEFINITION
from clapometer.signals.models import Point as Standing
from clapometer.signals.points import Point, points_restated, read_point

_REASON = "the import that brought it was taken back"


def point_counters(entry: Entry) -> Iterator[Draft]:
    """Yield the counter-entry to an entry that told points, for those that stand as it told them.

    What it had restated says again what it said before; what others have corrected since stays.
    """
    if not entry.kind.startswith("points."):
        return
    data, counter = entry.data, entry.subject_id
    rows = Standing.objects.filter(counter=counter, seq=entry.seq, until=None)
    columns = ("at", "whole_day", "digits", "places", "bound")
    standing = [Point(*row) for row in rows.values_list(*columns)]
    if standing:
        times = {point.at for point in standing}
        back = [point for point in map(read_point, data.get("before", ())) if point.at in times]
        yield points_restated(counter, back, standing, reason=_REASON)


def counter_counters(entry: Entry) -> Iterator[Draft]:
    """Yield the counter-entry to a counter's beginning, unless others have told points of it."""
    if entry.kind != "counter.added":
        return
    fact = fact_numbered(entry.seq)
    if fact and not Standing.objects.filter(counter=entry.seq, until=None).exists():
        yield fact_undone(COUNTER, fact.id, fact.seq, _REASON)


def definition_counters(entry: Entry) -> Iterator[Draft]:
    """Yield the counter-entry to a definition, unless a counter that stands needs it."""
    if entry.kind != "definition.added":
        return
    fact = fact_numbered(entry.seq)
    if fact is None:
        return
    used = {one.said["measure"] for one in facts_of_kind("counter")}
    if fact.said["measure"] not in used:
        yield fact_undone(DEFINITION, fact.id, fact.seq, _REASON)
