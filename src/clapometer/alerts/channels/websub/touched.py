"""Which works' feeds some entries of the ledger change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from clapometer.catalogue.models import Work
from clapometer.facts.kinds import kind_named
from clapometer.facts.reading import versions_of
from clapometer.ledger.entries import Entry
from clapometer.signals.models import ChartTitle, Placing

_CHARTS = frozenset({"chart.listed", "chart.corrected", "chart.undone"})


def works_touched(entries: Sequence[Entry]) -> set[int]:
    """Return the works that the entries are about, and what these are parts of.

    Numbers of counters are no part of a feed, and the adoption of a rule, which bears on every
    work, is told in none.
    """
    found: set[int] = set()
    for entry in entries:
        found |= _about(entry)
    found |= _charted({one.subject_id for one in entries if one.kind in _CHARTS})
    return _with_above(found)


def _about(entry: Entry) -> set[int]:
    room = entry.subject.partition(":")[0]
    if room == "work":
        return {entry.subject_id}
    said = entry.data
    if kind_named(room) is not None and "about" not in said:
        return {one.about for one in versions_of(entry.subject_id) if one.about}
    named = (said.get("work"), said.get("about"))
    return {one for one in named if isinstance(one, int)}


def _charted(charts: Iterable[int]) -> set[int]:
    """Return the works that stand, or ever stood, on these charts."""
    told = Placing.objects.filter(chart_id__in=charts)
    lines = set(told.values_list("chart__publication", "show", "season", "film"))
    if not lines:
        return set()
    titles = ChartTitle.objects.filter(show__in={one[1] for one in lines})
    rows = titles.values_list("work_id", "publication", "show", "season", "film")
    return {work for work, *title in rows if tuple(title) in lines and work}


def _with_above(works: set[int]) -> set[int]:
    """Return the works with those that they are parts of, whose feeds hold theirs."""
    found, below = set(works), set(works)
    while below:
        parents = Work.objects.filter(id__in=below, parent__isnull=False)
        below = set(parents.values_list("parent_id", flat=True)) - found
        found |= below
    return found
