"""Returning seasons: who came back to review a season, beside the season before it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from clapometer.catalogue.models import Work
from clapometer.instants import EARLIEST, LATEST
from clapometer.scoring.events import Event
from clapometer.scoring.returning import Returning, returning
from clapometer.scoring.rollup import Part
from clapometer.scoring.rules import Rule

from .events import events_of_works


@dataclass(frozen=True, slots=True)
class Comeback:
    """A season beside the one before it; `same_age` where both are taken so long after release."""

    season: Work
    before: Work
    numbers: Returning
    same_age: bool


def comebacks_of(
    work: Work,
    rule: Rule,
    until: int,
    at: int | None = None,
    known: int | None = None,
    read: Mapping[int, Sequence[Event]] | None = None,
) -> list[Comeback]:
    """Return each season of a series beside the one before it; of a season, this one alone.

    `at`, `known` are as in scores.score_of(); `until` is how far time has gone, from which the age
    of a season is counted. Only seasons that have reviews are compared. Their entries are read in
    one query, unless those of all of them were `read` before.
    """
    pairs = list(_pairs(work))
    wanted = {one.id for pair in pairs for one in pair}
    there = read is not None and wanted <= set(read)
    events = read if read is not None and there else events_of_works(sorted(wanted), known)
    parts = {key: Part(f"w{key}", "season", events[key]) for key in wanted}
    found = []
    for before, now in pairs:
        age = _age(before, now, until if at is None else at)
        numbers = returning(
            parts[before.id], parts[now.id], at_before=at if age is None else age, at_now=at,
            known=known, versions=rule.versions,
        )  # fmt: skip
        if numbers.before and numbers.now:
            found.append(Comeback(now, before, numbers, age is not None))
    return found


def _pairs(work: Work) -> list[tuple[Work, Work]]:
    """Return the seasons to compare: each with the one before it."""
    above = work.id if work.kind == "series" else work.parent_id if work.kind == "season" else None
    if above is None:
        return []
    found = Work.objects.filter(parent_id=above, kind="season", number__isnull=False)
    pairs = list(pairwise(found.order_by("number", "id")))
    return [pair for pair in pairs if work.kind == "series" or pair[1].id == work.id]


def _age(before: Work, now: Work, until: int) -> int | None:
    """Return the instant at which the season before was as old as this one is, if that is known."""
    if before.released is None or now.released is None:
        return None
    return max(EARLIEST, min(LATEST, before.released + until - now.released))
