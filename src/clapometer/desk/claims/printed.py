"""Claims of what somebody printed: scores, badges, a consensus, a synopsis, words."""

from __future__ import annotations

import re

from clapometer.stories.quoting import short_quote

from .certainty import EARLIER
from .telling import Telling, Typed

_OUT_OF = re.compile(r"/ ?([0-9]+)")
_SCALES = {"100": "100", "10": "10", "5": "5", "4": "4"}
_UNITS = {"%": "percent", "percent": "percent", "grade": "letter", "unquantified": "word"}
PANELS = {"critics": "critics", "audience": "audience", "users": "audience"}
"""Sides of a claim, and the panels of printed scores."""
# CinemaScore asks those who come out of the cinema; its letter is never one of critics.
_AUDIENCE_ONLY = frozenset({"cinemascore", "posttrak"})


def when_printed(told: Telling) -> str:
    """Return the day of which it was printed so: that of the story, of the release where it was so
    at the debut, "" where an earlier day is not known."""
    if told.claim.modality not in EARLIER:
        return told.published
    return told.released if told.claim.modality == "at_debut" else ""


def score(told: Telling) -> tuple[str, Typed]:
    """Return a score as an aggregator or an outlet printed it."""
    aggregator, outlet = told.text("aggregator"), told.text("outlet")
    scale = _scale(told.text("unit"))
    value = f"{told.value}%" if scale == "percent" else told.value
    return "outside-score", {
        "when": when_printed(told),
        "printed_by": aggregator or outlet,
        "panel": _panel(told.text("side"), aggregator, outlet),
        "value": value,
        "scale": scale,
        "count": told.text("review_count"),
        "bound": told.bound if told.text("review_count") else "",
    }


def _scale(unit: str) -> str:
    if unit in _UNITS:
        return _UNITS[unit]
    out_of = _OUT_OF.match(unit)
    return _SCALES.get(out_of[1], "other") if out_of else "other"


def _panel(side: str, aggregator: str, outlet: str) -> str:
    if side in PANELS:
        return PANELS[side]
    if aggregator.casefold() in _AUDIENCE_ONLY:
        return "audience"
    return "staff" if outlet and not aggregator else "critics"


def certification(told: Telling) -> tuple[str, Typed]:
    """Return a badge that an aggregator gave."""
    return "certification", {
        "when": when_printed(told),
        "badge": told.value,
        "printed_by": told.text("aggregator"),
    }


def consensus(told: Telling) -> tuple[str, Typed]:
    """Return what critics agree on, as an aggregator prints it."""
    return "printed-consensus", {
        "when": when_printed(told),
        "text": short_quote(told.value),
        "printed_by": told.text("aggregator"),
    }


def synopsis(told: Telling) -> tuple[str, Typed]:
    """Return what the work is about, in the words of the story, as short as a quote."""
    return "synopsis", {"when": told.published, "text": short_quote(told.value)}


def quotation(told: Telling) -> tuple[str, Typed]:
    """Return words that somebody said."""
    return "quotation", {
        "when": told.published,
        "words": short_quote(told.value),
        "speaker": told.text("speaker"),
        "venue": told.text("venue"),
    }
