"""The days and hours of digests, as the follower's own calendar has them."""

from __future__ import annotations

from datetime import date, timedelta

from .quiet import instant_of


def due_of_digest(cadence: str, day: date, zone: str, minutes: int, weekday: int) -> int:
    """Return when a follower's digest is due: on the day, or that weekday of the week begun by it.

    `minutes` are after midnight in the follower's zone.
    """
    on = day + timedelta(days=weekday) if cadence == "weekly" else day
    return instant_of(on, minutes, zone)
