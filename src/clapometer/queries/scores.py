"""Questions about scores and badges."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from clapometer.catalogue.models import Work
from clapometer.reviews.scoreboard import in_force
from clapometer.scoring.rounding import Printing
from clapometer.scoring.rule import printed

from .asked import Asked
from .ranking import Row
from .standings import badges_won, standings
from .telling import day_of, days_between, title_key


class Season(NamedTuple):
    """A season of a series, and what orders it among equals."""

    id: int
    series: int
    number: int
    title: str
    key: str


def biggest_drop(asked: Asked) -> list[Row]:
    """Return the seasons that print less than the season before them."""
    least = asked.values["reviews"]
    stood = {one.work: one for one in standings(asked.at, asked.known) if one.counted >= least}
    rule = in_force(asked.known).at(asked.at)
    seasons = _seasons()
    rows = []
    for season in seasons.values():
        before = seasons.get((season.series, season.number - 1))
        if before is None or season.id not in stood or before.id not in stood:
            continue
        one, other = stood[season.id], stood[before.id]
        score, was = (printed(rule, each.tally).printed for each in (one, other))
        if score is None or was is None or was <= score:
            continue
        drop = was - score
        cells: dict[str, object] = {
            "score": number_of(score, rule.printing),
            "reviews": one.counted,
            "before": before.title,
            "score_before": number_of(was, rule.printing),
            "reviews_before": other.counted,
            "drop": number_of(drop, rule.printing),
        }
        rows.append(Row(season.id, drop, (-one.counted, season.key, season.id), cells))
    return rows


def _seasons() -> dict[tuple[int, int], Season]:
    """Return the seasons by series and number; of two with one number the one added first."""
    rows = (
        Work.objects.filter(kind="season", merged_into=None)
        .exclude(parent_id=None)
        .exclude(number=None)
        .order_by("-id")
        .values_list("id", "parent_id", "number", "title", "key")
    )
    return {(row[1], row[2] or 0): Season._make(row) for row in rows}


def number_of(score: int, printing: Printing) -> str:
    """Return a printed number without its unit."""
    return format(Decimal(score).scaleb(-printing.decimals), "f")


def perfect(asked: Asked) -> list[Row]:
    """Return the works that have reviews enough and no negative one."""
    found = {
        one.work: one.tally.count
        for one in standings(asked.at, asked.known)
        if one.tally.positive == one.tally.count >= asked.values["reviews"]
    }
    works = _there(found)
    return [
        Row(work, count, title_key(works[work]), {"reviews": count})
        for work, count in found.items()
        if work in works
    ]


def _there(found: Iterable[int]) -> dict[int, Work]:
    """Return the works of these numbers, without those that were merged into others."""
    return {one.id: one for one in Work.objects.in_bulk(list(found)).values()
            if one.merged_into is None}  # fmt: skip


def badge_soonest(asked: Asked) -> list[Row]:
    """Return the works that won the badge, by the days since their first review."""
    found = {one.work: one for one in badges_won(asked.at, asked.known)}
    works = _there(found)
    rows = []
    for number, one in found.items():
        if number not in works:
            continue
        days = days_between(one.first, one.won)
        cells: dict[str, object] = {
            "first_review": day_of(one.first), "won": day_of(one.won), "days": days,
        }  # fmt: skip
        # The fewest days come first, so the value counts downwards.
        rows.append(Row(number, -days, (one.won, *title_key(works[number])), cells))
    return rows
