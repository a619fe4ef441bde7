"""Days and titles as answers tell and order them."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from clapometer.catalogue.models import Work
from clapometer.instants import to_datetime


def day_of(instant: int) -> str:
    """Return the day of an instant in the site's time zone, in ISO 8601."""
    return _day(instant).isoformat()


def days_between(first: int, last: int) -> int:
    """Return how many days lie between the days of two instants."""
    return (_day(last) - _day(first)).days


def _day(instant: int) -> date:
    return to_datetime(instant).astimezone(timezone.get_default_timezone()).date()


def title_key(work: Work) -> tuple[str, int]:
    """Return what orders works by title: the folded one, then the number."""
    return work.key, work.id
