"""Where sources disagree, for pages: what each of them says, and how it was settled."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext

from clapometer.facts.reading import Fact
from clapometer.site.about.marks import Mark, mark_of
from clapometer.site.factwords import line_of, title_of
from clapometer.site.workpage import WorkRecord
from clapometer.stories.contradictions import Contradiction, against, contradictions_of


class Side(NamedTuple):
    """What one source says, with the mark of its fact; `this`: the fact whose page it is."""

    line: str
    mark: Mark
    this: bool


class Dispute(NamedTuple):
    """A contradiction in words. `settled` is the reason an editor gave, None where it is open."""

    title: str
    sides: list[Side]
    settled: str | None
    settle_url: str


def read_disputes(record: WorkRecord) -> Mapping[str, object] | None:
    """Return where sources disagree on the work and its parts; None where they do not."""
    works = [one.id for one in record.kin.family]
    known = record.asked.known
    found = [_dispute(one, known) for one in contradictions_of(works, known)]
    if not found:
        return None
    still = [one for one in found if one.settled is None]
    over = [one for one in found if one.settled is not None]
    return {"open": still, "settled": over, "count": len(still)}


def dispute_of(fact: Fact, known: int | None = None) -> Dispute | None:
    """Return the contradiction that a fact is part of, None where nothing disagrees with it."""
    found = against(fact, known)
    return _dispute(found, known, fact.id) if found else None


def _dispute(one: Contradiction, known: int | None, this: int = 0) -> Dispute:
    settled = one.settled
    reason = None if settled is None else settled.reason or gettext("It stands as printed.")
    return Dispute(
        title=title_of(one.kind),
        sides=[Side(line_of(fact), mark_of(fact, known), this == fact.id) for fact in one.facts],
        settled=reason,
        settle_url=reverse("fact_settle", args=[one.facts[0].id]),
    )
