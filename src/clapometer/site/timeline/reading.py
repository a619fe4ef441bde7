"""A timeline read: its lines found, filtered, put in order, and those that are shown told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from operator import attrgetter

from clapometer.catalogue.folding import fold
from clapometer.catalogue.models import Work
from clapometer.reviews.moments import moments_of
from clapometer.scoring.bench import instant_of
from clapometer.scoring.moments import Moment
from clapometer.site.asking import Asked
from clapometer.site.reviewed import Reviewed

from . import charts, facts, moments, numbers, reviews
from .asking import Filters
from .lines import Line, Scope, Source, Told

# Of which source a line is, by its group; a correction is of the one that found it.
SOURCES: dict[str, Source] = {
    "reviews": Source(reviews.find, reviews.tell),
    "moments": Source(moments.find, moments.tell),
    "facts": Source(facts.find, facts.tell),
    "charts": Source(charts.find, charts.tell),
    "numbers": Source(numbers.find, numbers.tell),
}
Found = list[tuple[str, Line]]
"""Lines with the name of their source."""


def scope_of(
    reviewed: Reviewed,
    work: Work,
    asked: Asked,
    position: int,
    known: int,
    told: Callable[[], Sequence[Moment]] | None = None,
) -> Scope:
    """Return what is asked of the work and all below it, as known at the ledger's `position`.

    `known` is when that was recorded. The work's own moments may be `told` already.
    """
    events = reviewed.events
    last = max((instant_of(one) for every in events.values() for one in every), default=0)
    until = max(known, last) if asked.at is None else asked.at
    rule = asked.rule if asked.rule_named else None
    own = told or partial(moments_of, work, rule, until, known)
    parts = partial(attrgetter("parts"), reviewed)
    return Scope(work, reviewed.works, events, asked, position, known, until, own, parts)


def newest(scope: Scope, count: int) -> list[Told]:
    """Return the last lines on the history's clock, the newest first.

    Numbers are left out, and facts of no known time: who is in the cast is no news of the day on
    which this site learned of it.
    Moments are worked out of those works alone that can have any among these lines.
    """
    found = [("reviews", line) for line in reviews.find_last(scope, count)]
    dated = [one for one in _gather(scope, ("facts", "charts")) if not one[1].undated]
    found = _newest_first(found + dated, "happened")[:count]
    since = found[-1][1].happened if len(found) == count else None
    found += [
        ("moments", line) for line in moments.find_since(scope, since) if _is_past(scope, line)
    ]
    return tell(scope, _newest_first(found, "happened")[:count])


def everything(scope: Scope, filters: Filters) -> tuple[Found, Counter[str]]:
    """Return the lines asked for, the newest first, and how many there are of each group.

    The groups are counted as if all of them were asked for.
    """
    found = [one for one in _gather(scope, SOURCES) if filters.of in (0, one[1].work)]
    counts = Counter(line.group for _, line in found)
    if filters.groups:
        found = [one for one in found if one[1].group in filters.groups]
    if filters.text:
        found = _holding(scope, found, filters.text)
    return _newest_first(found, filters.clock), counts


def tell(scope: Scope, found: Found) -> list[Told]:
    """Return the lines in words, in the order given; each source is asked once."""
    told: dict[int, Told] = {}
    for name, source in SOURCES.items():
        places = [place for place, one in enumerate(found) if one[0] == name]
        if places:
            words = source.tell(scope, [found[place][1] for place in places])
            told.update(zip(places, words, strict=True))
    return [told[place] for place in range(len(found))]


def _gather(scope: Scope, names: Iterable[str]) -> Found:
    return [
        (name, line)
        for name in names
        for line in SOURCES[name].find(scope)
        if _is_past(scope, line)
    ]


def _is_past(scope: Scope, line: Line) -> bool:
    """Return whether the line had happened at the instant asked for."""
    return scope.asked.at is None or line.happened <= scope.asked.at


def _holding(scope: Scope, found: Found, text: str) -> Found:
    """Return the lines that hold all the words."""
    wanted = fold(text).split()
    return [
        one
        for one, told in zip(found, tell(scope, found), strict=True)
        if _holds(fold(f"{told.text} {told.source}"), wanted)
    ]


def _holds(text: str, words: Sequence[str]) -> bool:
    return all(word in text for word in words)


def _newest_first(found: Found, clock: str) -> Found:
    def order(one: tuple[str, Line]) -> tuple[int, int]:
        line = one[1]
        return (line.happened if clock == "happened" else line.recorded, line.seq)

    return sorted(found, key=order, reverse=True)
