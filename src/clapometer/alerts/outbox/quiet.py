"""Hours of the day as a follower lives them: when quiet ends, when a digest is due."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from clapometer.alerts.kinds import MINUTE, SECOND
from clapometer.instants import from_datetime, to_datetime


def loud_from(now: int, zone: str, quiet_from: int | None, quiet_until: int | None) -> int:
    """Return the first instant from `now` on that lies outside the quiet hours.

    They are minutes after midnight in the zone and may span midnight; hours that end where they
    begin are none.
    """
    if quiet_from is None or quiet_until is None or quiet_from == quiet_until:
        return now
    ends = _end_of_quiet(now // (MINUTE * SECOND), zone, quiet_from, quiet_until)
    return now if ends is None else max(now, ends)


# Followers of one place share their hours: millions of them are a few hundred of these.
@lru_cache(maxsize=4096)
def _end_of_quiet(minute: int, zone: str, begins: int, ends: int) -> int | None:
    local = to_datetime(minute * MINUTE * SECOND).astimezone(_zone(zone))
    at = local.hour * 60 + local.minute
    spans_midnight = begins > ends
    quiet = at >= begins or at < ends if spans_midnight else begins <= at < ends
    if not quiet:
        return None
    day = local.date() + timedelta(days=1) if spans_midnight and at >= begins else local.date()
    return instant_of(day, ends, zone)


def instant_of(day: date, minutes: int, zone: str) -> int:
    """Return the instant of a time of day, in minutes, on a day in a zone.

    A time that the clocks leave out in spring is the one just as long after midnight.
    """
    local = datetime.combine(day, time(minutes // 60 % 24, minutes % 60), _zone(zone))
    return from_datetime(local.astimezone(UTC))


@lru_cache(maxsize=1024)
def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        # A zone that this machine does not know must not keep anybody's messages.
        return ZoneInfo("UTC")
