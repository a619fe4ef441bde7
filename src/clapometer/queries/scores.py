"""Questions about scores and badges."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from clapometer.catalogue.models import Work
from clapometer.reviews.scoreboard import in_force
from clapometer.scoring.rounding import Printing

from .asked import Asked
from .ranking import Row
from .standings import badges_won, standings
from .telling import day_of, days_between, title_key


def biggest_drop(asked: Asked) -> list[Row]:
    """Return the seasons that print less than the season before them."""
    stood = {one.work: one for one in standings(asked.at, asked.known)}
    printing = in_force(asked.known).at(asked.at).printing
    seasons = _seasons()
    rows = []
    for (series, number), season in seasons.items():
        before = seasons.get((series, number - 1))
        if before is None or season.id not in stood or before.id not in stood:
            continue
        one, other = stood[season.id], stood[before.id]
        if one.score.printed is None or other.score.printed is None:
            continue
        if min(one.counted, other.counted) < asked.values["reviews"]:
            continue
        drop = other.score.printed - one.score.printed
        if drop > 0:
            cells: dict[str, object] = {
                "score": printed(one.score.printed, printing),
                "reviews": one.counted,
                "before": before.title,
                "score_before": printed(other.score.printed, printing),
                "reviews_before": other.counted,
                "drop": printed(drop, printing),
            }
            rows.append(Row(season.id, drop, (-one.counted, *title_key(season)), cells))
    return rows


def _seasons() -> dict[tuple[int, int], Work]:
    """Return the seasons by series and number; of two with one number the one added first."""
    found: dict[tuple[int, int], Work] = {}
    for season in Work.objects.filter(
        kind="season", parent__isnull=False, number__isnull=False, merged_into=None
    ):
        assert season.parent_id is not None
        assert season.number is not None
        key = season.parent_id, season.number
        if key not in found or season.id < found[key].id:
            found[key] = season
    return found


def printed(score: int, printing: Printing) -> str:
    """Return a printed number without its unit."""
    return format(Decimal(score).scaleb(-printing.decimals), "f")


def perfect(asked: Asked) -> list[Row]:
    """Return the works that have reviews enough and no negative one."""
    found = {
        one.work: one.score.tally.count
        for one in standings(asked.at, asked.known)
        if one.score.tally.positive == one.score.tally.count >= asked.values["reviews"]
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
