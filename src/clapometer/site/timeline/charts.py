"""Lines of a timeline: weeks on the charts of the whole world, and what publishers restated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, timedelta
from typing import NamedTuple

from django.utils.translation import gettext

from clapometer.instants import start_of_day
from clapometer.signals.dated import dated_places
from clapometer.signals.kinds import PUBLICATIONS
from clapometer.site import words
from clapometer.site.addresses import entry_address
from clapometer.site.factwords import spoken_day

from .lines import Line, Scope, Told

_WEEK = timedelta(days=6)


class _Place(NamedTuple):
    rank: int
    category: str
    sunday: date
    publication: str
    restated: bool


def find(scope: Scope) -> Iterator[Line]:
    """Yield a line for each place in a week, and for each that was restated later.

    A week is dated by its end.
    """
    for place in dated_places(scope.works, scope.position):
        recorded, seq, week = place.recorded_at, place.seq, place.sunday
        what = _Place(place.rank, place.category, week, place.publication, seq != place.chart)
        if what.restated:
            yield Line(recorded, recorded, seq, "correction", place.work, False, what)
        if place.until is None or place.until > scope.position:
            over = start_of_day(week + timedelta(days=1), UTC) - 1
            standing = what._replace(restated=False)
            yield Line(over, recorded, seq, "chart", place.work, False, standing)


def tell(scope: Scope, lines: Sequence[Line]) -> list[Told]:
    """Return the places in words, with who publishes the chart."""
    return [_told(line, line.what) for line in lines]


def _told(line: Line, place: _Place) -> Told:
    says = {
        "rank": place.rank,
        "list": place.category,
        "first": spoken_day((place.sunday - _WEEK).isoformat()),
        "last": spoken_day(place.sunday.isoformat()),
    }
    text = gettext("Number %(rank)d of %(list)s, week of %(first)s to %(last)s") % says
    if place.restated:
        text = gettext("The publisher restated: %(text)s") % {"text": text}
    day = words.moment_of(line.happened) if place.restated else says["last"]
    source = PUBLICATIONS.get(place.publication, place.publication).partition(",")[0]
    return Told(line, str(day), text, entry_address(line.seq), source)
