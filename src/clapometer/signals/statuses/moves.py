"""The state machine as tables: which status leads from which stage to which.

A stage that a row does not name does not fit the status: the statement is kept and changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

Moves: TypeAlias = Mapping[str, Mapping[str, str]]
"""Status -> stage before -> stage after."""

KEEP = "="
"""The stage stays; a date, a carrier or “final” may still be new."""
BACK = "<"
"""The stage that it was cancelled at."""
BACK_ROW = {"cancelled": BACK}

_ORDERING = ("greenlit", "ordered", "picked-up", "renewed", "two-season-renewal")
_BEGINNING = ("unknown", "in-development")
_MAKING = ("ordered", "in-production")
_MADE = ("wrapped", "dated", "delayed")
_AHEAD = (*_BEGINNING, *_MAKING, *_MADE, "on-hiatus")
_OUT = ("due", "released")


def _row(*cells: tuple[Iterable[str], str]) -> dict[str, str]:
    return {stage: to for stages, to in cells for stage in stages}


_ORDER = _row(((*_BEGINNING, "cancelled"), "ordered"), ((*_MAKING, *_MADE, "on-hiatus"), KEEP))
_DEVELOP = _row((("unknown", "cancelled"), "in-development"), (("in-development",), KEEP))
_DATE = _row(((*_AHEAD, "due", "cancelled"), "dated"))

SEASON: Moves = {
    "in-development": _DEVELOP,
    "pilot-ordered": _DEVELOP,
    **dict.fromkeys(_ORDERING, _ORDER),
    "final-season": _row(
        ((*_BEGINNING, "cancelled"), "ordered"), ((*_MAKING, *_MADE, "on-hiatus", *_OUT), KEEP)
    ),
    "in-production": _row(
        ((*_BEGINNING, "ordered", "on-hiatus", "cancelled"), "in-production"),
        (("in-production", *_MADE), KEEP),
    ),
    "filming-wrapped": _row(
        ((*_BEGINNING, *_MAKING, "on-hiatus"), "wrapped"), (_MADE, KEEP)
    ),
    "dated": _DATE,
    "rescheduled": _DATE,
    "delayed": _row(((*_AHEAD, "due"), "delayed")),
    "moved": _row((("cancelled",), "ordered"), ((*_AHEAD, *_OUT), KEEP)),
    "released": _row(((*_AHEAD, "due", "cancelled"), "released"), (("released",), KEEP)),
    "on-hiatus": _row(
        ((*_BEGINNING, *_MAKING, *_MADE), "on-hiatus"), (("on-hiatus", *_OUT), KEEP)
    ),
    "cancelled": _row(((*_AHEAD, "due"), "cancelled"), (("cancelled",), KEEP)),
    "shelved": _row(((*_MAKING, *_MADE, "due"), "cancelled"), (("cancelled",), KEEP)),
    "ended": _row((_OUT, "ended"), (("ended",), KEEP)),
    "revived": _row((("unknown", "cancelled"), "ordered"), (("ordered",), KEEP)),
    "un-cancelled": BACK_ROW,
}  # fmt: skip
"""Of one season, a film, an episode."""

SEASON_STAGES = (*_AHEAD, *_OUT, "ended", "cancelled")
_SAID_OF_THE_NEXT = _row((("released", "ending"), KEEP))
_ORDER_OF_MORE = _ORDER | _row((("on-hiatus", *_OUT), "ordered"), (("ending",), KEEP))
SERIES: Moves = {
    **SEASON,
    **dict.fromkeys(("greenlit", "ordered", "picked-up"), _ORDER_OF_MORE),
    **dict.fromkeys(
        ("renewed", "two-season-renewal"),
        _row(((*_AHEAD, *_OUT, "ending", "ended", "cancelled"), "ordered")),
    ),
    "final-season": _row(((*_AHEAD, *_OUT, "cancelled"), "ending"), (("ending",), KEEP)),
    "in-production": {**SEASON["in-production"], **_SAID_OF_THE_NEXT},
    "filming-wrapped": {**SEASON["filming-wrapped"], **_SAID_OF_THE_NEXT},
    "dated": {**_DATE, **_SAID_OF_THE_NEXT},
    "rescheduled": {**_DATE, **_SAID_OF_THE_NEXT},
    "delayed": {**SEASON["delayed"], **_SAID_OF_THE_NEXT},
    "moved": {**SEASON["moved"], "ending": KEEP, "ended": "ordered"},
    "released": _row(
        ((*_AHEAD, "due"), "released"), (("released", "ending", "ended", "cancelled"), KEEP)
    ),
    "on-hiatus": _row(((*_AHEAD, *_OUT, "ending"), "on-hiatus")) | {"on-hiatus": KEEP},
    "cancelled": _row(((*_AHEAD, *_OUT, "ending"), "cancelled"), (("cancelled",), KEEP)),
    "ended": _row(((*_AHEAD, *_OUT, "ending", "cancelled"), "ended"), (("ended",), KEEP)),
    "revived": _row(
        (("unknown", "cancelled", "ended", "ending"), "ordered"), (("ordered",), KEEP)
    ),
}  # fmt: skip
"""Of a series as a whole."""

GOES_ON = "goes-on"
"""What a season hears when a later one is ordered: it is not the last. No status of a statement."""

SPREAD: Moves = {
    "cancelled": _row(((*_BEGINNING[1:], *_MAKING, "on-hiatus"), "cancelled")),
    "un-cancelled": BACK_ROW,
    GOES_ON: dict.fromkeys(SEASON_STAGES, KEEP),
}
"""What is said of the series and leads seasons along; one that is filmed may still come."""
