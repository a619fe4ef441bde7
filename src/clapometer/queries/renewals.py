"""Questions about announcements: renewed so soon after a season came out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from clapometer.catalogue.models import Work
from clapometer.catalogue.releases import first_release
from clapometer.facts.reading import Fact, facts_of_kind

from .asked import Asked
from .ranking import Row
from .telling import day_of, days_between, title_key

RENEWALS = frozenset({"renewed", "two-season-renewal"})


def renewed_within(asked: Asked) -> list[Row]:
    """Return the series that were officially renewed so few days after their last season."""
    said = [
        fact
        for fact in facts_of_kind("announcement", at=asked.at, known=asked.known)
        if fact.said["status"] in RENEWALS and fact.said["certainty"] == "official"
        and fact.happened_at is not None
    ]  # fmt: skip
    whole = _series({fact.about for fact in said})
    seasons = _releases({one.id for one in whole.values()}, asked)
    soonest: dict[int, Row] = {}
    for fact in said:
        if fact.about not in whole:
            continue
        series = whole[fact.about]
        row = _row(fact, series, seasons[series.id])
        if row is None or -row.value > asked.values["days"]:
            continue
        # Facts come in order of time, so that of equal days the earlier stays.
        if series.id not in soonest or row.value > soonest[series.id].value:
            soonest[series.id] = row
    return list(soonest.values())


def _row(fact: Fact, series: Work, releases: list[tuple[int, Work]]) -> Row | None:
    """Return the row of one announcement: days since the last release before it."""
    before = [one for one in releases if one[0] <= fact.at]
    if not before:
        return None
    released, season = max(before, key=lambda one: (one[0], one[1].number or 0))
    days = days_between(released, fact.at)
    cells: dict[str, object] = {
        "season": season.title,
        "released": day_of(released),
        "renewed": day_of(fact.at),
        "days": days,
        "by": str(fact.said.get("by") or fact.said.get("source") or ""),
        "fact": fact.id,
    }
    return Row(series.id, -days, (fact.at, *title_key(series)), cells)


def _series(works: Iterable[int]) -> dict[int, Work]:
    """Return for each work the series that it is, or is a season of."""
    found = Work.objects.select_related("parent").in_bulk(list(works))
    return {
        number: one.parent if one.kind == "season" and one.parent else one
        for number, one in found.items()
    }


def _releases(series: set[int], asked: Asked) -> dict[int, list[tuple[int, Work]]]:
    """Return when each season of the series came out: by facts, else as the catalogue has it."""
    parts = list(Work.objects.filter(parent_id__in=series, kind="season"))
    told: dict[int, list[Fact]] = defaultdict(list)
    for fact in facts_of_kind("release", at=asked.at, known=asked.known):
        told[fact.about].append(fact)
    found: dict[int, list[tuple[int, Work]]] = defaultdict(list)
    for season in parts:
        first = first_release(told[season.id])
        released = first.happened_at if first else season.released
        if released is not None and season.parent_id is not None:
            found[season.parent_id].append((released, season))
    return found
