"""How surely a claim is stated, in the words of announcements; and what can be a fact at all."""

from __future__ import annotations

from typing import Any

from clapometer.readers.claims.claim import Claim
from clapometer.signals.announcing import ANNOUNCEMENT

CERTAINTIES: dict[str, str] = {
    "confirmed": "official",
    "current": "reported",
    "at_debut": "reported",
    "former": "reported",
    "reported": "reported",
    "speculated": "rumoured",
    "denied": "denied",
    "undecided": "undecided",
}
"""Modality of a claim -> certainty of an announcement. A story that names nobody who decides only
reports, however firmly it is stated."""
STATED = frozenset({"confirmed", "current", "at_debut", "former", "reported"})
"""Modalities in which a claim can be a fact; all others can be announcements only."""
EARLIER = frozenset({"at_debut", "former"})
"""Modalities that speak of a time before the story."""


def certainty_of(modality: str, said_by: Any) -> str:
    """Return the certainty of an announcement stated in this modality, by whom it names."""
    certainty = CERTAINTIES.get(modality, "reported")
    return "reported" if certainty == "official" and not said_by else certainty


def recordable(claim: Claim, record: str) -> bool:
    """Return whether anything can be recorded of a claim.

    Of what is hoped for, denied or left open only announcements are recorded; of a premiere that
    was given no date there is nothing to say.
    """
    if claim.kind == "premiere" and claim.value is None:
        return False
    return claim.modality in STATED or record == ANNOUNCEMENT.name
