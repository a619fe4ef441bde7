"""Writing entries one at a time, between services that write their own.

A writer counts on from the position at which it was opened, so none is held while a service writes:
each draft has one of its own, all in the one transaction that the caller holds.
"""

from __future__ import annotations

from clapometer.ledger.entries import Draft, Entry
from clapometer.ledger.writing import writing


def append_one(actor: str, draft: Draft) -> Entry:
    """Write one draft."""
    with writing(actor) as writer:
        return writer.append_one(draft)
