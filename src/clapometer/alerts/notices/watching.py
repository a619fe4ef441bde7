"""Reading the ledger for notices: in steps, each found outside and written in one transaction."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction
from django.utils import translation

from clapometer.instants import now as present
from clapometer.ledger.reading import read_entries

from . import cursor
from .kept import START, kept_at
from .looking import look
from .settling import is_due, settle
from .source import Reading
from .table import SOURCES
from .writing import write

STEP = 2_000
"""Entries that are read at once."""
MOST_STEPS = 50
"""Steps of one call: a worker has other things to do too."""


def run(now: int | None = None, *, step: int = STEP) -> int:
    """Read what is new, and judge what has settled; return how many notices were touched.

    It may be called by any number of workers at once. What is told is in the site's language.
    """
    at = present() if now is None else now
    with translation.override(settings.LANGUAGE_CODE):
        found = _read(at, step) + look(at)
        return found + (settle(at) if is_due(at) else 0)


def _read(now: int, step: int) -> int:
    found = 0
    for _ in range(MOST_STEPS):
        place = cursor.place()
        if place is None:
            cursor.begin()
            return found
        if place.until <= place.seq:
            return found
        found += _step(place.seq, min(place.until, place.seq + step), now)
    return found


def _step(after: int, until: int, now: int) -> int:
    reading = Reading(list(read_entries(after, until)), kept_at(START), now)
    drafts = [draft for source in SOURCES.values() for draft in source.find(reading)]
    with transaction.atomic():
        cursor.hold()
        return write(drafts) if cursor.move(after, until) else 0
