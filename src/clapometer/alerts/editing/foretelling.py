"""What saying something would lead to: whom it would be told, when, and whether it would wait."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from clapometer.alerts.kinds import KINDS
from clapometer.alerts.notices.about import fact_keys
from clapometer.alerts.notices.sources.facts import FACTS, is_news, kind_of
from clapometer.catalogue.models import Work
from clapometer.facts.reading import Fact
from clapometer.ledger.entries import Entry

from .reach import Reach, reach_of
from .states import waits_for_an_editor


@dataclass(frozen=True, slots=True)
class Foretold:
    """What would be told: as which kind of notice, to whom, after how many seconds, and whether it
    would wait for an editor by itself."""

    kind: str
    reach: Reach
    settles: int
    waits: bool


def foretold(
    kind: str, work: Work, said: Mapping[str, Any], happened_at: int | None, now: int
) -> Foretold | None:
    """Return what a fact would lead to, None where nobody would be told of it.

    `kind`: the kind of fact. What happened too long ago is no news, and neither is what merely
    describes a work.
    """
    entry = Entry(0, f"{kind}.added", happened_at, now, "", "", "{}", b"")
    if kind not in FACTS or not is_news(entry):
        return None
    fact = Fact(0, 0, None, kind, work.id, happened_at, now, now, "", dict(said))
    keys, notice = fact_keys(work, fact), kind_of(fact)
    reach = reach_of(keys, notice)
    if not reach.followers:
        return None
    return Foretold(
        notice, reach, KINDS[notice].settles, waits_for_an_editor(work.id, keys, notice)
    )
