"""The streaks of a work on the weekly lists it is on, with the query behind them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.db.models import Q

from .chartweeks import ChartWeek
from .models import Chart
from .streaks import STREAK_QUERY, Streaks, streaks

__all__ = ["STREAK_QUERY", "ListKey", "ListStreaks", "list_streaks"]


class ListKey(NamedTuple):
    """A weekly list: its publisher, its country ("": the whole world), what it is called."""

    publication: str
    territory: str
    category: str


class ListStreaks(NamedTuple):
    """The streaks on one list; `first` and `last` are the first and last Sunday told of it."""

    key: ListKey
    streaks: Streaks
    first: date
    last: date


def list_streaks(
    weeks: Iterable[ChartWeek], *, until: date | None = None, position: int | None = None
) -> list[ListStreaks]:
    """Return the streaks on each list that the weeks are of, one query for all.

    A week counts for a work when any of its seasons is on the list. `until`: lists of weeks that
    end before that day; `position`: as known at a position of the ledger; both as the weeks were
    read.
    """
    on: dict[ListKey, set[date]] = defaultdict(set)
    for week in weeks:
        on[ListKey(week.publication, week.territory, week.category)].add(week.sunday)
    if not on:
        return []
    told = _told(set(on), until, position)
    found = []
    for key in sorted(on):
        sundays = told[key] | on[key]
        found.append(ListStreaks(key, streaks(on[key], sundays), min(sundays), max(sundays)))
    return found


def _told(keys: set[ListKey], until: date | None, position: int | None) -> dict[ListKey, set[date]]:
    """Return the Sundays of which each list was taken in."""
    found = Chart.objects.filter(
        publication__in={key.publication for key in keys},
        territory__in={key.territory for key in keys},
        category__in={key.category for key in keys},
        week__isnull=False,
    )
    if position is None:
        found = found.filter(undone=None)
    else:
        found = found.filter(Q(undone=None) | Q(undone__gt=position), id__lte=position)
    if until is not None:
        found = found.filter(week__lt=until)
    told: dict[ListKey, set[date]] = defaultdict(set)
    for *key, week in found.values_list("publication", "territory", "category", "week"):
        if week is not None:
            told[ListKey(*key)].add(week)
    return told
