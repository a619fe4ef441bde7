"""Instants as notices write them."""

from __future__ import annotations

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import pgettext

from clapometer.instants import to_datetime

# Characters of an ISO date that hold what is known.
_LENGTHS = {"year": 4, "month": 7}


def day_of(instant: int) -> str:
    """Return the day of an instant in the site's time zone: 4 August 2023."""
    local = to_datetime(instant).astimezone(timezone.get_default_timezone())
    # Translators: how a day is written, in Django's date format characters.
    return date_format(local, pgettext("format of a day", "j F Y"), use_l10n=False)


def day_as_known(instant: int, dated: str) -> str:
    """Return the day, month or year of an instant that is known so exactly (facts.days.DATED)."""
    if dated not in _LENGTHS:
        return day_of(instant)
    local = to_datetime(instant).astimezone(timezone.get_default_timezone())
    return local.date().isoformat()[: _LENGTHS[dated]]
