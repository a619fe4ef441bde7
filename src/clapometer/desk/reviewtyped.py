"""A review that stands, as it would be typed."""

from __future__ import annotations

from clapometer.instants import format_instant, to_datetime
from clapometer.reviews.record import Said

from .reviewtyping import VERDICTS, converted, zone_of_site


def typed_of(said: Said) -> dict[str, str]:
    """Return a review that stands as it would be typed, so that it reads back."""
    return {
        "link": said.link,
        "grade": said.grade,
        "date": _typed_day(said),
        "verdict": _typed_verdict(said),
        "quote": said.quote,
        "top": "yes" if said.top else "",
        "first_episodes": "yes" if said.first_episodes else "",
    }


def _typed_day(said: Said) -> str:
    if said.happened_at is None or said.dated == "unknown":
        return ""
    if said.dated != "day":
        return format_instant(said.happened_at)
    return to_datetime(said.happened_at).astimezone(zone_of_site()).date().isoformat()


def _typed_verdict(said: Said) -> str:
    """Return the verdict as it would be chosen: from the grade only where that gives the same."""
    if said.verdict_by == "converted" and converted(said.grade) == said.positive:
        return ""
    chosen = (said.positive, said.verdict_by)
    known = {told: name for name, told in VERDICTS.items() if name}
    return known.get(chosen, known.get((said.positive, "reported"), "none"))
