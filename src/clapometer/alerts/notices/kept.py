"""What is kept in mind between two looks at the ledger: when each was, and keys with conditions."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from clapometer.alerts.models import Kept

START = "start"
"""The row that says from when on there are notices: what was recorded until then is the past."""


def kept_at(name: str) -> int:
    """Return the instant kept under the name, 0 where nothing is."""
    return Kept.objects.filter(name=name).values_list("at", flat=True).first() or 0


def said_of(name: str) -> dict[str, Any]:
    """Return what else is kept under the name."""
    text = Kept.objects.filter(name=name).values_list("said", flat=True).first()
    said: dict[str, Any] = json.loads(text or "{}")
    return said


def keep(name: str, at: int, said: Mapping[str, object] | None = None, work: int = 0) -> None:
    """Keep the instant and the rest under the name, in place of what was there."""
    told = json.dumps(said or {}, sort_keys=True)
    Kept.objects.update_or_create(name=name, defaults={"at": at, "said": told, "work_id": work})
