"""What a record changes about a work itself.

What is missing is filled in, what the same source told before is brought up to date, and what a
person or another source said stays.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple
from zoneinfo import ZoneInfo

import orjson
from django.conf import settings

from clapometer.catalogue.drafts import fact_of, work_corrected
from clapometer.catalogue.models import Identifier, Work
from clapometer.instants import format_instant, start_of_day
from clapometer.ledger.canonical import Value
from clapometer.ledger.entries import Draft
from clapometer.ledger.models import LedgerEntry
from clapometer.readers.sources.works import SourceWork

from ..models import Import
from .outcome import Difference

NAMES = {"title": "title", "year": "year", "number": "number", "released": "day of release",
         "parent": "what it is a part of"}  # fmt: skip
_IMPORT = re.compile(r"import:([0-9]+)")


class Completion(NamedTuple):
    """The entry that a record calls for, None for none, and what it says otherwise."""

    draft: Draft | None
    differences: tuple[Difference, ...]


def completion(work: Work, record: SourceWork, parent: int | None, writers: Writers) -> Completion:
    """Return what the record changes about the work."""
    facts: dict[str, Value] = {}
    differences = []
    for field, told in _told(record, parent).items():
        here = fact_of(work, field)
        if told is None or told == here or (field == "released" and here and record.statements):
            continue
        if here in (None, "") or writers.is_ours(work.id, field):
            facts[field] = told
        else:
            why = "the site has it from elsewhere, or a person wrote it"
            differences.append(
                Difference(work.id, str(work), NAMES[field], str(here), str(told), why)
            )
    known = set(
        Identifier.objects.filter(value__in=record.identifiers).values_list("value", flat=True)
    )
    if fresh := [value for value in record.identifiers if value not in known]:
        facts["identifiers"] = list(fresh)
    before = {name: fact_of(work, name) for name in facts if name != "identifiers"}
    draft = work_corrected(work.id, facts, before) if facts else None
    return Completion(draft, tuple(differences))


def _told(record: SourceWork, parent: int | None) -> dict[str, Value]:
    return {
        "title": record.title or None,
        "year": record.year,
        "number": record.number,
        "released": released_of(record),
        "parent": parent,
    }


def released_of(record: SourceWork) -> str | None:
    """Return the instant of release as entries tell it; None where no day is told, and where facts
    about releases tell it, which the work follows."""
    if len(record.released) != 10 or any(one.kind == "release" for one in record.statements):
        return None
    zone = ZoneInfo(settings.SITE["time_zone"])
    return format_instant(start_of_day(date.fromisoformat(record.released), zone))


class Writers:
    """Who wrote what a work says last: looked up once, and only where a source says otherwise."""

    def __init__(self, profile: str) -> None:
        self._profile = profile
        self._ours: set[str] | None = None
        self._last: dict[tuple[int, str], str] | None = None

    def is_ours(self, work: int, field: str) -> bool:
        """Return whether an import of this source wrote the field of the work last."""
        return self.is_our_actor(self._actors().get((work, field)) or _added_by(work))

    def is_our_actor(self, actor: str) -> bool:
        """Return whether entries of this actor are an import of this source."""
        if self._ours is None:
            found = Import.objects.filter(profile=self._profile).values_list("id", flat=True)
            self._ours = {f"import:{one}" for one in found}
        return actor in self._ours

    def forget(self) -> None:
        """Forget what is known: somebody has written since."""
        self._ours = self._last = None

    def _actors(self) -> dict[tuple[int, str], str]:
        if self._last is None:
            self._last = {}
            found = LedgerEntry.objects.filter(kind="work.corrected").order_by("seq")
            # An undo says again what was said before: it is nobody's own word.
            found = found.exclude(actor__startswith="undo:")
            for subject, actor, body in found.values_list("subject", "actor", "body").iterator():
                work = int(subject.partition(":")[2])
                self._last.update(((work, field), actor) for field in orjson.loads(body))
        return self._last


def _added_by(work: int) -> str:
    found = LedgerEntry.objects.filter(seq=work).values_list("actor", flat=True).first()
    return found or ""
