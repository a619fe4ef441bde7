"""How many would be told: followers of some keys, by channel, also where these are millions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from django.db import connection

from clapometer.alerts.kinds import KINDS

SAMPLE = 20_000
"""Followers up to which each is counted; of more, as many are looked at and the rest reckoned."""
WINDOWS = 100
_AT_ONCE = 400


@dataclass(frozen=True, slots=True)
class Reach:
    """How many would be told of something.

    `followers`: who follows it and asked for its kind; `by_channel`: the places of those who are
    told at once, by channel; `in_digests`: who gets it in a digest. `about`: whether these were
    reckoned from a sample; `followers` of one key is then within a few in a hundred.
    """

    followers: int = 0
    by_channel: Mapping[str, int] = field(default_factory=dict)
    in_digests: int = 0
    about: bool = False


def reach_of(keys: Iterable[str], kind: str, counts: Mapping[str, int] | None = None) -> Reach:
    """Return whom a notice of this kind, with these keys, would be told to now.

    `counts`: how many follow each key, where that is known already.
    """
    wanted = sorted(set(keys))
    bit = KINDS[kind].bit
    known = followers_by_key(wanted) if counts is None else counts
    wanted = [key for key in wanted if known.get(key)]
    total = sum(known[key] for key in wanted)
    if not total or not bit:
        return Reach()
    windows = f"WITH w (low, high) AS (VALUES {_windows(wanted, total)})"
    asked = f"{_in_windows(wanted)} AND (f.kinds & {bit}) > 0"
    at_once = f"SELECT DISTINCT f.follower_id {asked} AND f.cadence = 'now'"
    (followers,) = _row(f"{windows} SELECT COUNT(DISTINCT f.follower_id) {asked}", wanted)
    (now,) = _row(f"{windows} SELECT COUNT(*) FROM ({at_once}) AS told", wanted)
    places = _rows(
        f"{windows} SELECT e.channel, COUNT(*) FROM ({at_once}) AS told JOIN alerts_endpoint e"
        " ON e.follower_id = told.follower_id JOIN alerts_follower o ON o.id = told.follower_id"
        " WHERE e.state = 'on' AND NOT o.paused GROUP BY e.channel ORDER BY 2 DESC, 1",
        wanted,
    )
    share = _share(wanted, windows, total) if total > SAMPLE else Fraction(1)
    return Reach(
        round(followers / share),
        {str(channel): round(count / share) for channel, count in places},
        round((followers - now) / share),
        about=share < 1,
    )


def _in_windows(keys: Sequence[str]) -> str:
    return (
        f"FROM w CROSS JOIN alerts_follow f WHERE f.key IN ({_marks(keys)})"
        " AND f.follower_id BETWEEN w.low AND w.high"
    )


def _windows(keys: Sequence[str], total: int) -> str:
    """Return spans of numbers of followers to look at: one of all, or many short ones.

    They lie evenly from the first follower to the last, so that old and new ones are in them.
    """
    # One end at a time: both in one statement would have the whole index read.
    low = min(_end("MIN", key) for key in keys)
    high = max(_end("MAX", key) for key in keys)
    if total <= SAMPLE:
        return f"({low}, {high})"
    step = (high - low + 1) / WINDOWS
    wide = max(1, round(step * SAMPLE / total))
    starts = (low + round(number * step) for number in range(WINDOWS))
    return ", ".join(f"({start}, {start + wide - 1})" for start in starts)


def _end(which: str, key: str) -> int:
    """Return the first or last number of a follower of the key."""
    (found,) = _row(f"SELECT {which}(follower_id) FROM alerts_follow WHERE key = %s", [key])
    return found


def _share(keys: Sequence[str], windows: str, total: int) -> Fraction:
    """Return which part of all follows lies in the windows."""
    (seen,) = _row(f"{windows} SELECT COUNT(*) {_in_windows(keys)}", keys)
    return Fraction(max(1, int(seen)), total)


def followers_by_key(keys: Iterable[str]) -> dict[str, int]:
    """Return how many follow each of the keys: read from the index alone."""
    wanted = sorted(set(keys))
    found: dict[str, int] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        part = wanted[start : start + _AT_ONCE]
        found |= dict(
            _rows(
                f"SELECT key, COUNT(*) FROM alerts_follow WHERE key IN ({_marks(part)})"
                " GROUP BY key",
                part,
            )
        )
    return found


def is_over(keys: Iterable[str], kind: str, bound: int) -> bool:
    """Return whether more than so many follows ask for a notice; no more than these are read."""
    wanted = sorted(set(keys))
    if not wanted:
        return False
    (count,) = _row(
        f"SELECT COUNT(*) FROM (SELECT 1 FROM alerts_follow f WHERE f.key IN ({_marks(wanted)})"
        f" AND (f.kinds & {KINDS[kind].bit}) > 0 LIMIT {bound + 1}) AS asked",
        wanted,
    )
    return int(count) > bound


def _marks(values: Sequence[str]) -> str:
    return ", ".join(["%s"] * len(values))


def _row(statement: str, values: Sequence[str]) -> tuple[int, ...]:
    return _rows(statement, values)[0]


def _rows(statement: str, values: Sequence[str]) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())
