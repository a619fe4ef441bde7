"""Questions about weekly charts: a series counts with its seasons."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, date, timedelta
from typing import Any

from django.db import connection

from clapometer.catalogue.models import Work
from clapometer.instants import to_datetime
from clapometer.ledger.reading import position_at

from .asked import Asked
from .ranking import Row
from .telling import title_key

_LINES = (
    " FROM signals_chart c JOIN signals_placing p ON p.chart_id = c.id JOIN signals_charttitle t"
    " ON t.publication = c.publication AND t.show = p.show AND t.season = p.season"
    " AND t.film = p.film WHERE c.week IS NOT NULL AND t.work_id IS NOT NULL"
)


def longest_in_top10(asked: Asked) -> list[Row]:
    """Return the works by the number of distinct weeks on the lists of the whole world."""
    clauses, values = _standing(asked)
    lines = _rows(
        f"SELECT t.work_id, c.week, min(p.rank){_LINES} AND c.territory = ''{clauses}"
        " GROUP BY t.work_id, c.week",
        values,
    )
    weeks: dict[int, dict[date, int]] = defaultdict(dict)
    whole = _wholes({line[0] for line in lines})
    for work, week, rank in lines:
        if work in whole:
            known = weeks[whole[work].id]
            known[week] = min(rank, known.get(week, rank))
    works = {one.id: one for one in whole.values()}
    return [_run(works[number], ranks) for number, ranks in weeks.items()]


def _run(work: Work, ranks: dict[date, int]) -> Row:
    best = min(ranks.values())
    cells: dict[str, object] = {
        "weeks": len(ranks),
        "best": best,
        "first_week": min(ranks).isoformat(),
        "last_week": max(ranks).isoformat(),
    }
    return Row(work.id, len(ranks), (best, min(ranks), *title_key(work)), cells)


def most_countries(asked: Asked) -> list[Row]:
    """Return the works by the number of distinct countries over all weeks so far."""
    clauses, values = _standing(asked)
    lines = _rows(
        f"SELECT DISTINCT t.work_id, c.territory{_LINES} AND c.territory <> ''{clauses}", values
    )
    countries: dict[int, set[str]] = defaultdict(set)
    whole = _wholes({line[0] for line in lines})
    for work, territory in lines:
        if work in whole:
            countries[whole[work].id].add(territory)
    works = {one.id: one for one in whole.values()}
    return [
        Row(number, len(codes), title_key(works[number]), {"countries": len(codes)})
        for number, codes in countries.items()
    ]


def _standing(asked: Asked) -> tuple[str, list[Any]]:
    """Return conditions, with their values: lines that stood then, of weeks that were over."""
    values: list[Any] = []
    if asked.known is None:
        clauses = " AND p.until IS NULL"
    else:
        position = position_at(asked.known)
        clauses = " AND p.seq <= %s AND (p.until IS NULL OR p.until > %s)"
        values += [position, position]
    if asked.at is not None:
        clauses += " AND c.week < %s"
        values.append((to_datetime(asked.at).astimezone(UTC) + timedelta(microseconds=1)).date())
    return clauses, values


def _rows(query: str, values: list[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        rows = cursor.fetchall()
    # SQLite hands a day out as its text.
    return [tuple(date.fromisoformat(one) if _is_day(one) else one for one in row) for row in rows]


def _is_day(cell: object) -> bool:
    return isinstance(cell, str) and len(cell) == len("2026-05-03")


def _wholes(works: set[int]) -> dict[int, Work]:
    """Return for each work the one it counts for: a season and an episode for their series."""
    found = {one.id: one for one in Work.objects.filter(id__in=works)}
    for _ in range(2):
        above = {one.parent_id for one in found.values() if one.parent_id is not None}
        parents = Work.objects.in_bulk(list(above))
        found = {
            number: parents.get(one.parent_id, one) if one.parent_id is not None else one
            for number, one in found.items()
        }
    return found
