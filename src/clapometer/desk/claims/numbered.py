"""Claims of numbers: places on charts, counts, uplifts, takings."""

from __future__ import annotations

from clapometer.signals.definitions import measures_known

from .certainty import EARLIER
from .telling import Telling, Typed

SAYS = {"rank": "rank", "countries": "countries", "top_n": "top", "songs": "songs"}
"""Units of a chart's claim, and what the number of a chart place says."""
_PER_CENT = frozenset({"percent", "%"})
_NO_GROWTH = ("share", "change", "ratio")
_FALLS = ("drop", "declin", "fall", "fell", "down", "decreas", "slid", "dip", "slump", "plung")


def chart(told: Telling) -> tuple[str, Typed]:
    """Return a place on a chart as reported."""
    platform = told.text("platform")
    return "chart-place", {
        "when": told.published,
        "chart": told.text("chart") or platform,
        "says": SAYS.get(told.text("unit"), "rank"),
        "value": told.value,
        "lowest": told.text("rank_max"),
        "bound": told.bound,
        "place": told.text("place"),
        "period": told.text("period") or _as_of(told),
    }


def count(told: Telling) -> tuple[str, Typed]:
    """Return a number as reported, an uplift where it is per cent."""
    unit, metric = told.text("unit", 60), told.text("metric")
    sign = _growth(metric) if unit in _PER_CENT else ""
    if sign:
        return "uplift", _uplift(told, metric, sign)
    return "reported-number", {
        "when": told.published,
        "value": told.value,
        "unit": unit,
        "bound": told.bound,
        "metric": metric,
        "subject": told.text("subject"),
        "platform": told.text("platform"),
        "place": told.text("place"),
        "period": told.text("period") or _as_of(told),
        "measure": _measure(told, unit),
    }


def _growth(metric: str) -> str:
    """Return the sign of a growth in per cent, "" for a share, and for a change of unknown sign."""
    words = metric.casefold()
    if any(one in words for one in _NO_GROWTH):
        return ""
    return "-" if any(one in words for one in _FALLS) else "+"


def _uplift(told: Telling, metric: str, sign: str) -> Typed:
    grew = " of ".join(part for part in (metric, told.text("subject")) if part)
    return {
        "when": told.published,
        "what": grew,
        "growth": f"{sign}{told.value.lstrip('+-')} %" if told.value else "",
        "baseline": told.text("period"),
        "measured_by": told.text("said_by"),
    }


def _measure(told: Telling, unit: str) -> str:
    """Return the one measure that counts such units of what is named there, "" where none does."""
    platform, subject = told.text("platform").casefold(), told.text("subject")
    if not platform or not subject or told.claim.modality in EARLIER:
        return ""
    named = [
        one.name
        for one in measures_known().values()
        if one.platform.casefold() == platform and one.unit == unit and not one.is_flow
    ]
    return named[0] if len(named) == 1 else ""


def takings(told: Telling) -> tuple[str, Typed]:
    """Return what tickets brought in."""
    return "takings", {
        "when": told.published,
        "value": told.value,
        "currency": told.text("unit", 3) or "USD",
        "bound": told.bound,
        "place": told.text("place"),
        "period": told.text("period") or _as_of(told),
    }


def _as_of(told: Telling) -> str:
    """Return the story's own words for the time, where it speaks of an earlier one."""
    as_of = told.claim.as_of
    return (as_of or "")[:200] if told.claim.modality in EARLIER else ""
