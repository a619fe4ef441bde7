"""Which facts hold for a work as such, whatever the instant."""

from __future__ import annotations

from clapometer.facts.reading import Fact

from .facts.credits import CREDIT, PERSON
from .facts.posters import POSTER
from .facts.sources import SOURCE_WORK
from .facts.titles import TITLE

LASTING = frozenset(kind.name for kind in (TITLE, CREDIT, SOURCE_WORK, POSTER, PERSON))
"""Kinds of facts of which one without a time of its own holds at any time."""


def holds_at(fact: Fact, at: int | None) -> bool:
    """Return whether a fact holds at an instant (None: whatever the time).

    A lasting one without a time of its own holds at every instant; any other counts from its time,
    or from when this site learned of it.
    """
    return at is None or fact.at <= at or (fact.happened_at is None and fact.kind in LASTING)
