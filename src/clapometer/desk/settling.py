"""Settling that sources disagree: what they say stands as printed, until somebody opens it again.

Where one of them is wrong, nothing is settled: its fact is corrected or taken back.
"""

from __future__ import annotations

from django.utils.translation import gettext as _

from clapometer.facts.reading import fact_numbered
from clapometer.ledger.entries import Entry
from clapometer.ledger.writing import writing
from clapometer.readers.text import clean_prose
from clapometer.stories.contradictions import Contradiction, against
from clapometer.stories.drafts import contradiction_settled, settling_undone

from .refusing import EntryRefused, Problem
from .stating import LONGEST_REASON


def contradiction_of(number: int) -> Contradiction:
    """Return the contradiction that a fact is part of. Raises EntryRefused where there is none."""
    fact = fact_numbered(number)
    found = against(fact) if fact else None
    if found is None:
        sentence = _("Nothing contradicts fact %(number)d.") % {"number": number}
        raise EntryRefused(Problem("", sentence))
    return found


def settle(number: int, reason: str, actor: str) -> Entry:
    """Settle the contradiction that a fact is part of. Raises EntryRefused."""
    with writing(actor) as writer:
        found = contradiction_of(number)
        if not found.open:
            raise EntryRefused(Problem("", _("This was settled already.")))
        why = _reason(reason, needed=True)
        return writer.append_one(contradiction_settled([one.id for one in found.facts], why))


def open_again(number: int, reason: str, actor: str) -> Entry:
    """Open the contradiction again that a fact is part of. Raises EntryRefused."""
    with writing(actor) as writer:
        found = contradiction_of(number)
        if found.settled is None:
            raise EntryRefused(Problem("", _("This is open; nothing was settled.")))
        why = _reason(reason, needed=False)
        return writer.append_one(settling_undone(found.settled.id, why))


def _reason(text: str, *, needed: bool) -> str:
    reason = clean_prose(text)
    if needed and not reason:
        raise EntryRefused(Problem("reason", _("Say why, for everybody to read.")))
    if len(reason) > LONGEST_REASON:
        sentence = _("A reason has at most %(n)d characters.") % {"n": LONGEST_REASON}
        raise EntryRefused(Problem("reason", sentence))
    return reason
