"""The unit that stands behind a number."""

from __future__ import annotations

import re

from clapometer.readers.claims.figures import Figure

from .counted import UNITS, Unit

_UNITS = tuple((one, re.compile(one.words), re.compile(one.before)) for one in UNITS)
_SONG = re.compile(
    r"\b(?:song|single|track|theme|tune|album|soundtrack|spotify|listen\w*)\b", re.IGNORECASE
)


def unit_of(figure: Figure) -> Unit | None:
    """Return what is counted by the words behind a number, None if they tell nothing."""
    tail = figure.number.text[-8:]
    for one, words, before in _UNITS:
        # The number's own end lets a row ask for millions in front of its word.
        if words.match(tail + figure.after, len(tail)) and before.search(figure.before[-60:]):
            if one.rule == "count: times seen" and _SONG.search(figure.before):
                return _STREAMS
            return one
    return None


_STREAMS = next(one for one in UNITS if one.unit == "streams")
