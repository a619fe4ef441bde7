"""Days as people type them into a form: any form of a date, and a few words."""

from __future__ import annotations

from datetime import date, timedelta, tzinfo

from django.utils.translation import gettext as _

from clapometer.instants import start_of_day, to_datetime
from clapometer.readers.dates import UNKNOWN, Dates
from clapometer.readers.problems import CellRefused
from clapometer.readers.text import clean_word

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
TODAY, YESTERDAY = "today", "yesterday"


class DayRefused(ValueError):
    """The text is no day, may be two, or lies ahead; the message is one sentence."""


def read_day(
    text: str, zone: tzinfo, present: int, *, ahead: bool = False
) -> tuple[int | None, str]:
    """Return the instant and how exactly it is known (a key of reviews.contents.DATED).

    Besides the dates that tables may hold: today, yesterday, and a day of the week, which is the
    last one there was. An empty text is an unknown day. `ahead`: the day may lie in the future.
    Raises DayRefused.
    """
    word = clean_word(text).casefold()
    if word in _words():
        return start_of_day(_day_called(word, zone, present), zone), "day"
    try:
        # Whoever types 1 January 2000 means it: only lists write that for an unknown day.
        found = Dates(zone, placeholders=frozenset()).read(text)
    except CellRefused as refusal:
        raise DayRefused(_sentence(refusal.code, text)) from None
    if not ahead and found != UNKNOWN and found[0] is not None and found[0] > present:
        raise DayRefused(_("“%(text)s” lies ahead.") % {"text": text.strip()})
    return found


def _words() -> set[str]:
    own = {str(_("today")), str(_("yesterday"))}
    return {TODAY, YESTERDAY, *WEEKDAYS, *(word.casefold() for word in own)}


def _day_called(word: str, zone: tzinfo, present: int) -> date:
    today = to_datetime(present).astimezone(zone).date()
    if word in {TODAY, str(_("today")).casefold()}:
        return today
    if word in WEEKDAYS:
        return today - timedelta(days=(today.weekday() - WEEKDAYS.index(word)) % 7)
    return today - timedelta(days=1)


def _sentence(code: str, text: str) -> str:
    shown = {"text": text.strip()[:60]}
    if code == "ambiguous_date":
        return _("“%(text)s” may be day first or month first; write it like 2026-04-03.") % shown
    return (
        _(
            "“%(text)s” is no date that can be read;"
            " write it like 2026-11-20, 20 Nov 2026, yesterday or friday."
        )
        % shown
    )
