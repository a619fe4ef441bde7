"""Hours on a follower's own clock: when quiet hours end, when the next digest is due.

A night of quiet begins when the clock first shows its beginning and ends when the clock last shows
its end. So on the day on which clocks go back nothing is sent in the hour that comes twice, and on
the day on which they go forward an hour that is left out is taken for the moment of the change.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from clapometer.instants import from_datetime, to_datetime

MINUTES_A_DAY = 24 * 60
_DAY = timedelta(days=1)


def after_quiet(instant: int, zone: str, quiet_from: int | None, quiet_until: int | None) -> int:
    """Return the instant at which something may be sent that is due at `instant`.

    That is the instant itself, or the end of the quiet hours it lies in. `zone`: an IANA time zone;
    the hours are minutes after midnight there, both None without quiet hours.
    """
    if quiet_from is None or quiet_until is None or quiet_from == quiet_until:
        return instant
    today = to_datetime(instant).astimezone(ZoneInfo(zone)).date()
    for day in (today - _DAY, today):
        ends_on = day if quiet_from < quiet_until else day + _DAY
        begins = shown_at(day, quiet_from, zone)
        ends = shown_at(ends_on, quiet_until, zone, last=True)
        if begins <= instant < ends:
            return ends
    return instant


@lru_cache(maxsize=65_536)
def next_digest(after: int, zone: str, minute: int, weekday: int | None = None) -> int:
    """Return the first instant later than `after` at which the clock in the zone shows the minute.

    `weekday`: only on that day of the week, 0 is Monday.
    """
    day = to_datetime(after).astimezone(ZoneInfo(zone)).date()
    while True:
        due = shown_at(day, minute, zone)
        if due > after and weekday in (None, day.weekday()):
            return due
        day += _DAY


@lru_cache(maxsize=16_384)
def shown_at(day: date, minute: int, zone: str, *, last: bool = False) -> int:
    """Return the instant at which a clock in the zone shows so many minutes after midnight.

    Where it shows them twice, the first time or the `last`; where it leaves them out, the moment of
    the change.
    """
    tz = ZoneInfo(zone)
    told = datetime(day.year, day.month, day.day) + timedelta(minutes=minute)  # noqa: DTZ001
    chosen = told.replace(tzinfo=tz, fold=int(last)).astimezone(UTC)
    if chosen.astimezone(tz).replace(tzinfo=None) == told:
        return from_datetime(chosen)
    return _change(told, tz)


def _change(told: datetime, tz: ZoneInfo) -> int:
    """Return the instant of the change of clocks that leaves out a time of day."""
    # Read with the offset that holds after the change it lies before it, and the other way round.
    early = told.replace(tzinfo=tz, fold=1).astimezone(UTC)
    late = told.replace(tzinfo=tz, fold=0).astimezone(UTC)
    second = timedelta(seconds=1)
    while late - early > second:
        middle = early + (late - early) // 2
        middle = middle.replace(microsecond=0)
        if middle.astimezone(tz).replace(tzinfo=None) < told:
            early = middle
        else:
            late = middle
    return from_datetime(late)
