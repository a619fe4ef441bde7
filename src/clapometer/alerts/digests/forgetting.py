"""Forgetting how far digests told that nobody gets any more."""

from __future__ import annotations

from clapometer.alerts.kinds import DAY, SECOND
from clapometer.alerts.models import Digested

KEPT = 60 * DAY
"""Seconds after which a digest that comes again begins like a first one."""


def forget(at: int) -> int:
    """Delete how far digests told that were composed long ago; return how many."""
    return Digested.objects.filter(until__lt=at - KEPT * SECOND).delete()[0]
