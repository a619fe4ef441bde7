"""Recording what a measure means from a day on."""

from __future__ import annotations

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from django.conf import settings

from clapometer.facts.drafts import fact_added
from clapometer.facts.typed import read_typed
from clapometer.ledger.entries import Draft, Entry
from clapometer.ledger.writing import writing
from clapometer.signals.definitions import recorded_measures
from clapometer.signals.facts import DEFINITION
from clapometer.signals.measures import KNOWN, said_of

from .stating import draft_fact

_LASTING = ("title", "unit", "platform", "nature", "period")


def define_measure(name: str, typed: Mapping[str, str], actor: str) -> Entry:
    """Record a definition of the measure; return its entry, whose position is the fact's number.

    `typed` has the texts of the fact's fields, with `since`. What it leaves empty of title, unit,
    platform, nature and period stays as the measure has it. Raises FactRefused.
    """
    told = {**typed, "measure": name, "when": typed.get("since", "")}
    with writing(actor) as writer:
        before = known_drafts(name)
        if before:
            writer.append(before)
        measure = recorded_measures().get(name)
        for part in _LASTING:
            if measure is not None and not told.get(part):
                told[part] = getattr(measure, part)
        return writer.append_one(draft_fact(DEFINITION, 0, told))


def known_drafts(name: str) -> list[Draft]:
    """Return the drafts that record a measure known from the start, none if the site has it."""
    known = KNOWN.get(name)
    if known is None or name in recorded_measures():
        return []
    zone = ZoneInfo(settings.SITE["time_zone"])
    return [
        fact_added(DEFINITION, 0, read_typed(DEFINITION, said_of(name, known, one), zone))
        for one in known.definitions
    ]
