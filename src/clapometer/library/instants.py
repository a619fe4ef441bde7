"""Instants as analysts write them: a text, a date, a datetime, or whole microseconds."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TypeAlias

from clapometer.instants import end_of_day, from_datetime, parse_instant

from .problems import Refused, refusing

InstantLike: TypeAlias = int | str | date | datetime
"""A date means its end; without a zone, UTC. A whole number is microseconds since 1970 in UTC."""


def instant(given: InstantLike | None) -> int | None:
    """Return the instant in microseconds since 1970 in UTC; None stays None."""
    if given is None or (isinstance(given, int) and not isinstance(given, bool)):
        return given
    if isinstance(given, datetime):
        return from_datetime(given if given.tzinfo else given.replace(tzinfo=UTC))
    if isinstance(given, date):
        return end_of_day(given, UTC)
    if isinstance(given, str):
        with refusing():
            return parse_instant(given, UTC)
    raise Refused(f"{given!r} is no instant; give a text like 2023-08-04, a date or a datetime.")
