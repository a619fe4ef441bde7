"""In which pattern the episodes of a season came out, told by their days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

_WEEK = 7
_SPLIT = 14


def release_pattern(days: Sequence[str]) -> str:
    """Return “all at once”, “weekly” or “split” for the days (ISO 8601, in order), "" if unclear.

    Weekly: no two days of release lie further apart than two weeks. Split: few days, each with
    several episodes, further apart. One episode alone has no pattern, and a month tells none.
    """
    if len(days) < 2 or any(len(day) != 10 for day in days):
        return ""
    distinct = [date.fromisoformat(day) for day in dict.fromkeys(days)]
    if len(distinct) == 1:
        return "all at once"
    gaps = [(later - day).days for day, later in pairwise(distinct)]
    if max(gaps) <= _SPLIT and max(gaps) >= _WEEK - 1:
        return "weekly"
    return "split" if min(gaps) > _SPLIT and len(days) >= 2 * len(distinct) else ""
