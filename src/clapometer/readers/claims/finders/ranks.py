"""Places on charts as they are printed: No. 1, second place, rounding out the top five."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from clapometer.readers.claims.wording import Table, Wording, Words

from .rank_rows import PLACES, Place
from .rank_words import LISTS_OF, NUMBER_SIGN, number_of

_PLACES = Table(PLACES, [Wording(one.words, re.IGNORECASE) for one in PLACES])
_SIGN = re.compile(NUMBER_SIGN, re.IGNORECASE)
LEFT = "chart: left place"
"""The rule of a place that a work came from: “from fifth to third”."""
_LEFT = Place(LEFT, "", None, "rank", '"Salt Road" rose from fifth to third place.')


class Ranked(NamedTuple):
    """A place on a chart in a sentence: where, by which row, its value, and the last of a span."""

    start: int
    end: int
    place: Place
    value: int
    last: int | None
    words: str


def ranks_in(text: str) -> list[Ranked]:
    """Return the places on charts that a sentence prints, in order; no words are read twice."""
    found: list[Ranked] = []
    words = Words(text)
    for place, wording in _PLACES.for_text(text):
        for one in words.all_of(wording, 0, len(text)):
            if any(one.start() < other.end and other.start < one.end() for other in found):
                continue
            if _other_list(text, one):
                continue
            found += _ranked(place, one)
    return sorted(found)


def _ranked(place: Place, one: re.Match[str]) -> Iterator[Ranked]:
    """Yield the place of a match, and the one that its work came from."""
    groups = one.groupdict()
    value = _value(place, groups)
    if value is None:
        return
    yield Ranked(*one.span(), place, value, number_of(groups.get("last")), one[0])
    was = groups.get("was")
    if was is not None:
        before = 1 if was.casefold() == "top" else number_of(_SIGN.sub("", was))
        if before is not None and before != value:
            yield Ranked(*one.span(), _LEFT, before, None, one[0])


def _other_list(text: str, one: re.Match[str]) -> bool:
    """Return whether a match is of a list that is no chart: “tops the list of nominees”."""
    if not one.groupdict().get("list"):
        return False
    return not LISTS_OF.search(one[0]) and not LISTS_OF.search(text, one.end(), one.end() + 30)


def _value(place: Place, groups: dict[str, str | None]) -> int | None:
    names = {"countries": ("countries",), "songs": ("songs", "songs2")}.get(
        place.unit, ("n", "nth", "top")
    )
    told = next((groups[name] for name in names if groups.get(name)), None)
    return place.value if told is None else number_of(told)
