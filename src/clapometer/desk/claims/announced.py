"""Claims of what becomes of a work: renewals, cancellations, orders, endings, dates."""

from __future__ import annotations

import re

from clapometer.facts.places import territory_named

from .certainty import STATED, certainty_of
from .telling import Telling, Typed

_DAY = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_PART = re.compile(r"(?:part|volume|vol\.?) ([0-9]{1,2})", re.IGNORECASE)
_FINAL = re.compile(r"\b(?:final|last)\b", re.IGNORECASE)
_REVIVED = re.compile(r"\b(?:reviv|resurrect|saved|un-?cancel)", re.IGNORECASE)
RELEASES = re.compile(
    r"(?:(?:\w+ )?(?:premiere|release|debut|launch|return)|part|volume|vol\b|streaming|available)",
    re.IGNORECASE,
)
"""Events that are the release of a work or of a part of it; the empty event too."""
EVENTS = (
    ("trailer", re.compile(r"trailer|teaser|clip", re.IGNORECASE)),
    ("production start", re.compile(r"(?:production|filming|shoot).*(?:start|beg)", re.IGNORECASE)),
    ("production end", re.compile(r"(?:production|filming|shoot).*(?:end|wrap)", re.IGNORECASE)),
    ("finale", re.compile(r"finale|last episode|ends?\b", re.IGNORECASE)),
    ("episode", re.compile(r"episode|instal", re.IGNORECASE)),
)
"""Events that are another day of a work: the first that fits; `event` where none does."""


def renewal(told: Telling) -> tuple[str, Typed]:
    """Return the announcement of a renewal."""
    detail = told.text("detail")
    status = "two-season-renewal" if len(told.seasons) > 1 else "renewed"
    if _FINAL.search(detail) and told.seasons:
        status = "final-season"
    elif _REVIVED.search(detail):
        status = "revived"
    return _announced(told, status)


def cancellation(told: Telling) -> tuple[str, Typed]:
    """Return the announcement of a cancellation."""
    return _announced(told, "cancelled")


def order(told: Telling) -> tuple[str, Typed]:
    """Return the announcement that a new work was ordered."""
    return _announced(told, "ordered")


def ended(told: Telling) -> tuple[str, Typed]:
    """Return the announcement of an ending."""
    value = told.value
    if _DAY.fullmatch(value):
        return _announced(told, "ended", effective=value)
    final = bool(told.seasons) and "season" in value.casefold()
    return _announced(told, "final-season" if final else "ended")


def premiere(told: Telling) -> tuple[str, Typed]:
    """Return the release of a work, the announcement of its day, or the day of something else."""
    event, value = told.text("event"), told.value
    if event and not RELEASES.match(event):
        return "reported-date", _dated(told, event)
    if _is_past(told):
        return "release", _release(told, event)
    if told.claim.modality == "undecided" and not value:
        return _announced(told, "dated", carrier=told.text("platform"))
    return _announced(told, "dated", date=_day(value), carrier=told.text("platform"))


def _is_past(told: Telling) -> bool:
    """Return whether the day had come when the story was published."""
    day, published = _day(told.value), told.published[:10]
    if not day or told.claim.modality not in STATED:
        return False
    return bool(published) and day <= published[: len(day)]


def _release(told: Telling, event: str) -> Typed:
    place = told.text("place")
    part = _PART.search(event)
    return {
        "when": _day(told.value),
        "territory": territory_named(place) or "",
        "part": part[1] if part else "",
        "carrier": told.text("platform"),
    }


def _dated(told: Telling, event: str) -> Typed:
    named = next((name for name, sign in EVENTS if sign.search(event)), "event")
    return {
        "when": told.published,
        "event": named,
        "what": "" if named == event else event,
        "date": _day(told.value),
        "place": told.text("place"),
        "carrier": told.text("platform"),
    }


def _announced(told: Telling, status: str, **more: str) -> tuple[str, Typed]:
    said_by = told.text("said_by")
    return "announcement", {
        "when": told.published,
        "status": status,
        "certainty": certainty_of(told.claim.modality, said_by),
        "seasons": ", ".join(map(str, told.seasons)),
        "by": said_by,
        **more,
    }


def _day(value: str) -> str:
    """Return a date that is complete from its year on, "" for one whose year is not known."""
    return value if _DAY.fullmatch(value) else ""
