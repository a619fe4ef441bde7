"""The form in which a reader picks an instant, as filled in for what is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from clapometer.instants import to_datetime

from .addresses import work_address
from .asking import Asked
from .words import is_end_of_day
from .workpage import WorkRecord


@dataclass(frozen=True, slots=True)
class Picker:
    """The texts of the form's fields, in the site's time zone."""

    at: str
    at_time: str
    known: str
    known_time: str
    zone: str

    @classmethod
    def of(cls, asked: Asked) -> Picker:
        """Return the form filled in."""
        at, at_time = _fields(asked.at)
        known, known_time = _fields(asked.known)
        return cls(at, at_time, known, known_time, timezone.get_default_timezone_name())


def read_picker(record: WorkRecord) -> Mapping[str, object]:
    """Return the section with the form, which every work's page has."""
    asked = record.asked
    return {
        "form": Picker.of(asked),
        "action": work_address(record.work),
        "rule": asked.rule.name if asked.rule_named else "",
    }


def _fields(instant: int | None) -> tuple[str, str]:
    """Return date and time; the time stays empty for the end of a day, as it was when asked."""
    if instant is None:
        return "", ""
    zone = timezone.get_default_timezone()
    if is_end_of_day(instant):
        return f"{to_datetime(instant).astimezone(zone):%Y-%m-%d}", ""
    # A time field holds milliseconds. Rounded up, what was recorded at the instant stays known.
    local = to_datetime(-(-instant // 1000) * 1000).astimezone(zone)
    return f"{local:%Y-%m-%d}", local.replace(tzinfo=None).time().isoformat(_precision(local))


def _precision(local: datetime) -> str:
    if local.microsecond:
        return "milliseconds"
    return "seconds" if local.second else "minutes"
