"""Instants as sentences tell them: days of the site's time zone, with a time where one is known."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from clapometer.instants import to_datetime
from clapometer.sentences.values import When

_MIDNIGHT = (0, 0, 0, 0)
_DAY_ENDS = (23, 59, 59, 999_999)


def when(instant: int, dated: str = "instant") -> When:
    """Return the day of an instant; first and last instant of a day stand for the whole day.

    `dated`: how exactly it is known: instant, day, month or year.
    """
    local = to_datetime(instant).astimezone(timezone.get_default_timezone())
    if dated in {"month", "year"}:
        return When(local.date(), precision=dated)
    clock = (local.hour, local.minute, local.second, local.microsecond)
    if dated != "instant" or clock in {_MIDNIGHT, _DAY_ENDS}:
        return When(local.date())
    return When(local.date(), _time(local))


def _time(local: datetime) -> str:
    return f"{local:%H:%M} {local.tzname() or timezone.get_default_timezone_name()}"
