"""Reading the ledger for notices: in steps, each found outside and written in one transaction."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.db import transaction
from django.utils import translation

from clapometer.alerts.drafts import NoticeDraft, write_notices
from clapometer.alerts.kinds import KINDS, SECOND
from clapometer.alerts.models import Notice
from clapometer.instants import now as present
from clapometer.ledger.reading import read_entries

from . import cursor
from .kept import START, kept_at
from .settling import is_due, settle
from .source import Reading
from .table import SOURCES

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
        found = _read(at, step)
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


def write(drafts: Sequence[NoticeDraft]) -> int:
    """Write the drafts; one that was withdrawn before, and is found again, settles again."""
    written = write_notices(drafts)
    new = {notice.name for notice in written}
    known = {draft.name: draft for draft in drafts if draft.name not in new}
    again = list(Notice.objects.filter(name__in=list(known), state="withdrawn")) if known else []
    for notice in again:
        draft = known[notice.name]
        settled = draft.recorded_at + KINDS[draft.kind].settles * SECOND
        notice.state, notice.due_at = "settling", draft.due_at or settled
        notice.save(update_fields=["state", "due_at"])
    return len(written) + len(again)
