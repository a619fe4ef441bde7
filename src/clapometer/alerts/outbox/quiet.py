"""Hours of the day as a follower lives them: when quiet ends, when a digest is due."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from clapometer.alerts.following.followers import is_zone
from clapometer.alerts.following.hours import after_quiet, shown_at
from clapometer.alerts.kinds import MINUTE, SECOND


def loud_from(now: int, zone: str, quiet_from: int | None, quiet_until: int | None) -> int:
    """Return the first instant from `now` on that lies outside the quiet hours.

    They are minutes after midnight in the zone and may span midnight; hours that end where they
    begin are none.
    """
    if quiet_from is None or quiet_until is None or quiet_from == quiet_until:
        return now
    return max(now, _end_of_quiet(now // (MINUTE * SECOND), zone, quiet_from, quiet_until))


# Followers of one place share their hours: millions of them are a few hundred of these. The minute
# decides, because hours begin and end with one.
@lru_cache(maxsize=4096)
def _end_of_quiet(minute: int, zone: str, begins: int, ends: int) -> int:
    return after_quiet(minute * MINUTE * SECOND, _known(zone), begins, ends)


def instant_of(day: date, minutes: int, zone: str) -> int:
    """Return the instant at which a clock in a zone first shows a time of day, in minutes.

    A time that the clocks leave out in spring is the moment at which they change.
    """
    return shown_at(day, minutes, _known(zone))


@lru_cache(maxsize=1024)
def _known(zone: str) -> str:
    """Return the zone: one that this machine does not know must not keep anybody's messages."""
    return zone if is_zone(zone) else "UTC"
